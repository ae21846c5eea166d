namespace PaymentAbstractions;

/// <summary>
/// Refuses what has no key, and what is wrong when its caller has left. Every other problem is left to the journal stage, because
/// a key that is known is answered whatever the rules of the gateway that is asked.
/// </summary>
internal sealed class ValidationStage : IPaymentStage
{
    public Task<PaymentResult> RunAsync(PaymentContext context, PaymentStep next)
    {
        var hasLeft = context.Caller.IsCancellationRequested;
        if (hasLeft || !context.Asked.IdempotencyKey.IsSpecified)
        {
            context.Problems.ThrowIfAny();
        }

        return hasLeft ? Task.FromCanceled<PaymentResult>(context.Caller) : next(context);
    }
}
