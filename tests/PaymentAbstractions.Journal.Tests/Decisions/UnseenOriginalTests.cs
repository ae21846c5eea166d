namespace PaymentAbstractions.Journal.Tests;

/// <summary>Refunds of a sale that the journal does not contain, so that the refundable amount is unknown.</summary>
public abstract class UnseenOriginalTests(JournalKind kind) : JournalSuite(kind)
{
    private static readonly TransactionReference Sale = Some.Transaction("made-elsewhere");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PaymentOutcome.Unknown, JournalDecisionKind.OriginalBusy)]
    [InlineData(PaymentOutcome.Pending, JournalDecisionKind.OriginalBusy)]
    [InlineData(PaymentOutcome.Declined, JournalDecisionKind.Started)]
    [InlineData(PaymentOutcome.Approved, JournalDecisionKind.Started)]
    public async Task A_refund_waits_for_one_in_doubt(PaymentOutcome first, JournalDecisionKind expected)
    {
        var journal = await OpenAsync();
        var refund = Some.Refund("r1", Sale, 6m);
        await journal.PayAsync(
            refund,
            first == PaymentOutcome.Approved ? Some.Approved(refund) : Some.Outcome(refund, first)
        );

        var second = await journal.BeginAsync(Some.Refund("r2", Sale, 6m), Token);

        Assert.Equal(expected, second.Kind);
    }

    [Fact]
    public async Task The_captured_amount_that_the_caller_knows_counts_instead()
    {
        var journal = await OpenAsync();
        var refund = Some.Refund("r1", Sale, 6m);
        await journal.PayAsync(refund, Some.Unknown(refund));

        var second = await journal.BeginAsync(
            Some.Refund("r2", Sale, 6m) with
            {
                OriginalCaptured = Money.Usd(12m),
            },
            Token
        );

        Assert.True(second.IsStarted);
    }

    [Fact]
    public async Task For_a_stranger_counts_what_the_caller_knows_and_what_was_done_since()
    {
        var journal = await OpenAsync();
        var known = Some.Refund("r1", Sale, 6m) with { OriginalCaptured = Money.Usd(10m) };
        await journal.PayAsync(known);

        var tooMuch = await journal.BeginAsync(
            known with
            {
                IdempotencyKey = new("r2"),
                Amount = Money.Usd(5m),
            },
            Token
        );
        var unlimited = await journal.BeginAsync(Some.Refund("r3", Some.Transaction("stranger"), 1000m), Token);

        Assert.Equal(Money.Usd(4m), tooMuch.Available);
        Assert.True(unlimited.IsStarted);
    }

    public sealed class InMemory() : UnseenOriginalTests(JournalKind.InMemory);

    public sealed class InSqlite() : UnseenOriginalTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : UnseenOriginalTests(JournalKind.PostgreSql);
}
