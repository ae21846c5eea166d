namespace PaymentAbstractions.Journal.Tests;

/// <summary>Payments in the sandbox do not affect live payments, unless only the label of an account was wrong.</summary>
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
    public async Task An_entry_of_the_same_account_answers_regardless_of_its_label(PaymentOutcome outcome)
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
    public async Task An_entry_of_the_same_account_holds_its_order_regardless_of_its_label(
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
    public async Task Another_payment_under_a_key_of_the_same_account_is_a_conflict_regardless_of_its_label()
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
    public void Accounts_that_are_not_declared_are_not_considered_the_same_account()
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
    public async Task Lists_and_counts_are_available_for_one_environment_or_for_all()
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

    [Fact]
    public async Task Tries_are_found_by_the_order_and_by_the_method_since_a_time()
    {
        var journal = await OpenAsync();
        var now = journal.Clock.GetUtcNow();
        var start = new DateTimeOffset(now.Year, now.Month, now.Day, 0, 0, 0, TimeSpan.Zero);
        await BeginAsync("old", Live, "method-1", start.AddDays(-31));
        await BeginAsync("new", Live, "method-1", start.AddDays(-29));
        await BeginAsync("other", Live, "method-2", start);
        await BeginAsync("tested", Sandbox, "method-1", start);
        await BeginAsync("none", Live, null, start);
        await BeginAsync("credit", Live with { Operation = PaymentOperation.Credit }, "method-1", start);
        var paid = await BeginAsync("paid", Live, "method-1", start);
        await journal.CompleteAsync(paid.JournalKey, 1, Some.Declined(paid), cancellationToken: Token);

        Assert.Equal(["new", "none", "paid"], await FindAsync("none", "method-1"));
        Assert.Equal(["new", "paid"], await FindAsync("paid", "method-1"));
        Assert.Equal(["old"], await FindAsync("old", null));
        Assert.Equal(["other"], await FindAsync("unheard", "method-2"));

        async Task<IEnumerable<string>> FindAsync(string order, string? method)
        {
            var asked = Live with { OrderReference = new(order), MethodFingerprint = method };
            var found = await journal.FindTriesAsync(asked, start.AddDays(-30), Token).ToListAsync(Token);
            return found.Select(entry => entry.Key.Key.Value).Order(StringComparer.Ordinal);
        }

        async Task<JournalIntent> BeginAsync(string key, JournalIntent like, string? method, DateTimeOffset startedAt)
        {
            var intent = like with
            {
                IdempotencyKey = new(key),
                OrderReference = new(key),
                MethodFingerprint = method,
                StartedAt = startedAt,
                SendBy = startedAt.AddSeconds(30),
            };
            Assert.True((await journal.BeginAsync(intent, Token)).IsStarted);
            return intent;
        }
    }

    [Fact]
    public async Task Of_a_method_the_latest_two_hundred_tries_are_found()
    {
        var journal = await OpenAsync();
        var start = journal.Clock.GetUtcNow();
        for (var i = 0; i < 210; i++)
        {
            var sale = Live with
            {
                IdempotencyKey = new($"key-{i}"),
                OrderReference = new($"order-{i}"),
                MethodFingerprint = "method-1",
                StartedAt = start.AddSeconds(i),
                SendBy = start.AddSeconds(i + 30),
            };
            await journal.BeginAsync(sale, Token);
            await journal.CompleteAsync(sale.JournalKey, 1, Some.Declined(sale), cancellationToken: Token);
        }

        var asked = Live with { OrderReference = default, MethodFingerprint = "method-1" };
        var found = await journal.FindTriesAsync(asked, start.AddDays(-1), Token).ToListAsync(Token);

        Assert.Equal(
            Enumerable.Range(10, 200).Select(i => $"key-{i}").Order(StringComparer.Ordinal),
            found.Select(entry => entry.Key.Key.Value).Order(StringComparer.Ordinal)
        );
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
