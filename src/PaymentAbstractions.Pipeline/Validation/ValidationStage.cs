namespace PaymentAbstractions;

/// <summary>
/// Rejects a request without a key, and an invalid request whose caller has left. The journal stage handles all other problems, because a
/// known key is answered in spite of the rules of the requested gateway.
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
