using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Conformance;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Rebilly.Tests.Conformance;

/// <summary>The Rebilly adapter as an application gets it, over a sandbox of one profile.</summary>
public abstract partial class RebillyHarness(RebillySandboxProfile profile, string? commercialDataCustomField = null)
    : ConformanceHarness
{
    private const string ApiKey = "sk_canary_71f0c2d94be8";
    private const string OtherApiKey = "sk_canary_e05b13a7729c";
    private const string WrongApiKey = "sk_canary_wrong_8841ab";
    private const string Pan = "4539578763621486";
    private const string SecurityCode = "8361";
    private const string BankAccount = "000860417335";
    private const string Iban = "DE89370400440532013000";

    private readonly List<string> _secrets = [ApiKey, OtherApiKey, WrongApiKey, Pan, SecurityCode, BankAccount, Iban];

    private RebillySandbox? _sandbox;
    private HarnessClock? _clock;
    private HarnessNetwork? _network;
    private ServiceProvider? _container;

    public RebillySandboxProfile Profile => profile;

    public override IPaymentGateway Gateway => Get("cards_eu");

    public override IPaymentGateway WrongCredentials => Get("cards_eu_wrong_key");

    public override TimeProvider Time => Sandbox.Clock;

    // A refund has no custom fields.
    public override bool CarriesCommercialData(PaymentOperation operation) => operation != PaymentOperation.Refund;

    public override TimeSpan? AuthorizationLife => TimeSpan.FromDays(7);

    public override IReadOnlyList<string> Secrets => _secrets;

    public override int WritesSeen => Sandbox.Traffic.Requests.Count(MovesMoney);

    public override string? LastWrite => Sandbox.Traffic.Requests.LastOrDefault(MovesMoney)?.Body;

    public override long BytesSeen => Sandbox.Traffic.BytesReceived;

    public override IReadOnlyList<ProviderMovement> Movements =>
        [
            .. Sandbox.Ledger.Movements.Select(movement => new ProviderMovement
            {
                Kind = Enum.Parse<PaymentOperation>(movement.Kind.ToString()),
                TransactionId = movement.TransactionId,
                Amount = PaymentAbstractions.Money.Of(movement.Amount, movement.Currency),
            }),
        ];

    protected virtual bool KeepsFiles => true;

    private RebillySandbox Sandbox => _sandbox!;

    public override async ValueTask InitializeAsync()
    {
        var options = new RebillySandboxOptions { Profile = profile, StartTime = TestClock.Start };
        options.Accounts.Clear();
        options.Accounts.Add(new RebillySandboxAccount { OrganizationId = "org_main", ApiKey = ApiKey });
        options.Accounts.Add(new RebillySandboxAccount { OrganizationId = "org_other", ApiKey = OtherApiKey });
        options.CustomFieldKeys.Add("commercialData");
        _sandbox = await RebillySandbox.StartAsync(options);
        _clock = new HarnessClock(Sandbox.Clock);
        _network = new HarnessNetwork(_clock);
        _container = BuildContainer();
    }

    public override async Task RestartAsync()
    {
        await _container!.DisposeAsync();
        _container = BuildContainer();
    }

    public override async Task<TransactionReference> SellAtOtherAccountAsync()
    {
        var result = await Get("cards_us").SaleAsync(await NewSaleAsync());
        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
        return result.Transaction!;
    }

    public override Task SettleAsync()
    {
        Sandbox.SettleAll();
        return Task.CompletedTask;
    }

    public override void Advance(TimeSpan by) => Sandbox.Clock.Advance(by);

    public override Task WhenIdleAsync(CancellationToken cancellationToken = default) =>
        Sandbox.WhenIdleAsync(cancellationToken);

    public override Task ApproveWaitingAsync(TransactionReference transaction)
    {
        Sandbox.ApproveWaiting(transaction.TransactionId);
        return Task.CompletedTask;
    }

    // Only captures need the list of open authorizations.
    public override bool CanProve(PaymentOperation operation) =>
        operation != PaymentOperation.Capture || profile.ListOmits == RebillyListOmission.None;

    public override bool CanFind(PaymentOperation operation) =>
        operation switch
        {
            PaymentOperation.Authorize or PaymentOperation.Credit => profile.ListOmits == RebillyListOmission.None,
            PaymentOperation.Void or PaymentOperation.Refund => profile.DescriptionEchoed,
            _ => true,
        };

    public override async ValueTask DisposeAsync()
    {
        if (_container is not null)
        {
            await _container.DisposeAsync();
        }

        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }

        _tokens.Dispose();
        _network?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static RebillySandboxProfile ProfileNamed(string name) =>
        RebillySandboxProfile.All.Single(profile => profile.Name == name);

    private static bool MovesMoney(SandboxRequest request) =>
        request.Method == "POST"
        && (
            request.Path.EndsWith("/transactions", StringComparison.Ordinal)
            || request.Path.EndsWith("/payouts", StringComparison.Ordinal)
            || request.Path.EndsWith("/refund", StringComparison.Ordinal)
        );

    private IPaymentGateway Get(string name) => _container!.GetRequiredService<IPaymentGateways>().Get(name);

    private ServiceProvider BuildContainer() =>
        new RebillyContainer(Sandbox.BaseAddress, _clock!, _network!, new LineLogger(this))
        {
            JournalFolder = KeepsFiles ? JournalFolder : null,
            CommercialDataCustomField = commercialDataCustomField,
        }
            .With("cards_eu", "org_main", ApiKey)
            .With("cards_us", "org_other", OtherApiKey)
            .With("cards_eu_wrong_key", "org_main", WrongApiKey)
            .Build();

    private sealed class LineLogger(RebillyHarness harness) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            harness.Log($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => harness.Log($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
