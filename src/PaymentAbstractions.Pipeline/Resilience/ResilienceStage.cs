namespace PaymentAbstractions;

/// <summary>
/// Retries requests that are safe to repeat, waits for rate limits, and stops sending to a failing gateway for a while.
/// </summary>
internal sealed class ResilienceStage : IPaymentStage
{
    public Task<PaymentResult> RunAsync(PaymentContext context, PaymentStep next) =>
        context.Gateway.Resilience.SendAsync(context, next);
}
