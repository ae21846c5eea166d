namespace PaymentAbstractions;

/// <summary>
/// Tries again what is safe by its type, waits as a rate limit asks, and leaves a failing gateway alone for a while.
/// </summary>
internal sealed class ResilienceStage : IPaymentStage
{
    public Task<PaymentResult> RunAsync(PaymentContext context, PaymentStep next) =>
        context.Gateway.Resilience.SendAsync(context, next);
}
