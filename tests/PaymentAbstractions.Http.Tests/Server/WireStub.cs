using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Http.Tests.Transport;

namespace PaymentAbstractions.Http.Tests.Server;

/// <summary>A wire without sockets, below all handlers.</summary>
internal sealed class WireStub(Func<HttpRequestMessage, Task<HttpResponseMessage>> respond) : HttpMessageHandler
{
    /// <summary>Answers after reading the content.</summary>
    /// <param name="beforeContent">Called before the content is read.</param>
    /// <param name="onFirstByte">Called when the first byte arrives.</param>
    public static WireStub Reading(Action? beforeContent = null, Action? onFirstByte = null) =>
        new(async request =>
        {
            beforeContent?.Invoke();
            await using var wire = new Wire(onFirstByte);
            await request.Content!.CopyToAsync(wire);
            return new HttpResponseMessage(HttpStatusCode.OK);
        });

    public TransportFixture CreateFixture(Action<IServiceCollection>? configure = null) =>
        new(
            new Uri("https://api.example/base/"),
            services =>
            {
                services.AddHttpClient(PaymentTransport.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => this);
                configure?.Invoke(services);
            }
        );

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) => respond(request);

    private sealed class Wire(Action? onFirstByte) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            onFirstByte?.Invoke();
            return ValueTask.CompletedTask;
        }
    }
}
