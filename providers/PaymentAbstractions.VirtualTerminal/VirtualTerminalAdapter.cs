using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Sends each kind of request to its flow. Each flow has a folder of its own.</summary>
internal sealed class VirtualTerminalAdapter : PaymentAdapter
{
    private readonly VirtualTerminalAccount _account;
    private readonly ChargeFlow _charges;
    private readonly CaptureFlow _captures;
    private readonly VoidFlow _voids;
    private readonly RefundFlow _refunds;
    private readonly FindFlow _lookups;

    public VirtualTerminalAdapter(VirtualTerminalAccount account, VirtualTerminalClient client)
    {
        var results = new ResultFactory(account);
        _account = account;
        Capabilities = VirtualTerminalCapabilities.For(account);
        _charges = new ChargeFlow(account, client, results);
        _captures = new CaptureFlow(account, client, results);
        var settledCredit = new SettledCredit(account, results, _charges);
        _voids = new VoidFlow(account, client, results, settledCredit);
        _refunds = new RefundFlow(account, client, results, settledCredit, _voids);
        _lookups = new FindFlow(account, client);
    }

    public override GatewayCapabilities Capabilities { get; }

    public override AccountFingerprint Account => _account.Fingerprint;

    public override TimeSpan LongestExchange => _account.Options.Deadline;

    public override TimeSpan MayChangeFor => _account.Options.MayChangeFor;

    public override string? OptionFor(string feature) =>
        feature == nameof(PaymentOperation.Refund) ? nameof(VirtualTerminalOptions.EnableRefunds) : null;

    public override void Validate(PaymentRequest request, ProblemList problems) =>
        VirtualTerminalRequestRules.Check(request, _account, problems);

    public override AttemptGuards GuardsFor(PaymentRequest request, EarlierPayment? original) =>
        TerminalGuards.For(request);

    public override async Task<PaymentResult> ExecuteAsync(RunningAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var result = await RunAsync(attempt).ConfigureAwait(false);
        if (result.Outcome == PaymentOutcome.NotSent)
        {
            // Everything is written through the transport, so a flow that ends so without a write has given up before it.
            attempt.TryGiveUp();
        }

        return result;
    }

    public override Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default) =>
        _lookups.ExecuteAsync(request, cancellationToken);

    private Task<PaymentResult> RunAsync(RunningAttempt attempt) =>
        attempt.Request switch
        {
            CaptureRequest request => _captures.ExecuteAsync(request, attempt),
            VoidRequest request => _voids.ExecuteAsync(request, attempt),
            RefundRequest request => _refunds.ExecuteAsync(request, attempt),
            PaymentMethodRequest request => _charges.ExecuteAsync(request, attempt),
            _ => throw new ArgumentOutOfRangeException(nameof(attempt)),
        };
}
