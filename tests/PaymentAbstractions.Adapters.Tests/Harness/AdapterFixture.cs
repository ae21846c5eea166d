using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>Configured gateways that use the stub.</summary>
internal static class AdapterFixture
{
    public const string Secret = "sk_test_NeverShowThis123";

    public static StubbedGateway<AcmeProvider> Acme(
        Func<AdapterProfile, AdapterProfile>? change = null,
        bool keepAnswers = true
    ) => Of<AcmeProvider>(change, (":KeepAnswers", keepAnswers ? "true" : "false"));

    /// <summary>Acme without the list by key.</summary>
    public static StubbedGateway<ListlessProvider> Listless(Func<AdapterProfile, AdapterProfile>? change = null) =>
        Of<ListlessProvider>(change);

    /// <summary>Acme through an adapter that quotes the provider.</summary>
    public static StubbedGateway<QuotingProvider> Quoting() => Of<QuotingProvider>();

    /// <summary>Acme with every optional step.</summary>
    public static StubbedGateway<StepsProvider> Steps() => Of<StepsProvider>();

    /// <summary>Acme with pages, and children in a list of their own.</summary>
    public static StubbedGateway<PagedProvider> Paged() => Of<PagedProvider>();

    /// <summary>The adapter in the READMEs.</summary>
    public static StubbedGateway<PayLiteProvider> PayLite() => Of<PayLiteProvider>();

    public static StubbedGateway<ChangedOldPayProvider> OldPay(Func<AdapterProfile, AdapterProfile>? change = null) =>
        Of<ChangedOldPayProvider>(change, ("ApiKey", null), ("Password", Secret));

    /// <summary>A reference as the gateway to Acme makes it.</summary>
    public static TransactionReference Ref(string id, string provider = "Acme") =>
        new("cards", AccountFingerprint.Of(provider, "pay.example.com", "m_1"), id);

    public static string WireKey(string key) => new IdempotencyKey(key).ToWireKey("payments");

    private static StubbedGateway<TProvider> Of<TProvider>(
        Func<AdapterProfile, AdapterProfile>? change = null,
        params (string Key, string? Value)[] settings
    )
        where TProvider : PaymentProvider, new() =>
        new([("BaseUrl", "https://pay.example.com/v1/"), ("Merchant", "m_1"), ("ApiKey", Secret), .. settings])
        {
            Stub = new ProviderStub(),
            Configure = payments => payments.Services.AddSingleton(change ?? (profile => profile)),
        };
}
