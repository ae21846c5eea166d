namespace PaymentAbstractions;

/// <summary>Sends without a journal: nothing is remembered once a payment has ended.</summary>
internal sealed class NoJournalStage(TimeProvider time) : IJournalStage
{
    public Task<PaymentResult> RunAsync(PaymentContext context, PaymentStep next)
    {
        context.Problems.ThrowIfAny();
        var startedAt = time.GetUtcNow();
        context.MaySend(startedAt, window: null, context.Gateway.HonorsKeyUntil(context.Asked.Operation, startedAt));
        return next(context);
    }

    public Task<FindResult> ObserveAsync(
        FindResult found,
        DateTimeOffset readAt,
        CancellationToken cancellationToken
    ) => Task.FromResult(found);
}
