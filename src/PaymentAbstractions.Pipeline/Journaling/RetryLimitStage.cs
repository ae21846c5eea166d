using Microsoft.Extensions.Logging;

namespace PaymentAbstractions;

/// <summary>If configured, rejects an attempt that exceeds the card scheme's retry limit before it costs a fee.</summary>
/// <remarks>An unreadable journal is no reason to reject. Two attempts at the same instant may both pass.</remarks>
internal sealed class RetryLimitStage(RetryCount retries, JournalClock time, PaymentsLog log) : IPaymentStage
{
    private readonly ILogger _logger = log;

    public Task<PaymentResult> RunAsync(PaymentContext context, PaymentStep next) =>
        context is { Asked: ChargeRequest, Gateway.EnforcesRetryLimits: true, Problems.Count: 0 }
            ? LimitAsync(context, next)
            : next(context);

    private async Task<PaymentResult> LimitAsync(PaymentContext context, PaymentStep next)
    {
        if (await RefusalAsync(context).ConfigureAwait(false) is { } left)
        {
            var refused = PaymentAnswers.RetryLimitReached(context.Asked, context.Gateway.Name, left);
            Log.RetryRefused(_logger, refused.Gateway!, refused.Operation, refused.IdempotencyKey, left.Until);
            return refused;
        }

        return await next(context).ConfigureAwait(false);
    }

    private async Task<RetriesLeft?> RefusalAsync(PaymentContext context)
    {
        var patience = context.InFlight.Patience;
        await time.WhenKnownAsync(patience).ConfigureAwait(false);
        var intent = context.IntentIn(time.OpenWindow(context.Gateway.SendWithin));
        return await retries.RefusalAsync(intent, context.Gateway.ResponseCodes, patience).ConfigureAwait(false);
    }
}
