namespace PaymentAbstractions.Journal.Tests;

/// <summary>A provider's notification is stored with the payment and does not change it.</summary>
public abstract class NoteTests(JournalKind kind) : JournalSuite(kind)
{
    private static readonly TransactionReference Sale = Some.Transaction("sale");
    private static readonly JournalIntent SaleIntent = Some.Sale("s");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notification_is_noted_with_the_entry_that_made_the_transaction()
    {
        var journal = await SoldAsync();
        var refund = Some.Refund("r", Sale, 4m);
        await journal.PayAsync(refund, Some.Approved(refund, "refund"));

        var ofSale = await journal.NoteAsync(Sale, Processed(1), Token);
        var ofRefund = await journal.NoteAsync(Some.Transaction("refund"), Processed(2), Token);

        Assert.Equal((JournalWriteStatus.Recorded, SaleIntent.JournalKey), (ofSale.Status, ofSale.Entry!.Key));
        Assert.Equal((JournalWriteStatus.Recorded, refund.JournalKey), (ofRefund.Status, ofRefund.Entry!.Key));
        Assert.Equal([Processed(1)], await NotedAsync(journal, "s"));
        Assert.Equal([Processed(2)], await NotedAsync(journal, "r"));
    }

    [Fact]
    public async Task A_void_that_keeps_the_id_of_its_original_did_not_make_it()
    {
        var journal = await SoldAsync();
        var @void = Some.Void("v", Sale);
        await journal.PayAsync(@void, Some.Approved(@void, "sale"));

        await journal.NoteAsync(Sale, Processed(1), Token);

        Assert.Equal([Processed(1)], await NotedAsync(journal, "s"));
        Assert.Empty(await NotedAsync(journal, "v"));
    }

    [Fact]
    public async Task The_new_name_of_the_gateway_names_the_same_transaction()
    {
        var journal = await SoldAsync();

        await journal.NoteAsync(Some.Renamed(Sale), Processed(1), Token);
        var again = await journal.NoteAsync(Sale, Processed(1), Token);

        Assert.Equal(JournalWriteStatus.Unchanged, again.Status);
    }

    [Fact]
    public async Task The_same_event_of_the_same_revision_is_noted_once()
    {
        var journal = await SoldAsync();
        await journal.NoteAsync(Sale, Processed(1), Token);

        var later = await journal.NoteAsync(Sale, Processed(1) with { At = Some.Now.AddHours(1) }, Token);
        var ofAnotherRevision = await journal.NoteAsync(Sale, Processed(2), Token);
        var anotherEvent = await journal.NoteAsync(Sale, Processed(1) with { EventType = "refunded" }, Token);

        Assert.Equal((JournalWriteStatus.Unchanged, SaleIntent.JournalKey), (later.Status, later.Entry!.Key));
        Assert.Equal(JournalWriteStatus.Recorded, ofAnotherRevision.Status);
        Assert.Equal(JournalWriteStatus.Recorded, anotherEvent.Status);
        Assert.Equal(
            [Processed(1), Processed(2), Processed(1) with { EventType = "refunded" }],
            await NotedAsync(journal, "s")
        );
    }

    [Fact]
    public async Task One_without_a_revision_is_never_taken_for_a_repeat()
    {
        var journal = await SoldAsync();
        var unnumbered = Processed(1) with { ProviderRevision = null };

        await journal.NoteAsync(Sale, Processed(1), Token);
        var first = await journal.NoteAsync(Sale, unnumbered, Token);
        var second = await journal.NoteAsync(Sale, unnumbered, Token);

        Assert.Equal((JournalWriteStatus.Recorded, JournalWriteStatus.Recorded), (first.Status, second.Status));
        Assert.Equal([Processed(1), unnumbered, unnumbered], await NotedAsync(journal, "s"));
    }

    [Theory]
    [InlineData("elsewhere")]
    [InlineData("SALE")]
    public async Task A_transaction_that_was_not_made_here_is_not_found(string id)
    {
        var journal = await SoldAsync();

        var write = await journal.NoteAsync(Some.Transaction(id), Processed(1), Token);
        var ofAnother = await journal.NoteAsync(Some.Transaction("sale", Some.OtherAccount), Processed(1), Token);

        Assert.Equal((JournalWriteStatus.NotFound, JournalWriteStatus.NotFound), (write.Status, ofAnother.Status));
        Assert.Empty(await NotedAsync(journal, "s"));
    }

