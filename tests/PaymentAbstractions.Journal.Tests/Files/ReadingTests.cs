namespace PaymentAbstractions.Journal.Tests;

public sealed class ReadingTests
{
    [Fact]
    public async Task Unresolved_entries_are_streamed_in_order_over_several_pages_with_their_conditions()
    {
        await using var journal = await Journals.OpenAsync(new RecordingDisk());
        for (var i = 0; i < 400; i++)
        {
            var sale = Some.Sale($"k{i}", $"o{i}") with
            {
                StartedAt = Some.Now.AddSeconds(-i),
                SendBy = Some.Now.AddSeconds(i),
            };
            var begun = await journal.BeginAsync(sale, TestContext.Current.CancellationToken);
            if (i % 4 != 0)
            {
                var outcome = (i % 4) switch
                {
                    1 => Some.Unknown(sale),
                    2 => Some.Pending(sale),
                    _ => Some.Approved(sale),
                };
                await journal.CompleteAsync(
                    sale.JournalKey,
                    begun.Attempt,
                    outcome,
                    cancellationToken: TestContext.Current.CancellationToken
                );
            }
        }

        var all = await ReadAsync(journal, new JournalQuery());
        var limited = await ReadAsync(journal, new JournalQuery { Limit = 7 });
        var open = await ReadAsync(journal, new JournalQuery { State = JournalEntryState.Open });
        var overdue = await ReadAsync(journal, new JournalQuery { SendByBefore = Some.Now.AddSeconds(8) });
        var counts = await journal.CountAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(300, all.Count);
        Assert.Equal(all.OrderBy(entry => entry.Intent.StartedAt), all);
        Assert.Equal(all.Take(7), limited);
        Assert.Equal(100, open.Count);
        Assert.All(open, entry => Assert.Equal(JournalEntryState.Open, entry.State));
        Assert.Equal(["k6", "k5", "k4", "k2", "k1", "k0"], overdue.Select(entry => entry.Intent.IdempotencyKey.Value));
        Assert.Equal((100, 100, 100, 0), (counts.Open, counts.Pending, counts.Unknown, counts.Unpublished));
    }

    [Fact]
    public async Task What_was_resolved_is_unpublished_until_it_is_marked_also_after_a_restart()
    {
        var disk = new RecordingDisk();
        await using var journal = await Journals.OpenAsync(disk);
        var sale = Some.Sale("key-1");
        await journal.PayAsync(sale, Some.Unknown(sale));
        Assert.Empty(
            await journal.GetUnpublishedAsync(cancellationToken: TestContext.Current.CancellationToken).ToListAsync()
        );
        await journal.ResolveAsync(Some.Resolution(sale, Some.Approved(sale)), TestContext.Current.CancellationToken);

        await using var again = await Journals.OpenAsync(new RecordingDisk(disk.Now()));
        var waiting = Assert.Single(
            await again.GetUnpublishedAsync(10, TestContext.Current.CancellationToken).ToListAsync()
        );
        Assert.Equal(1, (await again.CountAsync(cancellationToken: TestContext.Current.CancellationToken)).Unpublished);
        await again.MarkPublishedAsync(waiting.Key, waiting.Revision, TestContext.Current.CancellationToken);

        Assert.Empty(
            await again.GetUnpublishedAsync(cancellationToken: TestContext.Current.CancellationToken).ToListAsync()
        );
        Assert.Equal(0, (await again.CountAsync(cancellationToken: TestContext.Current.CancellationToken)).Unpublished);
    }

    [Fact]
    public async Task A_handler_that_asks_for_the_same_key_gets_an_answer()
    {
        await using var journal = await Journals.OpenAsync(new RecordingDisk());
        await journal.BeginAsync(Some.Sale("key-1"), TestContext.Current.CancellationToken);

        var again = await journal.BeginAsync(Some.Sale("key-1"), TestContext.Current.CancellationToken);

        Assert.Equal(JournalDecisionKind.InProgress, again.Kind);
    }

    [Fact]
    public async Task An_intent_and_its_look_up_say_the_same()
    {
        var request = Testing.PaymentRequests.Sale();
        var intent = JournalIntent.Of(
            request,
            Some.Gateway,
            Some.Environment,
            Some.Account,
            "payments",
            Some.Now,
            Some.Now.AddSeconds(30)
        );
        await using var journal = await Journals.OpenAsync(new RecordingDisk());
        await journal.BeginAsync(intent, TestContext.Current.CancellationToken);

        var found = await journal.FindAsync(intent.JournalKey, TestContext.Current.CancellationToken);

        Assert.Equal(PaymentAttempt.Of(request, Some.Now, Some.Gateway), found!.ToAttempt());
    }

    private static Task<List<JournalEntry>> ReadAsync(FilePaymentJournal journal, JournalQuery query) =>
        journal.GetUnresolvedAsync(query).ToListAsync();
}
