using System.Text;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Http.Tests.Transport;

internal sealed record Charge(string? Id, string? Result);

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(Charge))]
internal sealed partial class TestJsonContext : JsonSerializerContext;

/// <summary>A transport from a container, as adapters receive it.</summary>
internal sealed class TransportFixture : IAsyncDisposable
{
    public const string CardNumber = "4111111111111111";
    public const string SecurityCode = "987";
    public const string ApiKey = "sk_canary_7Jq2";

    private readonly ServiceProvider _provider;

    public TransportFixture(Uri address, Action<IServiceCollection>? configure = null)
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
                Deadline = TimeSpan.FromSeconds(20),
                SendTimeout = TimeSpan.FromSeconds(10),
                MaxResponseBytes = 4096,
                Headers = [new("REB-APIKEY", static () => ApiKey)],
            }
        );
    }

    public PaymentTransportFactory Factory { get; }

    public PaymentTransport Transport { get; }

    /// <summary>An attempt without a time limit.</summary>
    public static RunningAttempt Attempt() => new(PaymentRequests.Sale(), DateTimeOffset.UnixEpoch);

    public static TransportRequest Sale(RunningAttempt? attempt = null, string? body = null) =>
        new()
        {
            Method = HttpMethod.Post,
            Path = "transactions?expand=card",
            Content = Encoding.UTF8.GetBytes(body ?? $$"""{"pan":"{{CardNumber}}","cvv":"{{SecurityCode}}"}"""),
            Attempt = attempt ?? Attempt(),
        };

    /// <summary>A write that moves money and has all its data in its path.</summary>
    public static TransportRequest Void(RunningAttempt? attempt = null) =>
        new()
        {
            Method = HttpMethod.Post,
            Path = "transactions/tx_1/void",
            Attempt = attempt ?? Attempt(),
        };

    public static TransportRequest Read() =>
        new()
        {
            Method = HttpMethod.Get,
            Path = "transactions/tx_1",
            Purpose = TransportPurpose.Read,
        };

    public Task<TransportAnswer> SendAsync(TransportRequest request) =>
        Transport.SendAsync(request, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _provider.DisposeAsync();
}
