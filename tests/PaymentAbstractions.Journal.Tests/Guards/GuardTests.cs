using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Journal.Tests;

/// <summary>Which attempt holds a guard, which ones wait for it, and when it is free.</summary>
public abstract class GuardTests(JournalKind kind) : JournalSuite(kind)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_attempt_goes_first()
    {
        var journal = await OpenAsync();
        var sales = Sales(3);

        var first = await journal.BeginAsync(sales[0], Token);
        var second = await journal.BeginAsync(sales[1], Token);
        var third = await journal.BeginAsync(sales[2], Token);

        Assert.True(first.Turn!.IsHeld);
        Assert.Equal((false, sales[0].JournalKey), (second.Turn!.IsHeld, second.Turn.HeldBy));
        Assert.False(third.Turn!.IsHeld);

        await CompleteAsync(journal, sales[0]);
        Assert.False((await journal.GetTurnAsync(sales[2].JournalKey, 1, Token)).IsHeld);
        Assert.True((await journal.GetTurnAsync(sales[1].JournalKey, 1, Token)).IsHeld);

        await CompleteAsync(journal, sales[1]);
        Assert.True((await journal.GetTurnAsync(sales[2].JournalKey, 1, Token)).IsHeld);
    }

    [Theory]
    [InlineData(PaymentOutcome.Approved)]
    [InlineData(PaymentOutcome.Unknown)]
    [InlineData(PaymentOutcome.Pending)]
    [InlineData(PaymentOutcome.NotSent)]
    public async Task Every_outcome_frees_the_guard(PaymentOutcome outcome)
    {
        var journal = await OpenAsync();
        var sales = Sales(2);
        await journal.BeginAsync(sales[0], Token);
        await journal.BeginAsync(sales[1], Token);

        await journal.CompleteAsync(sales[0].JournalKey, 1, Some.Outcome(sales[0], outcome), cancellationToken: Token);

        Assert.True((await journal.GetTurnAsync(sales[1].JournalKey, 1, Token)).IsHeld);
    }

    [Theory]
    [InlineData(PaymentOutcome.Unknown, false)]
    [InlineData(PaymentOutcome.Pending, false)]
    [InlineData(PaymentOutcome.Approved, true)]
    [InlineData(PaymentOutcome.NotSent, true)]
    public async Task A_payment_that_ended_unresolved_keeps_its_shared_place_until_it_is_resolved(
        PaymentOutcome outcome,
        bool isFree
    )
    {
        var journal = await OpenAsync();
        var sales = Sales(3);
        var shared = new PaymentGuard { Name = "equal", IsShared = true };
        sales[0] = sales[0] with { Guards = [shared], HoldGuardsFor = TimeSpan.FromHours(2) };
        sales[1] = sales[1] with { Guards = [shared] };
        await journal.BeginAsync(sales[0], Token);
        await journal.CompleteAsync(sales[0].JournalKey, 1, Some.Outcome(sales[0], outcome), cancellationToken: Token);

        Assert.True((await journal.BeginAsync(sales[1], Token)).Turn!.IsHeld);
        await CompleteAsync(journal, sales[1]);
        Assert.Equal(isFree, (await journal.BeginAsync(sales[2], Token)).Turn!.IsHeld);
        if (!isFree)
        {
            await journal.ResolveAsync(Some.Resolution(sales[0], Some.Approved(sales[0])), Token);
        }

        Assert.True((await journal.GetTurnAsync(sales[2].JournalKey, 1, Token)).IsHeld);
    }

    [Fact]
    public async Task Shared_ones_stand_side_by_side_and_do_not_overtake_an_exclusive_one()
    {
        var journal = await OpenAsync();
        var sales = Sales(4);
        var shared = new PaymentGuard { Name = "equal", IsShared = true };
        sales[0] = sales[0] with { Guards = [shared] };
        sales[1] = sales[1] with { Guards = [shared] };
        sales[3] = sales[3] with { Guards = [shared] };

        var turns = new List<bool>();
        foreach (var sale in sales)
        {
            turns.Add((await journal.BeginAsync(sale, Token)).Turn!.IsHeld);
        }

        Assert.Equal([true, true, false, false], turns);
        await CompleteAsync(journal, sales[0]);
        await CompleteAsync(journal, sales[1]);
        Assert.True((await journal.GetTurnAsync(sales[2].JournalKey, 1, Token)).IsHeld);
        Assert.False((await journal.GetTurnAsync(sales[3].JournalKey, 1, Token)).IsHeld);
    }

    [Fact]
    public async Task A_place_lapses_when_its_process_has_died()
    {
        var journal = await OpenAsync();
        var sales = Sales(2);
        sales[0] = sales[0] with { SendBy = Some.Now.AddSeconds(-2), HoldGuardsFor = TimeSpan.FromSeconds(2) };
        sales[1] = sales[1] with { ReadsFirst = false };

        await journal.BeginAsync(sales[0], Token);
        var second = await journal.BeginAsync(sales[1], Token);

        Assert.True(second.Turn!.IsHeld);
        Assert.False((await journal.GetTurnAsync(sales[0].JournalKey, 1, Token)).IsHeld);
    }

    [Fact]
    public async Task An_attempt_that_is_sent_again_goes_to_the_end_of_the_queue()
    {
        var journal = await OpenAsync();
        var sales = Sales(2);
        await journal.BeginAsync(sales[0], Token);
        await journal.CompleteAsync(sales[0].JournalKey, 1, Some.Unknown(sales[0]), cancellationToken: Token);
        await journal.BeginAsync(sales[1], Token);

        await journal.ExtendAsync(sales[0].JournalKey, 1, 0, Some.Now.AddHours(1), Token);

        Assert.Equal(sales[1].JournalKey, (await journal.GetTurnAsync(sales[0].JournalKey, 1, Token)).HeldBy);
        await CompleteAsync(journal, sales[1]);
        Assert.True((await journal.GetTurnAsync(sales[0].JournalKey, 1, Token)).IsHeld);

        // The result of an earlier exchange frees nothing; the exchange that holds the guard frees it, even when it reports nothing new.
        await journal.CompleteAsync(sales[0].JournalKey, 1, Some.Unknown(sales[0]), cancellationToken: Token);
        Assert.True((await journal.GetTurnAsync(sales[0].JournalKey, 1, Token)).IsHeld);
        await journal.CompleteAsync(
            sales[0].JournalKey,
            1,
            Some.Unknown(sales[0]),
            resends: 1,
            cancellationToken: Token
        );
        Assert.False((await journal.GetTurnAsync(sales[0].JournalKey, 1, Token)).IsHeld);
    }

    [Fact]
    public async Task An_attempt_is_proven_unsent_until_it_is_amended()
    {
        var journal = await OpenAsync();
        var sale = Sales(1)[0];

        var begun = await journal.BeginAsync(sale, Token);
        var hints = new RecoveryHints { TakenAt = Some.Now, KnownTransactionIds = ["1"] };
        var amended = await journal.AmendAsync(sale.JournalKey, 1, new AttemptReading { Hints = hints }, Token);
        var found = await journal.FindAsync(sale.JournalKey, Token);

        Assert.True(begun.Entry!.IsProvenUnsent);
        Assert.True(amended.IsStarted);
        Assert.Equal(amended.Entry, found);
        Assert.False(found!.IsProvenUnsent);
        Assert.Equal(hints, found.Intent.Hints);
    }

    [Fact]
    public async Task A_waiting_attempt_reads_before_it_sends()
    {
        var journal = await OpenAsync();
        var sales = Sales(2);
        await journal.BeginAsync(sales[0], Token);

        var second = await journal.BeginAsync(sales[1] with { ReadsFirst = false }, Token);

        Assert.True(second.Entry!.Intent.ReadsFirst);
        var amended = await journal.AmendAsync(sales[1].JournalKey, 1, new AttemptReading(), Token);
        Assert.Equal((JournalDecisionKind.OriginalBusy, sales[0].JournalKey), (amended.Kind, amended.BlockedBy));
    }

    [Fact]
    public async Task Nothing_is_amended_that_was_decided_meanwhile()
    {
        var journal = await OpenAsync();
        var sale = Sales(1)[0];
        await journal.BeginAsync(sale, Token);
        await journal.CompleteAsync(sale.JournalKey, 1, Some.NotSent(sale), cancellationToken: Token);

        var late = await journal.AmendAsync(sale.JournalKey, 1, new AttemptReading(), Token);
        await journal.BeginAsync(sale, Token);
        var overtaken = await journal.AmendAsync(sale.JournalKey, 1, new AttemptReading(), Token);

        Assert.Equal(JournalDecisionKind.Answered, late.Kind);
        Assert.Equal(JournalDecisionKind.InProgress, overtaken.Kind);
    }

    [Fact]
    public async Task A_sale_with_a_guard_receives_the_customers_open_authorizations()
    {
        var journal = await OpenAsync();
        foreach (
            var (key, outcome) in new[]
            {
                ("open", "txn-1"),
                ("captured", "txn-2"),
                ("voided", "txn-3"),
                ("part", "txn-4"),
            }
        )
        {
            var authorize = Some.Authorize(key, $"order-{key}") with { CustomerId = "customer" };
            await journal.PayAsync(authorize, Some.Approved(authorize, outcome));
        }

        var doubt = Some.Authorize("doubt", "order-doubt") with { CustomerId = "customer" };
        await journal.PayAsync(doubt, Some.Unknown(doubt));
        var declined = Some.Authorize("declined", "order-declined") with { CustomerId = "customer" };
        await journal.PayAsync(declined, Some.Declined(declined));
        var other = Some.Authorize("other", "order-other") with { CustomerId = "another" };
        await journal.PayAsync(other, Some.Approved(other, "txn-5"));
        await PayAsync(journal, Some.Capture("c1", Some.Transaction("txn-2")));
        await PayAsync(journal, Some.Capture("c2", Some.Transaction("txn-4"), 4m));
        await PayAsync(journal, Some.Void("v", Some.Transaction("txn-3")));

        var sale = Some.Sale("sale", "order-sale") with
        {
            CustomerId = "customer",
            Guards = [new PaymentGuard { Name = "customer", IsShared = true }],
            HoldGuardsFor = TimeSpan.FromMinutes(1),
        };
        var begun = await journal.BeginAsync(sale, Token);
        var unguarded = await journal.BeginAsync(
            Some.Sale("free", "order-free") with
            {
                CustomerId = "customer",
            },
            Token
        );

        Assert.Equal(
            ["doubt", "open", "part"],
            begun.Turn!.Others.Select(one => one.Intent.IdempotencyKey.Value).Order()
        );
        Assert.True(begun.Entry!.Intent.ReadsFirst);
        Assert.Null(unguarded.Turn);
        Assert.False(unguarded.Entry!.Intent.ReadsFirst);
    }

    [Fact]
    public async Task The_holder_of_a_guard_still_holds_it_after_a_restart()
    {
        var journal = await OpenAsync();
        var sales = Sales(2);
        await journal.BeginAsync(sales[0], Token);
        await journal.BeginAsync(sales[1], Token);

        journal = await RestartAsync(journal);

        Assert.True((await journal.GetTurnAsync(sales[0].JournalKey, 1, Token)).IsHeld);
        Assert.False((await journal.GetTurnAsync(sales[1].JournalKey, 1, Token)).IsHeld);
    }

    private static Task<JournalEntry> PayAsync(IPaymentJournal journal, JournalIntent intent) =>
        journal.PayAsync(intent, Some.Approved(intent));

    private static async Task CompleteAsync(IPaymentJournal journal, JournalIntent intent) =>
        await journal.CompleteAsync(intent.JournalKey, 1, Some.Declined(intent), cancellationToken: Token);

    private static List<JournalIntent> Sales(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    Some.Sale($"sale-{i}", $"order-{i}") with
                    {
                        Guards = [new PaymentGuard { Name = "equal" }],
                        ReadsFirst = true,
                        HoldGuardsFor = TimeSpan.FromMinutes(1),
                    }
                ),
        ];

    public sealed class InMemory() : GuardTests(JournalKind.InMemory);

    public sealed class InSqlite() : GuardTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : GuardTests(JournalKind.PostgreSql);
}
