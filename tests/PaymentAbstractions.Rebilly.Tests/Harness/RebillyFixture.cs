using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>A configured gateway that uses the stub.</summary>
public sealed class RebillyFixture : StubbedGateway<RebillyProvider>
{
    public const string ApiKey = "sk_test_NeverShowThis123";

    public RebillyFixture(params (string Key, string? Value)[] settings)
        : base([("OrganizationId", "org_1"), ("ApiKey", ApiKey), ("WebsiteId", "web_1"), .. settings])
    {
        Stub = new RebillyStub();
    }

    /// <summary>Makes one of several processes that share a journal and a provider.</summary>
    public static RebillyFixture Sharing(
        string journal,
        StubProvider stub,
        params (string Key, string? Value)[] settings
    ) =>
        new([.. settings, (":Journal:Kind", null), (":Journal:AllowLive", null)])
        {
            Stub = stub,
            Configure = payments => payments.UseSqliteJournal(journal),
        };

    public IPaymentGateway Other => Services.GetRequiredService<IPaymentGateways>().Get("other");

    public ICustomerVault Vault => (ICustomerVault)Gateway.GetService(typeof(ICustomerVault))!;

    public IPaymentMethodCatalog Catalog => (IPaymentMethodCatalog)Gateway.GetService(typeof(IPaymentMethodCatalog))!;

    public ITransactionSearch Search => (ITransactionSearch)Gateway.GetService(typeof(ITransactionSearch))!;

    public IRebillyTransactions Transactions => (IRebillyTransactions)Gateway.GetService(typeof(IRebillyTransactions))!;

    public IPayouts Payouts => (IPayouts)Gateway.GetService(typeof(IPayouts))!;

    public static IConfigurationSection Section(params (string Key, string? Value)[] settings) =>
        new RebillyFixture(settings).Settings;

    /// <summary>A reference as this gateway makes it.</summary>
    public static TransactionReference Ref(string id) =>
        new("cards", AccountFingerprint.Of("Rebilly", "api-sandbox.rebilly.com", "org_1"), id);

    /// <summary>The reference for the id of an answer; null when the id is missing or invalid.</summary>
    public static TransactionReference? RefOrNone(string? id) =>
        id is { Length: > 0 and <= 128 } && !id.AsSpan().ContainsAnyExceptInRange('!', '~') ? Ref(id) : null;

    public static string WireKey(string key) => new IdempotencyKey(key).ToWireKey("payments");

    /// <summary>Resolves a payment as a person.</summary>
    public Task ResolveAsync(string key, PaymentOutcome outcome, string? transaction = null) =>
        Services
            .GetRequiredService<IPaymentRecovery>()
            .ResolveAsync(
                new IdempotencyKey(key),
                outcome,
                transaction is null ? null : Ref(transaction),
                "a person",
                "The provider's dashboard shows it so.",
                cancellationToken: TestContext.Current.CancellationToken
            );
}
