using System.Text.Json;

namespace PaymentAbstractions.Journal.Tests;

public sealed class DecisionByKeyTests
{
    private static readonly JournalIntent Intent = Some.Sale("key-1");

    public static TheoryData<PaymentOutcome> Answers =>
        [
            PaymentOutcome.Approved,
            PaymentOutcome.PartiallyApproved,
            PaymentOutcome.Declined,
            PaymentOutcome.Pending,
            PaymentOutcome.Unknown,
        ];

    public static TheoryData<PaymentOutcome> Reopening => [PaymentOutcome.NotSent, PaymentOutcome.Rejected];

    public static TheoryData<PaymentOutcome> AllButRejected =>
        [.. Enum.GetValues<PaymentOutcome>().Where(outcome => outcome != PaymentOutcome.Rejected)];

    [Fact]
    public void A_new_key_is_started_as_attempt_1()
    {
        var decision = Decide(Intent, existing: null);

        Assert.Equal(JournalDecisionKind.Started, decision.Kind);
        Assert.Equal(1, decision.Attempt);
        Assert.Equal(Intent, decision.Entry!.Intent);
        Assert.Equal(JournalEntryState.Open, decision.Entry.State);
    }

    [Fact]
    public void An_open_key_is_in_progress()
    {
        var open = Open(Intent);

        var decision = Decide(Intent, open);

        Assert.Equal(JournalDecisionKind.InProgress, decision.Kind);
        Assert.Equal(open, decision.Entry);
        Assert.Equal(0, decision.Attempt);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_repeat_is_answered_from_the_journal(PaymentOutcome outcome)
    {
        var entry = Closed(Intent, Some.Outcome(Intent, outcome));

        var decision = Decide(Intent, entry);

        Assert.Equal(JournalDecisionKind.Answered, decision.Kind);
        Assert.Equal(entry, decision.Entry);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void A_repeat_through_another_gateway_is_answered_by_the_first(PaymentOutcome outcome)
    {
        var entry = Closed(Intent, Some.Outcome(Intent, outcome));
        var elsewhere = Intent with { Gateway = "cards_us", Account = AccountFingerprint.Of("Other", "Live", "x") };

        var decision = Decide(elsewhere, entry);

        Assert.Equal(JournalDecisionKind.Answered, decision.Kind);
        Assert.Equal(Some.Gateway, decision.Entry!.Intent.Gateway);
    }

    [Theory]
    [MemberData(nameof(Reopening))]
    public void A_payment_that_moved_no_money_is_started_again_as_the_next_attempt(PaymentOutcome outcome)
    {
        var entry = Closed(Intent, Some.Outcome(Intent, outcome));
        var again = Intent with { Gateway = "cards_us", StartedAt = Some.Now.AddMinutes(5) };

        var decision = Decide(again, entry);

        Assert.Equal(JournalDecisionKind.Started, decision.Kind);
        Assert.Equal(2, decision.Attempt);
        Assert.Equal("cards_us", decision.Entry!.Intent.Gateway);
        Assert.Equal(Some.Now, decision.Entry.FirstStartedAt);
        Assert.Null(decision.Entry.Outcome);
        var earlier = Assert.Single(decision.Entry.EarlierAttempts);
        Assert.Equal((1, Some.Gateway, outcome), (earlier.Number, earlier.Gateway, earlier.Outcome));
    }

    [Fact]
    public void A_rejection_that_left_a_transaction_has_used_up_its_key()
    {
        var entry = Closed(Intent, Some.Outcome(Intent, PaymentOutcome.Rejected, Some.Transaction("left")));

        Assert.Equal(JournalDecisionKind.Answered, Decide(Intent, entry).Kind);
        Assert.Equal(JournalDecisionKind.Conflict, Decide(Intent with { Amount = Money.Usd(11m) }, entry).Kind);
    }

    [Fact]
    public void After_a_rejection_the_request_may_be_corrected()
    {
        var entry = Closed(Intent, Some.Rejected(Intent));
        var mended = Intent with
        {
            Amount = Money.Eur(9m),
            MethodFingerprint = "other",
            OrderReference = new("order-2"),
        };

        Assert.Equal(JournalDecisionKind.Started, Decide(mended, entry).Kind);
    }

    [Theory]
    [MemberData(nameof(AllButRejected))]
    public void Something_else_under_a_used_key_is_a_conflict_that_names_every_difference(PaymentOutcome outcome)
    {
        var entry = Closed(Intent, Some.Outcome(Intent, outcome));

        Assert.Equal([JournalField.Amount], Conflicts(Intent with { Amount = Money.Usd(11m) }, entry));
        Assert.Equal([JournalField.Currency], Conflicts(Intent with { Amount = Money.Eur(10m) }, entry));
        Assert.Equal(
            [JournalField.Operation],
            Conflicts(Intent with { Operation = PaymentOperation.Authorize }, entry)
        );
        Assert.Equal([JournalField.Method], Conflicts(Intent with { MethodFingerprint = "method-2" }, entry));
        Assert.Equal([JournalField.Order], Conflicts(Intent with { OrderReference = new("order-2") }, entry));
        Assert.Equal([JournalField.Payout], Conflicts(Intent with { PayoutId = "payout-1" }, entry));
        Assert.Equal([JournalField.Original], Conflicts(Intent with { Original = Some.Transaction("x") }, entry));
        Assert.Equal(
            [JournalField.Currency, JournalField.Amount, JournalField.Method],
            Conflicts(Intent with { Amount = Money.Eur(11m), MethodFingerprint = "method-2" }, entry)
        );
    }

    [Fact]
    public void An_entry_from_before_payout_requests_is_an_entry_for_none()
    {
        var entry = Open(Intent);
        var older = JsonSerializer.SerializeToNode(entry)!.AsObject();
        Assert.True(older[nameof(JournalEntry.Intent)]!.AsObject().Remove(nameof(JournalIntent.PayoutId)));

        var read = older.Deserialize<JournalEntry>()!;

        Assert.Equal(entry, read);
        Assert.Equal(JournalDecisionKind.InProgress, Decide(Intent, read).Kind);
        Assert.Equal([JournalField.Payout], Conflicts(Intent with { PayoutId = "payout-1" }, read));
    }

    [Fact]
    public void A_conflict_with_an_open_attempt_is_a_conflict() =>
        Assert.Equal([JournalField.Amount], Conflicts(Intent with { Amount = Money.Usd(11m) }, Open(Intent)));

    [Fact]
    public void A_method_without_fingerprint_is_not_compared()
    {
        var open = Open(Intent);
        var without = Open(Intent with { MethodFingerprint = null });

        Assert.Equal(JournalDecisionKind.InProgress, Decide(Intent with { MethodFingerprint = null }, open).Kind);
        Assert.Equal(JournalDecisionKind.InProgress, Decide(Intent, without).Kind);
    }

    [Fact]
    public void Only_the_latest_earlier_attempts_are_kept()
    {
        JournalEntry? entry = null;
        for (var i = 0; i < JournalEntry.MaxEarlierAttempts + 5; i++)
        {
            entry = Decide(Intent, entry).Entry!;
            entry = JournalRules
                .Complete(entry, entry.Attempt, Some.NotSent(Intent), false, resends: 0, Some.Now)
                .Entry!;
        }

        Assert.Equal(JournalEntry.MaxEarlierAttempts + 5, entry!.Attempt);
        Assert.Equal(JournalEntry.MaxEarlierAttempts, entry.EarlierAttempts.Count);
        Assert.Equal(entry.Attempt - 1, entry.EarlierAttempts[^1].Number);
    }

    [Fact]
    public void An_intent_that_could_not_be_found_again_is_refused_with_every_problem()
    {
        var nothing = new JournalIntent
        {
            IdempotencyKey = default,
            Environment = Some.Environment,
            Operation = PaymentOperation.Capture,
            Gateway = "No Gateway",
            Account = default,
            StartedAt = Some.Now,
            SendBy = Some.Now,
        };

        var thrown = Assert.Throws<PaymentRequestException>(() => JournalRules.Validate(nothing));

        Assert.Equal(
            ["IdempotencyKey", "Gateway", "Amount", "Original"],
            thrown.Problems.Select(problem => problem.Field)
        );
        JournalRules.Validate(Some.Void("v", Some.Transaction("x")));
        JournalRules.Validate(Intent);
    }

    private static JournalEntry Open(JournalIntent intent) => JournalRules.Start(intent, existing: null).Entry!;

    private static JournalEntry Closed(JournalIntent intent, JournalOutcome outcome) =>
        JournalRules.Complete(Open(intent), 1, outcome, publish: false, resends: 0, Some.Now).Entry!;

    private static ValueList<JournalField> Conflicts(JournalIntent intent, JournalEntry existing)
    {
        var decision = Decide(intent, existing);
        Assert.Equal(JournalDecisionKind.Conflict, decision.Kind);
        return decision.Conflicts;
    }

    private static JournalDecision Decide(JournalIntent intent, JournalEntry? existing) =>
        JournalRules.DecideByKey(intent, existing) ?? JournalRules.Start(intent, existing);
}
