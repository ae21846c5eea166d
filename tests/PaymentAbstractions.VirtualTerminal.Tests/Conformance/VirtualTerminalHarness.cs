using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Conformance;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.VirtualTerminal.Tests.Conformance;

/// <summary>The virtual terminal's adapter as an application gets it, over a sandbox of one profile.</summary>
public abstract partial class VirtualTerminalHarness(VirtualTerminalSandboxProfile profile) : ConformanceHarness
{
    private const string ApiKey = "vt_canary_71f0c2d94be8";
    private const string OtherApiKey = "vt_canary_e05b13a7729c";
    private const string WrongApiKey = "vt_canary_wrong_8841ab";
    private const string MainAccount = "mid_main";
    private const string OtherAccount = "mid_other";

    private VirtualTerminalSandbox? _sandbox;
    private HarnessClock? _clock;
    private HarnessNetwork? _network;
    private ServiceProvider? _container;

    public VirtualTerminalSandboxProfile Profile => profile;

    public override IPaymentGateway Gateway => Get("terminal_us");

    public override IPaymentGateway WrongCredentials => Get("terminal_wrong_key");

    public override TimeProvider Time => Sandbox.Clock;

    // Only stored cards are charged, so no card number is ever in use.
    public override IReadOnlyList<string> Secrets { get; } = [ApiKey, OtherApiKey, WrongApiKey];

    public override int WritesSeen => Sandbox.Traffic.Requests.Count(MovesMoney);

    public override long BytesSeen => Sandbox.Traffic.BytesReceived;

    public override IReadOnlyList<ProviderMovement> Movements =>
        [
            .. Sandbox.Ledger.Movements.Select(movement => new ProviderMovement
            {
                Kind = Enum.Parse<PaymentOperation>(movement.Kind.ToString()),
                TransactionId = movement.TransactionId,
                Amount = PaymentAbstractions.Money.Of(movement.Amount, movement.Currency),
                DataLevel = BookedAt(movement),
            }),
        ];

    public override TimeSpan? DuplicateCheck => profile.DuplicateCheck;

    // A 404 without a text may come from anything on the way.
    public override bool CanProveWrongCredentials =>
        profile.BadKeyAnswer == VirtualTerminalBadKeyAnswer.Unauthorized401;

    protected virtual bool KeepsFiles => true;

    private VirtualTerminalSandbox Sandbox => _sandbox!;

    public override async ValueTask InitializeAsync()
    {
        var options = new VirtualTerminalSandboxOptions { Profile = profile, StartTime = TestClock.Start };
        options.Accounts.Clear();
        options.Accounts.Add(new VirtualTerminalSandboxAccount { Mid = MainAccount, ApiKey = ApiKey });
        options.Accounts.Add(new VirtualTerminalSandboxAccount { Mid = OtherAccount, ApiKey = OtherApiKey });
        _sandbox = await VirtualTerminalSandbox.StartAsync(options);
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
        var result = await Get("terminal_other").SaleAsync(NewSale(null, OtherAccount));
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

    // Captures and voids show at their original. The others are found in a list, by a mark in their description; a refund of
    // what is settled is a credit there.
    public override bool CanFind(PaymentOperation operation) =>
        operation switch
        {
            PaymentOperation.Capture or PaymentOperation.Void => true,
            PaymentOperation.Authorize => profile is { DescriptionEchoed: true, ListsAuthorizations: true },
            PaymentOperation.Credit or PaymentOperation.Refund => profile
                is { DescriptionEchoed: true, ListsCredits: true },
            _ => profile.DescriptionEchoed,
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

        _network?.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static VirtualTerminalSandboxProfile ProfileNamed(string name) =>
        VirtualTerminalSandboxProfile.All.Single(profile => profile.Name == name);

    private static bool MovesMoney(SandboxRequest request) => IsAdd(request) || IsCommand(request);

    private static bool IsAdd(SandboxRequest request) => IsPost(request, "/transaction/add");

    private static bool IsCommand(SandboxRequest request) =>
        IsPost(request, "/transaction/capture") || IsPost(request, "/transaction/void");

    private static bool IsPost(SandboxRequest request, string path) =>
        request.Method == "POST" && request.Path.EndsWith(path, StringComparison.Ordinal);

    private IPaymentGateway Get(string name) => _container!.GetRequiredService<IPaymentGateways>().Get(name);

    private ServiceProvider BuildContainer() =>
        new VirtualTerminalContainer(Sandbox.BaseAddress, _clock!, _network!, new LineLogger(this))
        {
            JournalFolder = KeepsFiles ? JournalFolder : null,
            NewShippingAddressId = profile.NewShippingId,
        }
            .With("terminal_us", MainAccount, ApiKey)
            .With("terminal_other", OtherAccount, OtherApiKey)
            .With("terminal_wrong_key", MainAccount, WrongApiKey)
            .Build();

    private sealed class LineLogger(VirtualTerminalHarness harness) : ILoggerProvider, ILogger
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
