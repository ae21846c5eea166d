namespace PaymentAbstractions.Journal.Tests;

/// <summary>Claims on closed payments that are looked up again, by one process at a time.</summary>
public abstract class ClaimTests(JournalKind kind) : JournalSuite(kind)
{
    private static readonly DateTimeOffset Due = Some.Now.AddMinutes(-5);
    private static readonly DateTimeOffset Later = Some.Now.AddMinutes(5);
    private static readonly JournalIntent Sale = Some.Sale("s");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_final_outcome_is_due_when_its_time_has_come_also_in_another_process()
    {
        var journal = await OpenAsync();
        var (due, early) = (Some.Sale("due", "order-due"), Some.Sale("early", "order-early"));
        await journal.PayAsync(due, Some.Approved(due) with { NextCheckAt = Some.Now });
        await journal.PayAsync(early, Some.Approved(early) with { NextCheckAt = Some.Now.AddTicks(1) });
        journal = await RestartAsync(journal);

        var claimed = Assert.Single(await ClaimAsync(journal));

        Assert.Equal(due.JournalKey, claimed.Key);
        Assert.Equal(Some.Now.AddTicks(1), (await journal.FindAsync(early.JournalKey, Token))!.NextCheckAt);
    }

    [Fact]
    public async Task A_claimed_payment_belongs_to_one_process_until_the_claim_expires()
    {
        var journal = await SoldAsync(Due);

        var first = await ClaimAsync(journal, until: Later);
        var second = await ClaimAsync(journal, until: Later);

        Assert.Equal(Later, Assert.Single(first).NextCheckAt);
        Assert.Empty(second);
        // Ends the check without a result, as when the process died and the claim expired.
        await journal.EndCheckAsync(Sale.JournalKey, Later, Some.Now, Token);
        Assert.Single(await ClaimAsync(journal));
    }

    [Fact]
    public async Task Only_the_holder_of_the_claim_ends_it()
    {
        var journal = await SoldAsync(Due);
        await ClaimAsync(journal, until: Some.Now);
        // The claim has expired, and another process has claimed the payment.
        await ClaimAsync(journal, until: Later);

        var late = await journal.EndCheckAsync(Sale.JournalKey, Some.Now, Some.Now.AddDays(1), Token);
        var ended = await journal.EndCheckAsync(Sale.JournalKey, Later, next: null, Token);
        var unknown = await journal.EndCheckAsync(Some.Key("none"), Later, next: null, Token);

        Assert.Equal(JournalWriteStatus.Outdated, late.Status);
        Assert.Equal((JournalWriteStatus.Recorded, null), (ended.Status, ended.Entry!.NextCheckAt));
        Assert.Equal(JournalWriteStatus.NotFound, unknown.Status);
        Assert.Equal(1, ended.Entry.Revision);
        Assert.Empty(await journal.UnpublishedAsync());
    }

    [Fact]
    public async Task Those_that_wait_longest_are_claimed_first_and_no_more_than_wanted()
    {
        var journal = await OpenAsync();
        foreach (var minutes in new[] { 2, 3, 1 })
        {
            var sale = Some.Sale($"{minutes}", $"order-{minutes}");
            await journal.PayAsync(sale, Some.Approved(sale) with { NextCheckAt = Some.Now.AddMinutes(-minutes) });
        }

        var claimed = await ClaimAsync(journal, limit: 2);
        var rest = await ClaimAsync(journal, limit: 2);

        Assert.Equal(["3", "2"], claimed.Select(entry => entry.Intent.IdempotencyKey.Value));
        Assert.Equal(["1"], rest.Select(entry => entry.Intent.IdempotencyKey.Value));
    }

    [Fact]
    public async Task Payments_of_another_gateway_are_left_to_the_process_that_has_it()
    {
        var journal = await SoldAsync(Due);

        var other = await journal.ClaimChecksAsync("cards_us", Later, 10, Token);

        Assert.Empty(other);
        Assert.Single(await ClaimAsync(journal));
    }

