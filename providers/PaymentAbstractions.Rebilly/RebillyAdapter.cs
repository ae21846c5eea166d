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
    private readonly ReversalBaseline _baseline;

    public RebillyAdapter(
        RebillyAccount account,
        RebillyClient client,
        OpenAuthorizations openAuthorizations,
        TransactionWork work,
        SentCharges sent
    )
    {
        var results = new ResultFactory(account);
        var reversals = new Reversal(account, client, results, openAuthorizations, work);
        var byRequestId = new RequestIdLookup(account, client);
        _account = account;
        Capabilities = RebillyCapabilities.For(account.Options);
        _charges = new ChargeFlow(account, client, results, openAuthorizations, sent, byRequestId);
        _captures = new CaptureFlow(account, client, results, openAuthorizations, work, byRequestId);
        _voids = new VoidFlow(reversals);
        _refunds = new RefundFlow(reversals);
        _lookups = new FindFlow(account, client, byRequestId, new Learning(account, openAuthorizations, work, sent));
        _vault = new CustomerVault(account, client);
        _baseline = new ReversalBaseline(account, client);
    }

    public override GatewayCapabilities Capabilities { get; }

    public override AccountFingerprint Account => _account.Fingerprint;

    public override TimeSpan LongestExchange => _account.Options.Deadline;

    public override void Validate(PaymentRequest request, RequestProblems problems) =>
        RebillyRequestRules.Check(request, _account.Options, problems);

    public override Task<PaymentResult> ExecuteAsync(PaymentCall call) =>
        PassedData.Of(call.Request, _account.Options) is { } passed
            ? LabelledAsync(passed, call)
            : RunAsync(call.Request, call);

    public override Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default) =>
        _lookups.ExecuteAsync(request, cancellationToken);

    public override object? GetService(Type serviceType) =>
        serviceType == typeof(ICustomerVault) ? _vault
        : serviceType == typeof(IRecoveryHintSource) ? _baseline
        : null;

    private async Task<PaymentResult> LabelledAsync(PassedData passed, PaymentCall call)
    {
        var result = await RunAsync(passed.Apply(call.Request), call).ConfigureAwait(false);

        // What was not sent has no level, nor has what an earlier call sent.
        return call.SendHasBegun && result.Outcome != PaymentOutcome.NotSent ? passed.Label(result) : result;
    }

    private Task<PaymentResult> RunAsync(PaymentRequest sent, PaymentCall call) =>
        sent switch
        {
            CaptureRequest request => _captures.ExecuteAsync(request, call),
            VoidRequest request => _voids.ExecuteAsync(request, call),
            RefundRequest request => _refunds.ExecuteAsync(request, call),
            PaymentMethodRequest request => _charges.ExecuteAsync(request, call),
            _ => throw new ArgumentOutOfRangeException(nameof(call)),
        };
}
