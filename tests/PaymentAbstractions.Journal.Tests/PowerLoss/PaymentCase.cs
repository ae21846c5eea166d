using PaymentAbstractions.Journal.Sqlite;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>One order: it is paid, and perhaps refunded, captured or voided. All answers are added to the ledger.</summary>
internal sealed class PaymentCase(
    SqlitePaymentJournal journal,
    PaymentLedger ledger,
    VfsRecording recording,
    string name,
    Random random
)
{
    public async Task RunAsync()
    {
        var authorizes = random.Next(3) == 0;
        var intent = authorizes
            ? Some.Authorize("key-" + name, "order-" + name)
            : Some.Sale("key-" + name, "order-" + name);
        intent = intent with
        {
            Hints = new RecoveryHints
            {
                TakenAt = Some.Now,
                KnownTransactionIds = [.. Enumerable.Range(0, random.Next(60)).Select(i => $"known-{name}-{i}")],
            },
        };
        if (await DoAsync(intent) is not { IsApproved: true, Outcome.Transaction: { } transaction })
        {
            return;
        }

        switch (random.Next(3))
        {
            case 0 when authorizes:
                await DoAsync(Some.Capture("capture-" + name, transaction));
                break;
            case 1 when authorizes:
                await DoAsync(Some.Void("void-" + name, transaction));
                break;
            case 0:
                await DoAsync(Some.Refund("refund-" + name, transaction, 4m));
                await DoAsync(Some.Refund("rest-" + name, transaction, 6m));
                break;
            case 1:
                var reading = Some.Observation(transaction.TransactionId, isReversed: true);
                await RecordAsync(() => journal.ObserveAsync(reading));
                break;
        }
    }

    private async Task<JournalEntry?> DoAsync(JournalIntent intent)
    {
        var begun = await journal.BeginAsync(intent);
        while (begun.Kind == JournalDecisionKind.NotRecorded)
        {
            begun = await journal.BeginAsync(intent);
        }

        if (!begun.IsStarted)
        {
            return null;
        }

        ledger.Note(begun.Entry!, recording);
        if (random.Next(8) == 0)
        {
            await RecordAsync(() => journal.CompleteAsync(intent.JournalKey, 1, Some.Unknown(intent)));
            await RecordAsync(() => journal.ExtendAsync(intent.JournalKey, 1, 0, intent.SendBy.AddMinutes(1)));
            return null;
        }

        var outcome = random.Next(5) switch
        {
            0 => Some.Unknown(intent),
            1 => Some.Declined(intent),
            _ => Some.Approved(intent),
        };
        var entry = await RecordAsync(() => journal.CompleteAsync(intent.JournalKey, 1, outcome));
        if (!entry.IsInDoubt)
        {
            return entry;
        }

        entry = await RecordAsync(() => journal.ResolveAsync(Some.Resolution(intent, Some.Approved(intent))));
        return await RecordAsync(() => journal.MarkPublishedAsync(intent.JournalKey, entry.Revision));
    }

    // A write that failed may still exist after a crash, so it is repeated until it is answered.
    private async Task<JournalEntry> RecordAsync(Func<Task<JournalWrite>> record)
    {
        var write = await record();
        while (write.Status == JournalWriteStatus.NotRecorded)
        {
            write = await record();
        }

        // A resend that was recorded despite the failure is not permitted twice.
        Assert.True(
            write.IsRecorded || write is { Status: JournalWriteStatus.Outdated, Entry.Resends: 1 },
            $"{write.Status} {write.Failure}"
        );
        foreach (var entry in write.Others.Append(write.Entry!))
        {
            ledger.Note(entry, recording);
        }

        return write.Entry!;
    }
}
