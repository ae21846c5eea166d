using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>Refuses a try beyond the rule of the card's scheme before it costs a fee, where the configuration says so.</summary>
/// <remarks>What the journal cannot tell is no reason to refuse. Two tries at the same instant may both pass.</remarks>
internal sealed class RetryLimitStage(RetryCount retries, JournalAccess journal, JournalClock time) : IPaymentStage
{
    public async Task<PaymentResult> RunAsync(PaymentContext context, PaymentStep next) =>
        context is { Asked: ChargeRequest, Gateway.EnforcesRetryLimits: true, Problems.Count: 0 }
        && await RefusalAsync(context).ConfigureAwait(false) is { } left
            ? PaymentAnswers.RetryLimitReached(context.Asked, context.Gateway.Name, left)
            : await next(context).ConfigureAwait(false);

    private async Task<RetriesLeft?> RefusalAsync(PaymentContext context)
    {
        var patience = context.InFlight.Patience;
        await time.WhenKnownAsync(patience).ConfigureAwait(false);
        var intent = context.IntentIn(new SendWindow(time, context.Gateway.SendWithin, time.Host));
        // A key that is known is answered, whatever the rules of the schemes say.
        var known = await retries
            .TryAsync(intent.IdempotencyKey, () => journal.FindAsync(intent.JournalKey, patience))
            .ConfigureAwait(false);
        return known is null or { MayReopen: true }
            ? await retries.RefusalAsync(intent, context.Gateway.ResponseCodes, patience).ConfigureAwait(false)
            : null;
    }
}
