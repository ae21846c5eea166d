using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>Opens journals on disks in memory.</summary>
internal static class Journals
{
    public const string Folder = "/data/journal";

    public static FileJournalOptions Options =>
        new()
        {
            Path = Folder,
            CompactInBackground = false,
            LockTimeout = TimeSpan.Zero,
            SegmentBytes = FileJournalOptions.FewestSegmentBytes,
        };

    public static Task<FilePaymentJournal> OpenAsync(
        IJournalDisk disk,
        Action<FileJournalOptions>? configure = null,
        TimeProvider? time = null
    )
    {
        var options = Options;
        configure?.Invoke(options);
        return FilePaymentJournal.OpenAsync(
            disk,
            options,
            time ?? new ManualTimeProvider(Some.Now),
            CancellationToken.None
        );
    }

    /// <summary>A journal with an authorization of 10, <c>auth</c>.</summary>
    public static async Task<FilePaymentJournal> AuthorizedAsync()
    {
        var journal = await OpenAsync(new RecordingDisk());
        var authorize = Some.Authorize("a");
        await journal.PayAsync(authorize, Some.Approved(authorize, "auth"));
        return journal;
    }

    /// <summary>A journal with a sale of 10, <c>sale</c>.</summary>
    public static async Task<FilePaymentJournal> SoldAsync()
    {
        var journal = await OpenAsync(new RecordingDisk());
        var sale = Some.Sale("s");
        await journal.PayAsync(sale, Some.Approved(sale, "sale"));
        return journal;
    }

    /// <summary>Begins and completes.</summary>
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

    /// <summary>Observes.</summary>
    public static async Task<JournalWrite> SeeAsync(this IPaymentJournal journal, JournalObservation observation)
    {
        var write = await journal.ObserveAsync(observation, TestContext.Current.CancellationToken);
        Assert.Equal(JournalWriteStatus.Recorded, write.Status);
        return write;
    }

    /// <summary>What a repeat of the intent is answered with.</summary>
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

    /// <summary>The keys that the application has not heard of.</summary>
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
