using PaymentAbstractions;

namespace Checkout.Payments;

public sealed partial class OrderPayments
{
    /// <summary>Asks the provider for the outcome of unresolved payments. Sends nothing again.</summary>
    public async Task<Order> LookUpAsync(string number, CancellationToken cancellationToken)
    {
        var order = await GetAsync(number, cancellationToken);
        var attempt =
            order.StepInDoubt is { } step ? step.ToAttempt()
            // An order that waits for another attempt hears of it from recovery; that its own was not sent proves nothing.
            : order is { State: OrderState.Paying, Charge: { } charge }
            && (order.Result is null || order.Result.IdempotencyKey == KeyOf(charge))
                ? charge.ToAttempt()
            : null;
        if (attempt is null)
        {
            return order;
        }

        var found = await gateways.Get(attempt.Gateway!).FindAsync(FindRequest.For(attempt), cancellationToken);
        return found switch
            {
                { IsFound: true } => await ConcludeAsync(
                    number,
                    attempt.IdempotencyKey,
                    ResultOf(attempt, found.State)
                ),
                { Status: FindStatus.ProvenAbsent } => await ConcludeAsync(
                    number,
                    attempt.IdempotencyKey,
                    ResultOf(attempt, PaymentOutcome.NotSent) with
                    {
                        Reason = PaymentReason.ProvenAbsent,
                    }
                ),
                _ => order,
            } ?? order;
    }

    private static PaymentResult ResultOf(PaymentAttempt attempt, PaymentOutcome outcome) =>
        new()
        {
            Outcome = outcome,
            Operation = attempt.Operation,
            IdempotencyKey = attempt.IdempotencyKey,
            Gateway = attempt.Gateway,
            RequestedAmount = attempt.Amount,
        };

    private static PaymentResult ResultOf(PaymentAttempt attempt, TransactionState found) =>
        ResultOf(attempt, found.Outcome) with
        {
            Reason = found.Reason,
            Transaction = found.Transaction,
            ApprovedAmount = found.Outcome is PaymentOutcome.Approved ? attempt.Amount : found.ProcessedAmount,
            ProcessedAmount = found.ProcessedAmount,
            RefundedAmount = found.RefundedAmount,
            Code = found.Code,
            PaymentMethod = found.PaymentMethod,
            CommercialData = found.CommercialData,
            Verification = found.Verification,
            NextAction = found.NextAction,
        };
}
