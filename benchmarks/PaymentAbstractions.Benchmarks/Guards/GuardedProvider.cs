using Microsoft.Extensions.Configuration;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Benchmarks.Guards;

/// <summary>A provider within the process whose exchanges take a set time, so that what is left is the guards'.</summary>
internal sealed class GuardedProvider : PaymentProvider<GuardedProvider.Options>
{
    public override string Name => "Guarded";

    /// <summary>How long an exchange takes.</summary>
    public static TimeSpan Exchange { get; set; }

    protected override void Bind(IConfiguration configuration, Options options) { }

    protected override void Validate(Options options, GatewayContext context, ProblemList problems) { }

    protected override PaymentAdapter CreateAdapter(Options options, GatewayContext context) => new Adapter(context);

    internal sealed class Options : GatewayOptions;

    private sealed class Adapter(GatewayContext context) : PaymentAdapter
    {
        private int _last;

        public override GatewayCapabilities Capabilities { get; } =
            new()
            {
                Provider = "Guarded",
                Operations = [PaymentOperation.Sale],
                PaymentMethods = [PaymentMethodKind.Stored],
            };

        public override AccountFingerprint Account { get; } = AccountFingerprint.Of("Guarded", "here", "shop");

        public override void Validate(PaymentRequest request, ProblemList problems) { }

        // What the description asks for, with the customer's name.
        public override AttemptGuards GuardsFor(PaymentRequest request, EarlierPayment? original) =>
            request.Description == nameof(AttemptGuards.None)
                ? AttemptGuards.None
                : new AttemptGuards
                {
                    Guards =
                    [
                        new PaymentGuard
                        {
                            Name = $"customer:{request.CustomerId}",
                            IsShared = request.Description == nameof(PaymentGuard.IsShared),
                        },
                    ],
                    ReadsFirst = request.Description == nameof(AttemptGuards.ReadsFirst),
                };

        public override async Task<PaymentResult> ExecuteAsync(RunningAttempt attempt)
        {
            var refused = attempt.MustAmend ? await attempt.AmendAsync(new AttemptReading()) : null;
            if (refused is not null || !attempt.TryBeginSend())
            {
                return refused ?? throw new InvalidOperationException("The gate did not open.");
            }

            await Task.Delay(Exchange);
            var request = attempt.Request;
            return new PaymentResult
            {
                Outcome = PaymentOutcome.Approved,
                Operation = request.Operation,
                Gateway = context.Name,
                IdempotencyKey = request.IdempotencyKey,
                Transaction = new TransactionReference(
                    context.Name,
                    Account,
                    $"txn-{Interlocked.Increment(ref _last)}"
                ),
                RequestedAmount = request.Amount,
                ApprovedAmount = request.Amount,
            };
        }

        public override Task<FindResult> FindAsync(
            FindRequest request,
            CancellationToken cancellationToken = default
        ) => Task.FromResult(FindResult.NotSeen("Nothing is looked up here."));
    }
}
