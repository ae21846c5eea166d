using Microsoft.Extensions.Configuration;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>Acme through an adapter that overrides the optional steps.</summary>
public sealed class StepsProvider : HttpPaymentProvider<AcmeOptions>
{
    public override string Name => "Steps";

    protected override void Bind(IConfiguration configuration, AcmeOptions options)
    {
        configuration.Bind(options);
        options.ApiKey = new ApiKey(AdapterFixture.Secret);
    }

    protected override void Validate(AcmeOptions options, GatewayContext context, ProblemList problems) { }

    protected override PaymentAdapter CreateAdapter(AcmeOptions options, GatewayContext context) =>
        new Adapter(options, context);

    private sealed class Adapter(AcmeOptions options, GatewayContext context) : AcmeAdapter(options, context)
    {
        public override AttemptGuards GuardsFor(PaymentRequest request, EarlierPayment? original) =>
            request.Description == "note"
                ? new AttemptGuards { Guards = [new PaymentGuard { Name = "equal charges" }], ReadsFirst = true }
                : base.GuardsFor(request, original);

        // Settled payments are refunded instead of voided.
        protected override PaymentOperation PerformsAs(PaymentOperation operation, ProviderTransaction? original) =>
            operation == PaymentOperation.Void && original?.IsSettled == true ? PaymentOperation.Refund : operation;

        protected override ValueList<PaymentOperation> MayShowAs(AdapterAttempt attempt) =>
            attempt.PerformsAs == PaymentOperation.Sale
                ? [PaymentOperation.Sale, PaymentOperation.Capture]
                : base.MayShowAs(attempt);

        protected override ProviderRefusal? RefuseByOriginal(AdapterAttempt attempt) =>
            attempt.Original!.Transaction.Description == "locked"
                ? ProviderRefusal.Rejected(PaymentReason.NotPermitted, $"Locked for {AdapterFixture.Secret}.")
                : null;

        protected override async Task<PreparedRead> PrepareAsync(AdapterAttempt attempt, RunningAttempt running) =>
            attempt.Request!.Description switch
            {
                "refuse" => PreparedRead.Refused(ProviderRefusal.Rejected(PaymentReason.NotPermitted, "Not today.")),
                "fail" => PreparedRead.Failed("The catalog could not be read."),
                "note" => PreparedRead.With(
                    await running.PrepareAsync(token => BaselineAsync(ListFor(attempt)!, token))
                ),
                _ => PreparedRead.Ready,
            };

        protected override Task<FindResult> InquireAsync(
            TransactionState state,
            bool isOfAttempt,
            CancellationToken cancellationToken = default
        ) =>
            Task.FromResult(
                isOfAttempt && state.Reason == PaymentReason.ProviderNeverSent
                    ? FindResult.ProvenAbsent("Acme never sent it.")
                    : FindResult.Found(state)
            );

        protected override TransactionState Describe(TransactionState state, ProviderTransaction shown) =>
            state with
            {
                BillingDescriptor = "Described",
            };

        protected override bool IsTransactionId(string id) =>
            base.IsTransactionId(id) && id.StartsWith("pay_", StringComparison.Ordinal);
    }
}
