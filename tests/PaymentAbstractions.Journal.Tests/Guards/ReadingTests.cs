using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>The amount that may be given back after the original was read under its guard.</summary>
public abstract class ReadingTests(JournalKind kind) : JournalSuite(kind)
{
    private static readonly TransactionReference Sale = Some.Transaction("sale");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refunds_of_a_sale_that_the_journal_has_not_seen_stay_within_it()
    {
        var journal = await OpenAsync();
        var reading = new AttemptReading { Captured = Money.Usd(20m) };

        var first = await RefundAsync(journal, "r1", 20m, reading);
        journal = await RestartAsync(journal);
        var second = await RefundAsync(journal, "r2", 20m, reading);
        var third = await RefundAsync(journal, "r3", 0.01m, reading);

        Assert.True(first.IsStarted);
        // The whole amount was given back.
        Assert.Equal(JournalDecisionKind.OriginalClosed, second.Kind);
        Assert.Equal(JournalDecisionKind.OriginalClosed, third.Kind);
    }

    [Theory]
    [InlineData(12, 8, true)]
    [InlineData(12.01, 8, false)]
    public async Task Refunds_elsewhere_are_added_to_those_in_the_journal(
        decimal elsewhere,
        decimal amount,
        bool mayBeSent
    )
    {
        var journal = await OpenAsync();
        var reading = new AttemptReading { Captured = Money.Usd(30m) };
        Assert.True((await RefundAsync(journal, "r1", 10m, reading)).IsStarted);

        var decision = await RefundAsync(journal, "r2", amount, reading, Money.Usd(elsewhere));

        Assert.Equal(mayBeSent, decision.IsStarted);
    }

    [Fact]
    public async Task A_dashboard_refund_and_ours_that_is_not_shown_yet_both_count()
    {
        var journal = await OpenAsync();
        Assert.True((await RefundAsync(journal, "r1", 30m, Shown(100m), made: "ours")).IsStarted);
        var reading = Shown(100m, Movement("dashboard", 40m));

        Assert.Equal(JournalDecisionKind.ExceedsOriginal, (await RefundAsync(journal, "r2", 30.01m, reading)).Kind);
        Assert.True((await RefundAsync(journal, "r3", 30m, reading)).IsStarted);
    }

    [Fact]
    public async Task A_refund_that_was_voided_in_the_dashboard_counts_nothing()
    {
        var journal = await OpenAsync();
        await RefundAsync(journal, "r1", 100m, Shown(100m), made: "ours");

        var reading = Shown(100m, Movement("ours", 100m) with { MovedNothing = true });

        Assert.True((await RefundAsync(journal, "r2", 100m, reading)).IsStarted);
    }

    [Theory]
    [InlineData(true, 70, true)]
    [InlineData(true, 70.01, false)]
    [InlineData(false, 40, true)]
    [InlineData(false, 40.01, false)]
    public async Task A_refund_in_doubt_that_has_landed_counts_once_when_that_is_proven(
        bool isProven,
        decimal amount,
        bool mayBeSent
    )
    {
        var journal = await OpenAsync();
        await RefundAsync(journal, "r1", 30m, Shown(100m), PaymentOutcome.Unknown);

        var landed = Movement("landed", 30m) with { MadeBy = isProven ? new IdempotencyKey("r1") : null };
        var decision = await RefundAsync(journal, "r2", amount, Shown(100m, landed));

        Assert.Equal(mayBeSent, decision.IsStarted);
    }

    [Fact]
    public async Task A_refund_that_a_person_closed_without_its_transaction_counts()
    {
        var journal = await OpenAsync();
        await RefundAsync(journal, "r1", 60m, Shown(100m), PaymentOutcome.Unknown);
        var refund = Some.Refund("r1", Sale, 60m);
        var approval = Some.Outcome(refund, PaymentOutcome.Approved, approved: refund.Amount);
        await journal.ResolveAsync(Some.Resolution(refund, approval), Token);

        Assert.Equal(JournalDecisionKind.ExceedsOriginal, (await RefundAsync(journal, "r2", 40.01m, Shown(100m))).Kind);
        Assert.True((await RefundAsync(journal, "r3", 40m, Shown(100m))).IsStarted);
    }

    [Fact]
    public async Task An_attempt_in_the_queue_does_not_count_before_its_turn()
    {
        var journal = await OpenAsync();
        var (first, second) = (Guarded("r1", 60m), Guarded("r2", 60m));
        await journal.BeginAsync(first, Token);
        await journal.BeginAsync(second, Token);

        var amended = await journal.AmendAsync(first.JournalKey, 1, Shown(100m), Token);
        await journal.CompleteAsync(first.JournalKey, 1, Some.Approved(first, "txn-r1"), cancellationToken: Token);
        var refused = await journal.AmendAsync(second.JournalKey, 1, Shown(100m), Token);

        Assert.True(amended.IsStarted);
        Assert.Equal(JournalDecisionKind.ExceedsOriginal, refused.Kind);
    }

