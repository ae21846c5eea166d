namespace PaymentAbstractions.Journal.Tests;

public abstract class DecisionByOrderTests(JournalKind kind) : JournalSuite(kind)
{
    private static readonly JournalIntent First = Some.Sale("key-1");
    private static readonly JournalIntent Second = Some.Sale("key-2");

    [Theory]
    [InlineData(PaymentOutcome.Pending, JournalDecisionKind.OrderInProgress)]
    [InlineData(PaymentOutcome.Unknown, JournalDecisionKind.OrderInProgress)]
    [InlineData(PaymentOutcome.Approved, JournalDecisionKind.OrderAlreadyPaid)]
    [InlineData(PaymentOutcome.PartiallyApproved, JournalDecisionKind.OrderAlreadyPaid)]
    public void A_second_key_for_an_order_that_may_be_charged_is_answered_with_the_first(
        PaymentOutcome outcome,
        JournalDecisionKind expected
    )
    {
        var entry = Closed(First, outcome);

        var decision = JournalRules.DecideByOrder(Second, [entry]);

        Assert.Equal(expected, decision!.Kind);
        Assert.Equal(entry, decision.Entry);
    }

    [Fact]
    public void An_order_that_was_paid_with_another_amount_or_currency_is_a_conflict_that_names_both()
    {
        var paid = Closed(First, PaymentOutcome.Approved);

        var amount = JournalRules.DecideByOrder(Second with { Amount = Money.Usd(12m) }, [paid])!;
        var currency = JournalRules.DecideByOrder(Second with { Amount = Money.Eur(10m) }, [paid])!;

        Assert.Equal((JournalDecisionKind.OrderConflict, paid), (amount.Kind, amount.Entry));
        Assert.Equal([JournalField.Amount], amount.Conflicts);
        Assert.Equal([JournalField.Currency], currency.Conflicts);
    }

    [Fact]
    public void An_unresolved_payment_of_another_amount_holds_the_order_too()
    {
        var open = Open(First with { Amount = Money.Usd(12m) });

        Assert.Equal(JournalDecisionKind.OrderInProgress, JournalRules.DecideByOrder(Second, [open])!.Kind);
    }

    [Fact]
    public void Of_several_payments_of_an_order_the_one_with_the_same_amount_answers()
    {
        var other = Closed(First with { Amount = Money.Usd(12m) }, PaymentOutcome.Approved);
        var same = Closed(Some.Sale("key-3") with { AdditionalPayment = true }, PaymentOutcome.Approved);

        var decision = JournalRules.DecideByOrder(Second, [other, same])!;

        Assert.Equal((JournalDecisionKind.OrderAlreadyPaid, same), (decision.Kind, decision.Entry));
    }

    [Theory]
    [InlineData(PaymentOutcome.Declined)]
    [InlineData(PaymentOutcome.Rejected)]
    [InlineData(PaymentOutcome.NotSent)]
    public void A_second_key_for_an_order_that_was_not_charged_goes_on(PaymentOutcome outcome) =>
        Assert.Null(JournalRules.DecideByOrder(Second, [Closed(First, outcome)]));

    [Fact]
    public void An_open_attempt_holds_the_order_and_a_paid_one_takes_precedence()
    {
        var open = Open(First);
        var paid = Closed(Some.Authorize("key-3"), PaymentOutcome.Approved);

        Assert.Equal(JournalDecisionKind.OrderInProgress, JournalRules.DecideByOrder(Second, [open])!.Kind);
        Assert.Equal(paid, JournalRules.DecideByOrder(Second, [open, paid])!.Entry);
    }

    [Fact]
    public void An_additional_payment_is_let_through()
    {
        var additional = Second with { AdditionalPayment = true };

        Assert.Null(JournalRules.DecideByOrder(additional, [Open(First), Closed(First, PaymentOutcome.Approved)]));
    }

    [Fact]
    public void A_verification_of_zero_neither_holds_an_order_nor_is_held_up_by_it()
    {
        var verification = Some.Authorize("key-2", amount: 0m);

        Assert.Null(JournalRules.DecideByOrder(verification, [Closed(First, PaymentOutcome.Approved)]));
        Assert.Null(JournalRules.DecideByOrder(First, [Closed(verification, PaymentOutcome.Approved)]));
        Assert.Null(JournalRules.DecideByOrder(First, [Open(verification)]));
    }

    [Fact]
    public void Credits_neither_hold_an_order_nor_are_held_up_by_it()
    {
        var credit = Some.Credit("key-2");

        Assert.Null(JournalRules.DecideByOrder(credit, [Closed(First, PaymentOutcome.Approved)]));
        Assert.Null(JournalRules.DecideByOrder(Second, [Closed(Some.Credit("key-1"), PaymentOutcome.Approved)]));
    }

    [Fact]
    public void A_key_delays_neither_itself_nor_another_order()
    {
        Assert.Null(JournalRules.DecideByOrder(First, [Open(First)]));
        Assert.Null(JournalRules.DecideByOrder(Some.Sale("key-2", "order-2"), [Open(First)]));
    }

    [Fact]
    public async Task A_key_that_may_be_sent_again_is_still_held_up_by_the_order()
    {
        var journal = await OpenAsync();
        await journal.PayAsync(First, Some.NotSent(First));
        await journal.PayAsync(Second);

        var again = await journal.BeginAsync(First, TestContext.Current.CancellationToken);

        Assert.Equal(JournalDecisionKind.OrderAlreadyPaid, again.Kind);
        Assert.Equal(Second.JournalKey, again.Entry!.Key);
    }

    private static JournalEntry Open(JournalIntent intent) => JournalRules.Start(intent, existing: null).Entry!;

    private static JournalEntry Closed(JournalIntent intent, PaymentOutcome outcome) =>
        JournalRules
            .Complete(Open(intent), 1, Some.Outcome(intent, outcome), publish: false, resends: 0, Some.Now)
            .Entry!;

    public sealed class InMemory() : DecisionByOrderTests(JournalKind.InMemory);

    public sealed class InSqlite() : DecisionByOrderTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : DecisionByOrderTests(JournalKind.PostgreSql);
}
