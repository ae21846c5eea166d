namespace PaymentAbstractions.Journal.Tests;

/// <summary>Common operations of tests on a journal.</summary>
internal static class Journals
{
    /// <summary>Begins and completes a payment.</summary>
    public static async Task<JournalEntry> PayAsync(
        this IPaymentJournal journal,
        JournalIntent intent,
        JournalOutcome? outcome = null
    )
    {
        var begun = await journal.BeginAsync(intent, TestContext.Current.CancellationToken);
        Assert.Equal(JournalDecisionKind.Started, begun.Kind);
        var written = await journal.CompleteAsync(
            intent.JournalKey,
            begun.Attempt,
            outcome ?? Some.Approved(intent),
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Equal(JournalWriteStatus.Recorded, written.Status);
        return written.Entry!;
    }

    /// <summary>Records an observation.</summary>
    public static async Task<JournalWrite> SeeAsync(this IPaymentJournal journal, JournalObservation observation)
    {
        var write = await journal.ObserveAsync(observation, TestContext.Current.CancellationToken);
        Assert.Equal(JournalWriteStatus.Recorded, write.Status);
        return write;
    }

    /// <summary>Returns the answer to a repeat of the intent.</summary>
    public static async Task<PaymentResult> RepeatAsync(
        this IPaymentJournal journal,
        JournalIntent intent,
        DateTimeOffset? now = null
    )
    {
        var decision = await journal.BeginAsync(intent, TestContext.Current.CancellationToken);
        Assert.Equal(JournalDecisionKind.Answered, decision.Kind);
        return JournalRules.AnswerOf(decision.Entry!, decision.Moved, now ?? Some.Now);
    }

    /// <summary>Returns the keys whose resolutions the application has not received.</summary>
    public static async Task<List<string>> UnpublishedAsync(this IPaymentJournal journal) =>
        [
            .. (
                await journal
                    .GetUnpublishedAsync(cancellationToken: TestContext.Current.CancellationToken)
                    .ToListAsync()
            ).Select(entry => entry.Intent.IdempotencyKey.Value),
        ];

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