    [Fact]
    public async Task The_latest_are_kept()
    {
        var journal = await SoldAsync();
        for (var revision = 1; revision <= JournalEntry.MaxNotifications + 3; revision++)
        {
            await journal.NoteAsync(Sale, Processed(revision), Token);
        }

        var noted = await NotedAsync(journal, "s");

        Assert.Equal(32, JournalEntry.MaxNotifications);
        Assert.Equal(
            Enumerable.Range(4, 32).Select(revision => (long?)revision),
            noted.Select(one => one.ProviderRevision)
        );
    }

    [Fact]
    public async Task Nothing_else_of_the_entry_changes_and_nothing_is_published()
    {
        var journal = await SoldAsync();
        await journal.SeeAsync(Some.Observation("sale", refunded: 4m));
        await journal.MarkPublishedAsync(SaleIntent.JournalKey, 2, Token);
        var before = (await journal.FindAsync(SaleIntent.JournalKey, Token))!;
        var answer = await journal.RepeatAsync(SaleIntent);

        var write = await journal.NoteAsync(Sale, Processed(9), Token);

        var after = (await journal.FindAsync(SaleIntent.JournalKey, Token))!;
        Assert.Equal((2, 2), (before.Revision, before.PublishedRevision));
        Assert.Equal(before with { Notifications = [Processed(9)] }, after);
        Assert.Equal(after, write.Entry);
        Assert.Empty(write.Others);
        Assert.Equal(answer, await journal.RepeatAsync(SaleIntent));
        Assert.Empty(await journal.UnpublishedAsync());
    }

    [Fact]
    public async Task An_unpublished_change_stays_unpublished()
    {
        var journal = await SoldAsync();
        await journal.SeeAsync(Some.Observation("sale", isReversed: true));

        await journal.NoteAsync(Sale, Processed(1), Token);

        Assert.Equal(["s"], await journal.UnpublishedAsync());
        Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(SaleIntent)).Outcome);
    }

    [Fact]
    public async Task A_payment_in_doubt_stays_in_doubt()
    {
        var journal = await OpenAsync();
        var waiting = Some.Outcome(SaleIntent, PaymentOutcome.Pending, Sale);
        await journal.PayAsync(SaleIntent, waiting);

        var write = await journal.NoteAsync(Sale, Processed(1), Token);

        Assert.Equal((JournalWriteStatus.Recorded, JournalEntryState.Pending), (write.Status, write.Entry!.State));
        Assert.Equal(
            [SaleIntent.JournalKey],
            (await journal.GetUnresolvedAsync(new JournalQuery(), Token).ToListAsync()).Select(entry => entry.Key)
        );
    }

    [Fact]
    public async Task Notes_outlive_the_outcome_the_revisions_and_the_process()
    {
        var journal = await OpenAsync();
        await journal.PayAsync(SaleIntent, Some.Outcome(SaleIntent, PaymentOutcome.Pending, Sale));
        await journal.NoteAsync(Sale, Processed(1), Token);
        await journal.ResolveAsync(Some.Resolution(SaleIntent, Some.Approved(SaleIntent, "sale")), Token);
        await journal.NoteAsync(Sale, Processed(2), Token);
        await journal.SeeAsync(Some.Observation("sale", isReversed: true));
        var before = await journal.FindAsync(SaleIntent.JournalKey, Token);

        journal = await RestartAsync(journal);

        var after = await journal.FindAsync(SaleIntent.JournalKey, Token);
        Assert.Equal(before, after);
        Assert.NotEmpty(after!.Revisions);
        Assert.Equal([Processed(1), Processed(2)], after.Notifications);
        Assert.Equal(JournalWriteStatus.Unchanged, (await journal.NoteAsync(Sale, Processed(2), Token)).Status);
    }

    public sealed class InMemory() : NoteTests(JournalKind.InMemory);

    public sealed class InSqlite() : NoteTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : NoteTests(JournalKind.PostgreSql);

    private static JournalNotification Processed(long revision) =>
        new()
        {
            EventType = "transaction-processed",
            ProviderRevision = revision,
            At = Some.Now.AddMinutes(revision),
        };

    private static async Task<ValueList<JournalNotification>> NotedAsync(IPaymentJournal journal, string key) =>
        (await journal.FindAsync(Some.Key(key), Token))!.Notifications;
}
