using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>A configured gateway over the stub.</summary>
public sealed class VirtualTerminalFixture : IAsyncDisposable
{
    public const string ApiKey = "vt_canary_9c41d7e2b06a";

    private readonly ServiceProvider _services;

    public VirtualTerminalFixture(params (string Key, string? Value)[] settings)
        : this(Section(settings), "b2b_us") { }

    private VirtualTerminalFixture(
        IConfigurationSection section,
        string name,
        Action<PaymentsBuilder>? configure = null,
        VirtualTerminalStub? stub = null
    )
    {
        Stub = stub ?? new VirtualTerminalStub();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddPayments(
            section,
            payments =>
            {
                payments.AddProvider<VirtualTerminalProvider>();
                configure?.Invoke(payments);
            }
        );
        services
            .AddHttpClient(PaymentAbstractions.Http.PaymentTransport.HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(() => Stub);
        _services = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
        Gateway = _services.GetRequiredService<IPaymentGateways>().Get(name);
    }

    public VirtualTerminalStub Stub { get; }

    public TestClock Clock { get; } = new();

    public IPaymentGateway Gateway { get; }

    /// <summary>A round of recovery.</summary>
    public Task<RecoveryReport> RecoverAsync() =>
        _services.GetRequiredService<IPaymentRecovery>().RecoverAsync(TestContext.Current.CancellationToken);

    /// <summary>A person says that nothing of a payment was sent.</summary>
    public Task DeclareUnsentAsync(PaymentRequest request) =>
        _services
            .GetRequiredService<IPaymentRecovery>()
            .ResolveAsync(
                request.IdempotencyKey,
                PaymentOutcome.NotSent,
                transaction: null,
                "a person",
                "The provider's dashboard does not have it.",
                cancellationToken: TestContext.Current.CancellationToken
            );

    /// <summary>What the journal has of a key.</summary>
    public async Task<JournalEntry> EntryAsync(IdempotencyKey key) =>
        (
            await _services
                .GetRequiredService<IPaymentJournal>()
                .FindAsync(new JournalKey(GatewayEnvironment.Live, key), TestContext.Current.CancellationToken)
        )!;

    /// <summary>One process of several that share a journal, and meet at one provider.</summary>
    public static VirtualTerminalFixture Sharing(
        string journal,
        VirtualTerminalStub stub,
        params (string Key, string? Value)[] settings
    ) => new(Section(settings, inMemory: false), "b2b_us", payments => payments.UseSqliteJournal(journal), stub);

    public static VirtualTerminalFixture WithRefunds() => new(("EnableRefunds", "true"));

    /// <summary>A gateway that keeps the answers of the provider only where they prove nothing.</summary>
    public static VirtualTerminalFixture WithoutKeptAnswers()
    {
        var values = Section()
            .AsEnumerable()
            .Where(pair => pair.Value is not null && pair.Key != "Payments:KeepAnswers");
        return new(new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Payments"), "b2b_us");
    }

    /// <summary>The same gateway under another name.</summary>
    public static VirtualTerminalFixture Named(string name)
    {
        var values = Section()
            .AsEnumerable()
            .Where(pair => pair.Value is not null)
            .Select(pair =>
                KeyValuePair.Create(
                    pair.Key.Replace("b2b_us", name, StringComparison.Ordinal),
                    pair.Key == "Payments:Default" ? name : pair.Value
                )
            );
        return new(new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Payments"), name);
    }

    public static IConfigurationSection Section(params (string Key, string? Value)[] settings) =>
        Section(settings, inMemory: true);

    private static IConfigurationSection Section((string Key, string? Value)[] settings, bool inMemory)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Payments:Default"] = "b2b_us",
            ["Payments:KeepAnswers"] = "true",
            ["Payments:Resilience:MaxRetries"] = "0",
            ["Payments:Resilience:MaxLookupRetries"] = "0",
            ["Payments:Resilience:FailureRatio"] = "0",
            ["Payments:Gateways:b2b_us:Provider"] = "VirtualTerminal",
            ["Payments:Gateways:b2b_us:BaseUrl"] = "https://gateway.example.com/api/",
            ["Payments:Gateways:b2b_us:ApiKey"] = ApiKey,
            ["Payments:Gateways:b2b_us:MerchantId"] = "mid-1",
        };
        if (inMemory)
        {
            values["Payments:Journal:Kind"] = "InMemory";
            values["Payments:Journal:AllowLive"] = "true";
        }

        foreach (var (key, value) in settings)
        {
            var path = $"Payments:Gateways:b2b_us:{key}";
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
        new("b2b_us", AccountFingerprint.Of("VirtualTerminal", "gateway.example.com", "mid-1"), id);

    public static string Mark(string key = "key-1") => $"ref:{new IdempotencyKey(key).ToWireKey("payments")[..20]}";

    public Task<PaymentResult> SendAsync(PaymentRequest request)
    {
        var token = TestContext.Current.CancellationToken;
        return request switch
        {
            SaleRequest sale => Gateway.SaleAsync(sale, token),
            AuthorizeRequest authorize => Gateway.AuthorizeAsync(authorize, token),
            CaptureRequest capture => Gateway.CaptureAsync(capture, token),
            VoidRequest voiding => Gateway.VoidAsync(voiding, token),
            RefundRequest refund => Gateway.RefundAsync(refund, token),
            CreditRequest credit => Gateway.CreditAsync(credit, token),
            _ => throw new ArgumentOutOfRangeException(nameof(request)),
        };
    }

    public Task<FindResult> FindAsync(PaymentRequest request) =>
        Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(request, TestClock.Start)),
            TestContext.Current.CancellationToken
        );

    public Task<FindResult> FindAsync(string id) =>
        Gateway.FindAsync(FindRequest.For(Ref(id)), TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
