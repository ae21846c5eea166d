using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>A configured gateway over the stub.</summary>
public sealed class RebillyFixture : IAsyncDisposable
{
    public const string ApiKey = "sk_test_NeverShowThis123";

    private readonly ServiceProvider _services;

    public RebillyFixture(params (string Key, string? Value)[] settings)
        : this(null, settings) { }

    public RebillyFixture(TimeProvider? time, params (string Key, string? Value)[] settings)
        : this(time, journal: null, stub: null, settings) { }

    private RebillyFixture(
        TimeProvider? time,
        string? journal,
        RebillyStub? stub,
        params (string Key, string? Value)[] settings
    )
    {
        Stub = stub ?? new RebillyStub();
        var services = new ServiceCollection();
        services.AddSingleton(time ?? Clock);
        services.AddPayments(
            Section(settings),
            payments =>
            {
                payments.AddProvider<RebillyProvider>();
                if (journal is not null)
                {
                    payments.UseSqliteJournal(journal);
                }
            }
        );
        services
            .AddHttpClient(PaymentAbstractions.Http.PaymentTransport.HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(() => Stub);
        _services = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
        Gateway = _services.GetRequiredService<IPaymentGateways>().Get("cards");
    }

    /// <summary>One process of several that share a journal, and meet at one provider.</summary>
    public static RebillyFixture Sharing(
        string journal,
        RebillyStub stub,
        params (string Key, string? Value)[] settings
    ) => new(time: null, journal, stub, [.. settings, ("Journal:Kind", null), ("Journal:AllowLive", null)]);

    public RebillyStub Stub { get; }

    public TestClock Clock { get; } = new();

    public IPaymentGateway Gateway { get; }

    public IPaymentGateway Other => _services.GetRequiredService<IPaymentGateways>().Get("other");

    public ICustomerVault Vault => (ICustomerVault)Gateway.GetService(typeof(ICustomerVault))!;

    public static IConfigurationSection Section(params (string Key, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Payments:Default"] = "cards",
            ["Payments:Journal:Kind"] = "InMemory",
            ["Payments:Journal:AllowLive"] = "true",
            ["Payments:KeepAnswers"] = "true",
            ["Payments:Resilience:MaxRetries"] = "0",
            ["Payments:Resilience:MaxLookupRetries"] = "0",
            ["Payments:Resilience:FailureRatio"] = "0",
            ["Payments:Gateways:cards:Provider"] = "Rebilly",
            ["Payments:Gateways:cards:Environment"] = "Sandbox",
            ["Payments:Gateways:cards:OrganizationId"] = "org_1",
            ["Payments:Gateways:cards:ApiKey"] = ApiKey,
            ["Payments:Gateways:cards:WebsiteId"] = "web_1",
        };
        foreach (var (key, value) in settings)
        {
            var path = key.Contains(':', StringComparison.Ordinal)
                ? $"Payments:{key.TrimStart(':')}"
                : $"Payments:Gateways:cards:{key}";
            if (value is null)
            {
                values.Remove(path);
            }
            else
            {
                values[path] = value;
            }
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Payments");
    }

    /// <summary>A reference as this gateway gives it.</summary>
    public static TransactionReference Ref(string id) =>
        new("cards", AccountFingerprint.Of("Rebilly", "api-sandbox.rebilly.com", "org_1"), id);

    /// <summary>The same, of an answer whose id may be none.</summary>
    public static TransactionReference? RefOrNone(string? id) =>
        id is { Length: > 0 and <= 128 } && !id.AsSpan().ContainsAnyExceptInRange('!', '~') ? Ref(id) : null;

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

    /// <summary>A round of recovery.</summary>
    public Task<RecoveryReport> RecoverAsync() =>
        _services.GetRequiredService<IPaymentRecovery>().RecoverAsync(TestContext.Current.CancellationToken);

    /// <summary>A person says what became of a payment.</summary>
    public Task ResolveAsync(string key, PaymentOutcome outcome, string? transaction = null) =>
        _services
            .GetRequiredService<IPaymentRecovery>()
            .ResolveAsync(
                new IdempotencyKey(key),
                outcome,
                transaction is null ? null : Ref(transaction),
                "a person",
                "The provider's dashboard shows it so.",
                cancellationToken: TestContext.Current.CancellationToken
            );

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
