namespace PaymentAbstractions.Journal.Tests;

/// <summary>An attempt that is sent again has several exchanges, and each exchange proves only its own outcome.</summary>
public abstract class ResendTests(JournalKind kind) : JournalSuite(kind)
{
    private static JournalIntent Overdue { get; } = Some.Sale("a") with { SendBy = Some.Now.AddSeconds(-1) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PaymentOutcome.NotSent, false)]
    [InlineData(PaymentOutcome.NotSent, true)]
    [InlineData(PaymentOutcome.Rejected, false)]
    [InlineData(PaymentOutcome.Rejected, true)]
    [InlineData(PaymentOutcome.Declined, false)]
    [InlineData(PaymentOutcome.Declined, true)]
    public async Task An_exchange_that_comes_too_late_does_not_end_the_doubt_of_another(
        PaymentOutcome late,
        bool isRecorded
    )
    {
        var journal = await OpenAsync();
        var sale = Overdue;
        await journal.BeginAsync(sale, Token);
        var extended = await journal.ExtendAsync(sale.JournalKey, 1, 0, Some.Now.AddHours(1), Token);
        if (isRecorded)
        {
            await journal.CompleteAsync(sale.JournalKey, 1, Some.Unknown(sale), false, 1, Token);
        }

        var stale = await journal.CompleteAsync(sale.JournalKey, 1, Some.Outcome(sale, late), cancellationToken: Token);
        var other = await journal.BeginAsync(Some.Sale("b"), Token);
        var approved = await journal.CompleteAsync(sale.JournalKey, 1, Some.Approved(sale), cancellationToken: Token);

        Assert.Equal((JournalWriteStatus.Recorded, 1), (extended.Status, extended.Entry!.Resends));
        Assert.Equal(JournalWriteStatus.Outdated, stale.Status);
        Assert.Equal(JournalDecisionKind.OrderInProgress, other.Kind);
        Assert.Equal(JournalWriteStatus.Recorded, approved.Status);
    }

    [Fact]
    public async Task A_look_up_that_began_before_it_was_sent_again_concludes_nothing()
    {
        var journal = await OpenAsync();
        await journal.BeginAsync(Overdue, Token);
        var leased = await journal.LeaseAsync(Overdue.JournalKey, 0, Some.Now.AddMinutes(5), Token);
        var extended = await journal.ExtendAsync(Overdue.JournalKey, 1, 0, Some.Now.AddSeconds(1), Token);

        var late = await journal.ResolveAsync(
            Some.Resolution(Overdue, Some.Outcome(Overdue, PaymentOutcome.NotSent)) with
            {
                At = Some.Now.AddMinutes(2),
                LeaseEpoch = leased.Entry!.LeaseEpoch,
            },
            Token
        );

        Assert.Equal(JournalWriteStatus.Recorded, extended.Status);
        Assert.Null(extended.Entry!.LeasedUntil);
        Assert.Equal(JournalWriteStatus.Outdated, late.Status);
        Assert.Null((await journal.FindAsync(Overdue.JournalKey, Token))!.Outcome);
    }

    [Fact]
    public async Task Of_two_that_look_at_one_attempt_one_sends_it_again()
    {
        var journal = await OpenAsync();
        var sale = Overdue;
        await journal.BeginAsync(sale, Token);

        var extensions = await Task.WhenAll(
            Enumerable
                .Range(1, 10)
                .Select(i =>
                    Task.Run(() => journal.ExtendAsync(sale.JournalKey, 1, 0, Some.Now.AddHours(1).AddTicks(i), Token))
                )
        );

        Assert.Single(extensions, one => one.Status == JournalWriteStatus.Recorded);
        Assert.Equal(9, extensions.Count(one => one.Status == JournalWriteStatus.Outdated));
    }

    [Fact]
    public async Task While_an_exchange_may_be_under_way_no_other_begins()
    {
        var journal = await OpenAsync();
        var sale = Some.Sale("a");
        await journal.BeginAsync(sale, Token);

        var open = await ExtendAsync(0);
        await journal.CompleteAsync(sale.JournalKey, 1, Some.Unknown(sale), cancellationToken: Token);
        var first = await ExtendAsync(0);
        var second = await ExtendAsync(1);
        await journal.CompleteAsync(sale.JournalKey, 1, Some.Unknown(sale), resends: 1, cancellationToken: Token);
        var third = await ExtendAsync(1);

        Assert.Equal(
            [
                JournalWriteStatus.TooEarly,
                JournalWriteStatus.Recorded,
                JournalWriteStatus.TooEarly,
                JournalWriteStatus.Recorded,
            ],
            new[] { open, first, second, third }.Select(write => write.Status)
        );

        Task<JournalWrite> ExtendAsync(int resends) =>
            journal.ExtendAsync(sale.JournalKey, 1, resends, Some.Now.AddHours(1), Token);
    }

    [Fact]
    public async Task The_first_exchange_may_end_its_attempt_as_not_sent()
    {
        var journal = await OpenAsync();
        var sale = Some.Sale("a");
        await journal.BeginAsync(sale, Token);

        var first = await journal.CompleteAsync(sale.JournalKey, 1, Some.NotSent(sale), cancellationToken: Token);
        var again = await journal.CompleteAsync(sale.JournalKey, 1, Some.NotSent(sale), cancellationToken: Token);

        Assert.Equal((JournalWriteStatus.Recorded, JournalWriteStatus.Unchanged), (first.Status, again.Status));
    }

    public sealed class InMemory() : ResendTests(JournalKind.InMemory);

    public sealed class InSqlite() : ResendTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : ResendTests(JournalKind.PostgreSql);
}
