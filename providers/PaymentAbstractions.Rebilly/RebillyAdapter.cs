using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly;

/// <summary>Sends each kind of request to its flow. Each flow has a folder of its own.</summary>
internal sealed class RebillyAdapter : PaymentAdapter
{
    private readonly RebillyAccount _account;
    private readonly ChargeFlow _charges;
    private readonly CaptureFlow _captures;
    private readonly VoidFlow _voids;
    private readonly RefundFlow _refunds;
    private readonly FindFlow _lookups;
    private readonly CustomerVault _vault;

    public RebillyAdapter(RebillyAccount account, RebillyClient client)
    {
        var results = new ResultFactory(account);
        var reversals = new Reversal(account, client, results);
        var byRequestId = new RequestIdLookup(account, client);
        _account = account;
        Capabilities = RebillyCapabilities.For(account.Options);
        _charges = new ChargeFlow(account, client, results, byRequestId);
        _captures = new CaptureFlow(account, client, results, byRequestId);
        _voids = new VoidFlow(reversals);
        _refunds = new RefundFlow(reversals);
        _lookups = new FindFlow(account, client, byRequestId);
        _vault = new CustomerVault(account, client);
    }

    public override GatewayCapabilities Capabilities { get; }

    public override AccountFingerprint Account => _account.Fingerprint;

    public override TimeSpan LongestExchange => _account.Options.Deadline;

    public override string? OptionFor(string feature) =>
        feature == nameof(GatewayCapabilities.HighestDataLevel)
            ? nameof(RebillyOptions.CommercialDataCustomField)
            : null;

    public override void Validate(PaymentRequest request, ProblemList problems) =>
        RebillyRequestRules.Check(request, _account.Options, problems);

    public override void Validate(Customer customer, ProblemList problems) =>
        RebillyRequestRules.CheckCustomer(customer, problems);

    public override void Validate(StorePaymentMethodRequest request, ProblemList problems) =>
        RebillyRequestRules.CheckStore(request, problems);

    public override AttemptGuards GuardsFor(PaymentRequest request, EarlierPayment? original) =>
        RebillyGuards.For(request, original, _account.Options);

    public override async Task<PaymentResult> ExecuteAsync(RunningAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var passed = PassedData.Of(attempt.Request, _account.Options);
        var result = await RunAsync(passed?.Apply(attempt.Request) ?? attempt.Request, attempt).ConfigureAwait(false);
        if (result.Outcome == PaymentOutcome.NotSent)
        {
            // Everything is written through the transport, so a flow that ends so without a write has given up before it.
            attempt.TryGiveUp();
        }

        // What was not sent has no level, nor has what an earlier call sent.
        return passed is not null && attempt.SendHasBegun ? passed.Label(result) : result;
    }

    public override Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default) =>
        _lookups.ExecuteAsync(request, cancellationToken);

    public override object? GetService(Type serviceType) => serviceType == typeof(ICustomerVault) ? _vault : null;

    private Task<PaymentResult> RunAsync(PaymentRequest sent, RunningAttempt attempt) =>
        sent switch
        {
            CaptureRequest request => _captures.ExecuteAsync(request, attempt),
            VoidRequest request => _voids.ExecuteAsync(request, attempt),
            RefundRequest request => _refunds.ExecuteAsync(request, attempt),
            PaymentMethodRequest request => _charges.ExecuteAsync(request, attempt),
            _ => throw new ArgumentOutOfRangeException(nameof(attempt)),
        };
}
