using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Http;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>A configured gateway over the stub, with the journal in memory.</summary>
public sealed class AdapterFixture : IAsyncDisposable
{
    public const string Secret = "sk_test_NeverShowThis123";

    private readonly ServiceProvider _services;

    private AdapterFixture(
        string provider,
        Action<PaymentsBuilder> add,
        Func<AdapterProfile, AdapterProfile>? change,
        bool keepAnswers
    )
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(change ?? (profile => profile));
        services.AddPayments(Section(provider, keepAnswers), payments => add(payments));
        services.AddHttpClient(PaymentTransport.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => Stub);
        _services = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
        Gateway = _services.GetRequiredService<IPaymentGateways>().Get("cards");
    }

    public static AdapterFixture Acme(Func<AdapterProfile, AdapterProfile>? change = null, bool keepAnswers = true) =>
        new("Acme", payments => payments.AddProvider<AcmeProvider>(), change, keepAnswers);

    /// <summary>Acme without the list by key.</summary>
    public static AdapterFixture Listless(Func<AdapterProfile, AdapterProfile>? change = null) =>
        new("Listless", payments => payments.AddProvider<ListlessProvider>(), change, keepAnswers: true);

    /// <summary>Acme through an adapter that quotes the provider.</summary>
    public static AdapterFixture Quoting() =>
        new("Quoting", payments => payments.AddProvider<QuotingProvider>(), change: null, keepAnswers: true);

    /// <summary>Acme with every optional step.</summary>
    public static AdapterFixture Steps() =>
        new("Steps", payments => payments.AddProvider<StepsProvider>(), change: null, keepAnswers: true);

    /// <summary>The adapter of the READMEs.</summary>
    public static AdapterFixture PayLite() =>
        new("PayLite", payments => payments.AddProvider<PayLiteProvider>(), change: null, keepAnswers: true);

    public static AdapterFixture OldPay(Func<AdapterProfile, AdapterProfile>? change = null) =>
        new("OldPay", payments => payments.AddProvider<OldPayProvider>(), change, keepAnswers: true);

    public ProviderStub Stub { get; } = new();

    public TestClock Clock { get; } = new();

    public IPaymentGateway Gateway { get; }

    /// <summary>A reference as the gateway to Acme gives it.</summary>
    public static TransactionReference Ref(string id, string provider = "Acme") =>
        new("cards", AccountFingerprint.Of(provider, "pay.example.com", "m_1"), id);

    public static string WireKey(string key) => new IdempotencyKey(key).ToWireKey("payments");

    /// <summary>What the journal has of a key.</summary>
    public async Task<JournalEntry> EntryAsync(string key) =>
        (
            await _services
                .GetRequiredService<IPaymentJournal>()
                .FindAsync(
                    new JournalKey(GatewayEnvironment.Sandbox, new IdempotencyKey(key)),
                    TestContext.Current.CancellationToken
                )
        )!;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static IConfigurationSection Section(string provider, bool keepAnswers)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Payments:Default"] = "cards",
            ["Payments:Journal:Kind"] = "InMemory",
            ["Payments:KeepAnswers"] = keepAnswers ? "true" : "false",
            ["Payments:Resilience:MaxRetries"] = "0",
            ["Payments:Resilience:MaxLookupRetries"] = "0",
            ["Payments:Resilience:FailureRatio"] = "0",
            ["Payments:Gateways:cards:Provider"] = provider,
            ["Payments:Gateways:cards:Environment"] = "Sandbox",
            ["Payments:Gateways:cards:BaseUrl"] = "https://pay.example.com/v1/",
            ["Payments:Gateways:cards:Merchant"] = "m_1",
            [$"Payments:Gateways:cards:{(provider == "OldPay" ? "Password" : "ApiKey")}"] = Secret,
        };
        return new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Payments");
    }
}
