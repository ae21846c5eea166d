namespace PaymentAbstractions;

/// <summary>Runs every request through the same stages: neutral rules, the provider's rules, journal, resilience, the provider.</summary>
internal sealed class AdapterGateway(
    string name,
    IReadOnlyList<string> formerNames,
    PaymentAdapter adapter,
    ExecutionStage stage,
    ResilientExecution execution
) : IPaymentGateway, IPaymentMethodSetup
{
    private readonly RequestRules _rules = new(name, formerNames, adapter.Capabilities, adapter.Account);

    public string Name => name;

    public GatewayCapabilities Capabilities => adapter.Capabilities;

    public AccountFingerprint Account => adapter.Account;

    public TimeSpan LongestExchange => adapter.LongestExchange;

    public Task<PaymentResult> SaleAsync(SaleRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(request, cancellationToken);

    public Task<PaymentResult> AuthorizeAsync(
        AuthorizeRequest request,
        CancellationToken cancellationToken = default
    ) => RunAsync(request, cancellationToken);

    public Task<PaymentResult> CaptureAsync(CaptureRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(request, cancellationToken);

    public Task<PaymentResult> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(request, cancellationToken);

    public Task<PaymentResult> RefundAsync(RefundRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(request, cancellationToken);

    public Task<PaymentResult> CreditAsync(CreditRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(request, cancellationToken);

    public Task<PaymentResult> SetupAsync(SetupRequest request, CancellationToken cancellationToken = default) =>
        RunAsync(request, cancellationToken);

    public async Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        _rules.ThrowIfInvalid(request);
        return await execution
            .FindAsync(token => adapter.FindAsync(request, token), cancellationToken)
            .ConfigureAwait(false);
    }

    public object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceType == typeof(IPaymentMethodSetup))
        {
            return Capabilities.Supports(PaymentOperation.Setup) ? this : null;
        }

        // Completing may move money, and nothing that moves money goes around the journal.
        return serviceType == typeof(ICompletion) ? null : adapter.GetService(serviceType);
    }

    private async Task<PaymentResult> RunAsync(PaymentRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var problems = new RequestProblems();
        _rules.Check(request, problems);
        var leftOut = CommercialCardPolicy.LeftOut(request, Capabilities);
        request = leftOut is null ? request : CommercialCardPolicy.Without(request);
        adapter.Validate(request, problems);
        problems.ThrowIfAny();
        cancellationToken.ThrowIfCancellationRequested();

        return await stage.RunAsync(request, leftOut, cancellationToken).ConfigureAwait(false);
    }
}