    [Theory]
    [InlineData(PaymentOutcome.Unknown)]
    [InlineData(PaymentOutcome.Pending)]
    [InlineData(PaymentOutcome.NotSent)]
    public async Task A_payment_that_is_unresolved_or_may_be_sent_again_is_not_checked(PaymentOutcome outcome)
    {
        var journal = await OpenAsync();
        var transaction = outcome == PaymentOutcome.NotSent ? null : Some.Transaction("t");

        var entry = await journal.PayAsync(Sale, Some.Outcome(Sale, outcome, transaction) with { NextCheckAt = Due });

        Assert.Null(entry.NextCheckAt);
        Assert.Empty(await ClaimAsync(journal));
    }

    [Fact]
    public async Task Without_a_transaction_there_is_nothing_to_look_at()
    {
        var journal = await OpenAsync();

        var entry = await journal.PayAsync(Sale, Some.Declined(Sale) with { NextCheckAt = Due });

        Assert.Null(entry.NextCheckAt);
    }

    [Theory]
    [InlineData("sale", false)]
    [InlineData("void", true)]
    public async Task A_void_that_keeps_the_reference_of_its_sale_is_seen_with_the_sale(string made, bool isChecked)
    {
        var journal = await SoldAsync(Due);
        var voiding = Some.Void("v", Some.Transaction("sale"));

        var entry = await journal.PayAsync(
            voiding,
            Some.Outcome(voiding, PaymentOutcome.Approved, Some.Transaction(made)) with
            {
                NextCheckAt = Due,
            }
        );

        Assert.Equal(isChecked, entry.NextCheckAt is not null);
    }

    [Fact]
    public async Task A_payment_that_is_resolved_later_is_checked_like_one_that_was_answered_immediately()
    {
        var journal = await OpenAsync();
        await journal.PayAsync(Sale, Some.Unknown(Sale));

        var found = Some.Approved(Sale) with { NextCheckAt = Later };
        var write = await journal.ResolveAsync(Some.Resolution(Sale, found), Token);

        Assert.Equal(Later, write.Entry!.NextCheckAt);
        Assert.Null(write.Entry.Outcome!.NextCheckAt);
    }

    [Fact]
    public async Task An_outcome_that_changes_has_checks_of_its_own_and_the_claim_counts_no_more()
    {
        var journal = await OpenAsync();
        var declined = Some.Outcome(Sale, PaymentOutcome.Declined, Some.Transaction("sale"));
        await journal.PayAsync(Sale, declined with { NextCheckAt = Due });
        await ClaimAsync(journal, until: Later);
        var approved = Some.Approved(Sale, "sale") with { NextCheckAt = Some.Now.AddHours(1) };
        await journal.ResolveAsync(Some.Resolution(Sale, approved), Token);

        var ended = await journal.EndCheckAsync(Sale.JournalKey, Later, Some.Now.AddDays(4), Token);

        Assert.Equal(JournalWriteStatus.Outdated, ended.Status);
        Assert.Equal(Some.Now.AddHours(1), (await journal.FindAsync(Sale.JournalKey, Token))!.NextCheckAt);
    }

    [Fact]
    public async Task A_reading_changes_nothing_about_the_checks()
    {
        var journal = await SoldAsync(Due);

        var write = await journal.SeeAsync(Some.Observation("sale", isReversed: true));

        Assert.Equal(Due, write.Entry!.NextCheckAt);
    }

    [Fact]
    public async Task A_claim_of_nothing_is_refused()
    {
        var journal = await OpenAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            journal.ClaimChecksAsync(Some.Gateway, Later, 0, Token)
        );
    }

    private async Task<IPaymentJournal> SoldAsync(DateTimeOffset nextCheckAt)
    {
        var journal = await OpenAsync();
        await journal.PayAsync(Sale, Some.Approved(Sale, "sale") with { NextCheckAt = nextCheckAt });
        return journal;
    }

    private static Task<IReadOnlyList<JournalEntry>> ClaimAsync(
        IPaymentJournal journal,
        DateTimeOffset? until = null,
        int limit = 10
    ) => journal.ClaimChecksAsync(Some.Gateway, until ?? Later, limit, Token);

    public sealed class InMemory() : ClaimTests(JournalKind.InMemory);

    public sealed class InSqlite() : ClaimTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : ClaimTests(JournalKind.PostgreSql);
}
