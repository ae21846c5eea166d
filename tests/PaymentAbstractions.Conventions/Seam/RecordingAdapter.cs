using PaymentAbstractions.Adapters;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Conventions;

internal sealed class RecordingAdapter(string gateway, ExecutedRequests executed)
    : PaymentAdapter,
        IHostedPayment,
        IPaymentMethodSetup
{
    public override GatewayCapabilities Capabilities { get; } =
        new FakePaymentGateway().Capabilities with
        {
            Provider = "Recording",
        };

    public override AccountFingerprint Account { get; } = FakePaymentGateway.AccountOf(gateway);

    public override void Validate(PaymentRequest request, ProblemList problems) { }

    public override Task<PaymentResult> ExecuteAsync(RunningAttempt attempt)
    {
        attempt.TryBeginSend();
        executed.Requests.Enqueue(attempt.Request);
        return Task.FromResult(PaymentResults.Unknown(attempt.Request) with { Gateway = gateway });
    }

    public override Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(FindResult.NotSeen("Nothing is kept here."));

    // A choice without methods opens a page; any other choice opens a form.
    public override bool OpensFormFor(CustomerChoicePaymentMethod choice) => choice.Methods.Count > 0;

    public override PaymentToken? ReadToken(IReadOnlyDictionary<string, string> returnedFields) => new("tok_1");

    public override object? GetService(Type serviceType) => serviceType.IsInstanceOfType(this) ? this : null;

    public Task<PaymentResult> SetupAsync(SetupRequest request, CancellationToken cancellationToken = default) =>
        throw AroundTheSeam();

    public Task<PaymentResult> StartAsync(ChargeRequest request, CancellationToken cancellationToken = default) =>
        throw AroundTheSeam();

    public Task<PaymentResult> CompleteAsync(
        ChargeRequest request,
        IReadOnlyDictionary<string, string> returnedFields,
        CancellationToken cancellationToken = default
    ) => throw AroundTheSeam();

    public Task<VaultResult> StartAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    ) => throw AroundTheSeam();

    public Task<VaultResult> CompleteAsync(
        StorePaymentMethodRequest request,
        IReadOnlyDictionary<string, string> returnedFields,
        CancellationToken cancellationToken = default
    ) => throw AroundTheSeam();

    private static NotSupportedException AroundTheSeam() => new("It must not be reached around the seam.");
}
