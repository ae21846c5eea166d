using System.Text;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Http.Tests.Transport;

internal sealed record Charge(string? Id, string? Result);

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(Charge))]
internal sealed partial class TestJsonContext : JsonSerializerContext;

/// <summary>A transport as adapters get it: from a container.</summary>
internal sealed class TransportFixture : IAsyncDisposable
{
    public const string CardNumber = "4111111111111111";
    public const string SecurityCode = "987";
    public const string ApiKey = "sk_canary_7Jq2";

    private readonly ServiceProvider _provider;

    public TransportFixture(
        Uri address,
        Action<IServiceCollection>? configure = null,
        TimeSpan? deadline = null,
        TimeSpan? sendTimeout = null,
        long maxResponseBytes = 4096
    )
    {
        var services = new ServiceCollection();
        services.AddPaymentHttp();
        configure?.Invoke(services);
        _provider = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
        Factory = _provider.GetRequiredService<PaymentTransportFactory>();
        Transport = Factory.Create(
            new PaymentTransportOptions
            {
                BaseAddress = address,
                Deadline = deadline ?? TimeSpan.FromSeconds(20),
                SendTimeout = sendTimeout ?? TimeSpan.FromSeconds(10),
                MaxResponseBytes = maxResponseBytes,
                Headers = [new("REB-APIKEY", static () => ApiKey)],
            }
        );
    }

    public PaymentTransportFactory Factory { get; }

    public PaymentTransport Transport { get; }

    public static TransportRequest Sale(Func<bool>? beginSend = null, string? body = null) =>
        new()
        {
            Method = HttpMethod.Post,
            Path = "transactions?expand=card",
            Content = Encoding.UTF8.GetBytes(body ?? $$"""{"pan":"{{CardNumber}}","cvv":"{{SecurityCode}}"}"""),
            IsWrite = true,
            BeginSend = beginSend,
        };

    public static TransportRequest Read() => new() { Method = HttpMethod.Get, Path = "transactions/tx_1" };

    public Task<TransportAnswer> SendAsync(TransportRequest request) =>
        Transport.SendAsync(request, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
