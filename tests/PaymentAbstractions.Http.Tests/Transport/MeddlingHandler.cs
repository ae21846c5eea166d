using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Http.Tests.Transport;

/// <summary>A handler of the application that changes the message or looks at it, and passes it on.</summary>
internal sealed class MeddlingHandler(Action<HttpRequestMessage> before, Action<HttpRequestMessage>? after = null)
    : DelegatingHandler
{
    public static Action<IServiceCollection> Adding(
        Action<HttpRequestMessage> before,
        Action<HttpRequestMessage>? after = null
    ) =>
        services =>
            services
                .AddHttpClient(PaymentTransport.HttpClientName)
                .AddHttpMessageHandler(() => new MeddlingHandler(before, after));

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        before(request);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            after?.Invoke(request);
        }
    }
}
