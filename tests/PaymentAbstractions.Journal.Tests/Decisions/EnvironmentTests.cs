namespace PaymentAbstractions.Journal.Tests;

/// <summary>What was tested in the sandbox says nothing about real money, unless only the label of an account was wrong.</summary>
public abstract class EnvironmentTests(JournalKind kind) : JournalSuite(kind)
{
    private static readonly JournalIntent Sandbox = Some.Sale("key-1") with
    {
        Environment = GatewayEnvironment.Sandbox,
        Account = AccountFingerprint.Of("Provider", "sandbox.example", "shop"),
    };

    private static readonly JournalIntent Live = Some.Sale("key-1") with
    {
        Environment = GatewayEnvironment.Live,
        Account = AccountFingerprint.Of("Provider", "live.example", "shop"),
    };

    public static TheoryData<PaymentOutcome> Answers =>
        [PaymentOutcome.Approved, PaymentOutcome.Pending, PaymentOutcome.Unknown, PaymentOutcome.Declined];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sale_in_the_sandbox_answers_neither_its_key_nor_its_order_in_live()
    {
        var journal = await OpenAsync();
        await journal.PayAsync(Sandbox);

        var sameKey = await journal.BeginAsync(Live, Token);
        await journal.CompleteAsync(Live.JournalKey, 1, Some.Declined(Live), cancellationToken: Token);
        var sameOrder = await journal.BeginAsync(Live with { IdempotencyKey = new("key-2") }, Token);

        Assert.Equal((true, true), (sameKey.IsStarted, sameOrder.IsStarted));
        Assert.Equal(1, sameKey.Attempt);
        Assert.True((await journal.FindAsync(Sandbox.JournalKey, Token))!.IsApproved);
        Assert.Equal(PaymentOutcome.Declined, (await journal.FindAsync(Live.JournalKey, Token))!.Outcome!.Outcome);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_entry_of_the_same_account_answers_whatever_its_label_was(PaymentOutcome outcome)
    {
        var journal = await OpenAsync();
        var mislabeled = Live with { Environment = GatewayEnvironment.Sandbox };
        await journal.PayAsync(mislabeled, Some.Outcome(mislabeled, outcome));

        var decision = await journal.BeginAsync(Live, Token);

        Assert.Equal(JournalDecisionKind.Answered, decision.Kind);
        Assert.Equal(mislabeled.JournalKey, decision.Entry!.Key);
    }

    [Theory]
    [InlineData(PaymentOutcome.Approved, JournalDecisionKind.OrderAlreadyPaid)]
    [InlineData(PaymentOutcome.Unknown, JournalDecisionKind.OrderInProgress)]
    [InlineData(PaymentOutcome.Declined, JournalDecisionKind.Started)]
    public async Task An_entry_of_the_same_account_holds_its_order_whatever_its_label_was(
        PaymentOutcome outcome,
        JournalDecisionKind expected
    )
    {
        var journal = await OpenAsync();
        var mislabeled = Live with { Environment = GatewayEnvironment.Sandbox };
        await journal.PayAsync(mislabeled, Some.Outcome(mislabeled, outcome));

        var decision = await journal.BeginAsync(Live with { IdempotencyKey = new("key-2") }, Token);

        Assert.Equal(expected, decision.Kind);
        Assert.Equal(decision.IsStarted ? Some.Key("key-2") : mislabeled.JournalKey, decision.Entry!.Key);
    }

    [Fact]
    public async Task Something_else_under_a_key_of_the_same_account_is_a_conflict_whatever_its_label_was()
    {
        var journal = await OpenAsync();
        await journal.PayAsync(Live with { Environment = GatewayEnvironment.Sandbox });

        var decision = await journal.BeginAsync(Live with { Amount = Money.Usd(11m) }, Token);

        Assert.Equal(JournalDecisionKind.Conflict, decision.Kind);
        Assert.Equal([JournalField.Amount], decision.Conflicts);
    }

    [Fact]
    public async Task An_unsent_attempt_under_the_wrong_label_lets_the_right_one_begin_as_its_first()
    {
        var journal = await OpenAsync();
        var mislabeled = Live with { Environment = GatewayEnvironment.Sandbox };
        await journal.PayAsync(mislabeled, Some.NotSent(mislabeled));

        var decision = await journal.BeginAsync(Live, Token);

        Assert.Equal((Live.JournalKey, 1), (decision.Entry!.Key, decision.Attempt));
    }

    [Fact]
    public void Accounts_that_are_not_told_are_not_taken_for_the_same_account()
    {
        var entry = JournalRules.Start(Sandbox with { Account = default }, existing: null).Entry!;

        Assert.Null(JournalRules.DecideByKey(Live with { Account = default }, entry));
        Assert.Null(
            JournalRules.DecideByOrder(Live with { Account = default, IdempotencyKey = new("key-2") }, [entry])
        );
    }

    [Fact]
    public async Task Originals_are_apart_by_their_accounts()
    {
        var journal = await OpenAsync();
        var tested = new TransactionReference(Some.Gateway, Sandbox.Account, "txn-1");
        var real = new TransactionReference(Some.Gateway, Live.Account, "txn-1");
        await journal.PayAsync(Sandbox, Some.Outcome(Sandbox, PaymentOutcome.Approved, tested, Sandbox.Amount));
        await journal.PayAsync(Live, Some.Outcome(Live, PaymentOutcome.Approved, real, Live.Amount));
        await journal.PayAsync(RefundOf(Sandbox, tested));

        var decision = await journal.BeginAsync(RefundOf(Live, real), Token);

        Assert.True(decision.IsStarted);
        Assert.Null((await journal.GetAmountsAsync(real, Token)).Refunded);
        Assert.Equal(Money.Usd(10m), (await journal.GetAmountsAsync(tested, Token)).Refunded);
    }

    [Fact]
    public async Task Lists_and_counts_are_told_for_one_environment_or_for_all()
    {
        var journal = await OpenAsync();
        await journal.BeginAsync(Sandbox, Token);
        await journal.PayAsync(Live, Some.Unknown(Live));

        var unresolved = await journal
            .GetUnresolvedAsync(new JournalQuery { Environment = GatewayEnvironment.Live }, Token)
            .ToListAsync(Token);
        var ofOrder = await journal
            .FindByOrderAsync(GatewayEnvironment.Sandbox, Live.OrderReference, Token)
            .ToListAsync(Token);
        var all = await journal.CountAsync(cancellationToken: Token);
        var live = await journal.CountAsync(GatewayEnvironment.Live, Token);

        Assert.Equal(Live.JournalKey, Assert.Single(unresolved).Key);
        Assert.Equal(Sandbox.JournalKey, Assert.Single(ofOrder).Key);
        Assert.Equal((1, 1), (all.Open, all.Unknown));
        Assert.Equal((0, 1), (live.Open, live.Unknown));
    }

    private static JournalIntent RefundOf(JournalIntent sale, TransactionReference original) =>
        Some.Refund("refund", original) with
        {
            Environment = sale.Environment,
            Account = sale.Account,
        };

    public sealed class InMemory() : EnvironmentTests(JournalKind.InMemory);

    public sealed class InSqlite() : EnvironmentTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : EnvironmentTests(JournalKind.PostgreSql);
}