    [Fact]
    public async Task Its_own_movement_that_a_repeat_finds_does_not_block_it()
    {
        var journal = await OpenAsync();
        var refund = Guarded("r1", 100m);
        await journal.BeginAsync(refund, Token);
        await journal.AmendAsync(refund.JournalKey, 1, Shown(100m), Token);
        await journal.CompleteAsync(refund.JournalKey, 1, Some.Unknown(refund), cancellationToken: Token);
        await journal.ExtendAsync(refund.JournalKey, 1, 0, Some.Now.AddHours(1), Token);

        var own = Movement("landed", 100m) with { MadeBy = refund.IdempotencyKey };

        Assert.True((await journal.AmendAsync(refund.JournalKey, 1, Shown(100m, own), Token)).IsStarted);
    }

    [Fact]
    public async Task A_refund_elsewhere_that_is_shown_and_declared_counts_once()
    {
        var journal = await OpenAsync();
        var reading = Shown(100m, Movement("dashboard", 30m));

        Assert.True((await RefundAsync(journal, "r1", 70m, reading, elsewhere: Money.Usd(30m))).IsStarted);
    }

    [Fact]
    public async Task A_movement_in_another_currency_closes_the_original()
    {
        var journal = await OpenAsync();
        var movement = new ShownMovement
        {
            TransactionId = "m",
            Operation = PaymentOperation.Refund,
            Amount = Money.Eur(1m),
        };

        var decision = await RefundAsync(journal, "r1", 1m, Shown(100m, movement));

        Assert.Equal(JournalDecisionKind.OriginalClosed, decision.Kind);
    }

    [Fact]
    public async Task A_void_that_becomes_a_refund_is_limited_as_one()
    {
        var journal = await OpenAsync();
        await RefundAsync(journal, "r1", 5m, new AttemptReading { Captured = Money.Usd(20m) }, PaymentOutcome.Unknown);
        var voiding = Some.Void("v", Sale) with { Guards = Guards, ReadsFirst = true };
        var reading = new AttemptReading { Captured = Money.Usd(20m), VoidAsRefund = Money.Usd(20m) };

        var begun = await journal.BeginAsync(voiding, Token);

        var refund = Some.Refund("r1", Sale, 5m);
        Assert.Equal(JournalDecisionKind.OriginalBusy, begun.Kind);
        await journal.ResolveAsync(Some.Resolution(refund, Some.Approved(refund)), Token);
        Assert.Equal(JournalDecisionKind.OriginalClosed, (await journal.BeginAsync(voiding, Token)).Kind);
        var fresh = await OpenAsync();
        await fresh.BeginAsync(voiding with { RefundedElsewhere = Money.Usd(0.01m) }, Token);
        Assert.Equal(
            JournalDecisionKind.ExceedsOriginal,
            (await fresh.AmendAsync(voiding.JournalKey, 1, reading, Token)).Kind
        );
    }

    private static ValueList<PaymentGuard> Guards { get; } = [new PaymentGuard { Name = "sale" }];

    private static JournalIntent Guarded(string key, decimal amount) =>
        Some.Refund(key, Sale, amount) with
        {
            Guards = Guards,
            ReadsFirst = true,
        };

    private static AttemptReading Shown(decimal captured, params ReadOnlySpan<ShownMovement> movements) =>
        new()
        {
            Captured = Money.Usd(captured),
            ShowsMovements = true,
            Movements = [.. movements],
        };

    private static ShownMovement Movement(string id, decimal amount) =>
        new()
        {
            TransactionId = id,
            Operation = PaymentOperation.Refund,
            Amount = Money.Usd(amount),
        };

    private static Task<JournalDecision> RefundAsync(
        IPaymentJournal journal,
        string key,
        decimal amount,
        AttemptReading reading,
        Money? elsewhere
    ) => RefundAsync(journal, key, amount, reading, PaymentOutcome.Approved, elsewhere: elsewhere);

    private static async Task<JournalDecision> RefundAsync(
        IPaymentJournal journal,
        string key,
        decimal amount,
        AttemptReading reading,
        PaymentOutcome outcome = PaymentOutcome.Approved,
        string? made = null,
        Money? elsewhere = null
    )
    {
        var refund = Some.Refund(key, Sale, amount) with
        {
            Guards = Guards,
            ReadsFirst = true,
            RefundedElsewhere = elsewhere,
        };
        var begun = await journal.BeginAsync(refund, Token);
        if (!begun.IsStarted)
        {
            return begun;
        }

        var amended = await journal.AmendAsync(refund.JournalKey, 1, reading, Token);
        var became =
            !amended.IsStarted ? Some.Rejected(refund)
            : outcome == PaymentOutcome.Approved ? Some.Approved(refund, made ?? $"txn-{key}")
            : Some.Outcome(refund, outcome);
        await journal.CompleteAsync(refund.JournalKey, 1, became, cancellationToken: Token);
        return amended;
    }

    public sealed class InMemory() : ReadingTests(JournalKind.InMemory);

    public sealed class InSqlite() : ReadingTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : ReadingTests(JournalKind.PostgreSql);
}
