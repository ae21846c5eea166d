namespace PaymentAbstractions;

/// <summary>
/// Tries again what is safe by its type, waits as a rate limit asks, and leaves a failing gateway alone for a while. Logs what a
/// payment came to.
/// </summary>
internal sealed class ResilienceStage(PaymentsLog log) : IPaymentStage
{
    public async Task<PaymentResult> RunAsync(PaymentContext context, PaymentStep next)
    {
        var result = await context.Gateway.Resilience.SendAsync(context, next).ConfigureAwait(false);
        Log.Outcome(log.Logger, context, result);
        return result;
    }
}
