namespace PaymentAbstractions.Journal.Tests;

/// <summary>Guards across operations on a real journal: decisions use the totals that the journal keeps of the original.</summary>
public abstract class DecisionByOriginalTests(JournalKind kind) : JournalSuite(kind)
{
    private static readonly TransactionReference Auth = Some.Transaction("auth");
    private static readonly TransactionReference Sale = Some.Transaction("sale");

    [Theory]
    [InlineData(10, JournalDecisionKind.Started)]
    [InlineData(9.99, JournalDecisionKind.Started)]
    [InlineData(10.01, JournalDecisionKind.ExceedsOriginal)]
    public async Task A_capture_never_exceeds_its_authorization(decimal amount, JournalDecisionKind expected)
    {
        var journal = await AuthorizedAsync();

        var decision = await BeginAsync(journal, Some.Capture("c1", Auth, amount));

        Assert.Equal(expected, decision.Kind);
        Assert.Equal(expected == JournalDecisionKind.ExceedsOriginal ? Money.Usd(10m) : null, decision.Available);
    }

    [Fact]
    public async Task Only_the_approved_part_of_an_authorization_can_be_captured()
    {
        var journal = await OpenAsync();
        var authorize = Some.Authorize("a");
        await journal.PayAsync(
            authorize,
            Some.Outcome(authorize, PaymentOutcome.PartiallyApproved, Auth, Money.Usd(6m))
        );

        var decision = await BeginAsync(journal, Some.Capture("c1", Auth, 7m));

        Assert.Equal(Money.Usd(6m), decision.Available);
    }

    [Fact]
    public async Task An_authorization_is_captured_once()
    {
        var journal = await AuthorizedAsync();
        var open = Some.Capture("c1", Auth, 4m);
        await BeginAsync(journal, open);

        var meanwhile = await BeginAsync(journal, Some.Capture("c2", Auth, 4m));
        await CompleteAsync(journal, open, Some.Approved(open));
        var afterwards = await BeginAsync(journal, Some.Capture("c2", Auth, 4m));

        Assert.Equal(JournalDecisionKind.OriginalBusy, meanwhile.Kind);
        Assert.Equal(open.JournalKey, meanwhile.BlockedBy);
        Assert.Equal(JournalDecisionKind.OriginalClosed, afterwards.Kind);
    }

    [Fact]
    public async Task A_sale_holds_nothing_to_capture()
    {
        var journal = await SoldAsync();

        var decision = await BeginAsync(journal, Some.Capture("c1", Sale, 1m) with { MultiCapture = true });

        Assert.Equal(JournalDecisionKind.OriginalClosed, decision.Kind);
    }

    [Fact]
    public async Task A_refund_can_be_voided_but_neither_refunded_nor_captured()
    {
        var journal = await SoldAsync();
        var refund = Some.Refund("r1", Sale);
        await journal.PayAsync(refund, Some.Approved(refund, "refund"));

        foreach (
            var intent in new[]
            {
                Some.Refund("x", Some.Transaction("refund")),
                Some.Capture("x", Some.Transaction("refund")),
            }
        )
        {
            Assert.Equal(JournalDecisionKind.OriginalClosed, (await BeginAsync(journal, intent)).Kind);
        }

        Assert.True((await BeginAsync(journal, Some.Void("v", Some.Transaction("refund")))).IsStarted);
    }

    [Fact]
    public async Task A_capture_that_did_not_move_money_does_not_count()
    {
        var journal = await AuthorizedAsync();
        var capture = Some.Capture("c1", Auth);
        await journal.PayAsync(capture, Some.Declined(capture));

        Assert.True((await BeginAsync(journal, Some.Capture("c2", Auth))).IsStarted);
    }

    [Theory]
    [InlineData(PaymentOutcome.Unknown)]
    [InlineData(PaymentOutcome.Pending)]
    [InlineData(PaymentOutcome.Approved)]
    public async Task Several_captures_together_never_exceed_the_authorization(PaymentOutcome first)
    {
        var journal = await AuthorizedAsync();
        var capture = Some.Capture("c1", Auth, 7m) with { MultiCapture = true };
        await journal.PayAsync(capture, Some.Outcome(capture, first, Some.Transaction("c"), Money.Usd(7m)));

        var tooMuch = await BeginAsync(journal, Some.Capture("c2", Auth, 3.01m) with { MultiCapture = true });
        var fits = await BeginAsync(journal, Some.Capture("c3", Auth, 3m) with { MultiCapture = true });

        Assert.Equal(JournalDecisionKind.ExceedsOriginal, tooMuch.Kind);
        Assert.Equal(Money.Usd(3m), tooMuch.Available);
        Assert.True(fits.IsStarted);
    }

    [Fact]
    public async Task Void_and_capture_exclude_each_other()
    {
        var journal = await AuthorizedAsync();
        var voiding = Some.Void("v1", Auth);
        await BeginAsync(journal, voiding);
        Assert.Equal(JournalDecisionKind.OriginalBusy, (await BeginAsync(journal, Some.Capture("c1", Auth))).Kind);

        await CompleteAsync(journal, voiding, Some.Declined(voiding));
        var capture = Some.Capture("c1", Auth);
        await BeginAsync(journal, capture);
        Assert.Equal(JournalDecisionKind.OriginalBusy, (await BeginAsync(journal, Some.Void("v2", Auth))).Kind);

        await CompleteAsync(journal, capture, Some.Approved(capture));
        Assert.Equal(JournalDecisionKind.OriginalClosed, (await BeginAsync(journal, Some.Void("v2", Auth))).Kind);
    }

    [Fact]
    public async Task A_voided_original_can_be_neither_captured_nor_refunded_nor_voided()
    {
        var journal = await AuthorizedAsync();
        await journal.PayAsync(Some.Void("v1", Auth));

        foreach (var intent in new[] { Some.Capture("x", Auth), Some.Refund("x", Auth), Some.Void("x", Auth) })
        {
            Assert.Equal(JournalDecisionKind.OriginalClosed, (await BeginAsync(journal, intent)).Kind);
        }
    }

    [Theory]
    [InlineData(PaymentOutcome.Unknown)]
    [InlineData(PaymentOutcome.Pending)]
    [InlineData(PaymentOutcome.Approved)]
    public async Task Refunds_never_exceed_what_was_captured(PaymentOutcome first)
    {
        var journal = await SoldAsync();
        var refund = Some.Refund("r1", Sale, 6m);
        await journal.PayAsync(refund, Some.Outcome(refund, first, Some.Transaction("r"), Money.Usd(6m)));

        var tooMuch = await BeginAsync(journal, Some.Refund("r2", Sale, 4.01m));
        var fits = await BeginAsync(journal, Some.Refund("r3", Sale, 4m));

        Assert.Equal(JournalDecisionKind.ExceedsOriginal, tooMuch.Kind);
        Assert.Equal(Money.Usd(4m), tooMuch.Available);
        Assert.True(fits.IsStarted);
    }

    [Fact]
    public async Task A_transaction_that_two_keys_claim_took_its_money_once()
    {
        var journal = await SoldAsync();
        var other = Some.Sale("s2", "order-2");
        await journal.PayAsync(other, Some.Approved(other, "sale"));

        Assert.Equal(Money.Usd(10m), (await BeginAsync(journal, Some.Refund("r", Sale, 11m))).Available);
    }

    [Fact]
    public async Task A_refund_that_is_resolved_as_unsent_frees_its_amount()
    {
        var journal = await SoldAsync();
        var refund = Some.Refund("r1", Sale);
        await journal.PayAsync(refund, Some.Unknown(refund));
        Assert.Equal(JournalDecisionKind.ExceedsOriginal, (await BeginAsync(journal, Some.Refund("r2", Sale))).Kind);

        await journal.ResolveAsync(
            Some.Resolution(refund, Some.NotSent(refund)),
            TestContext.Current.CancellationToken
        );

        Assert.True((await BeginAsync(journal, Some.Refund("r2", Sale))).IsStarted);
    }

    [Fact]
    public async Task Refunds_of_several_captures_count_together_and_each_for_itself()
    {
        var journal = await AuthorizedAsync();
        var one = Some.Capture("c1", Auth, 4m) with { MultiCapture = true };
        var two = Some.Capture("c2", Auth, 6m) with { MultiCapture = true };
        await journal.PayAsync(one, Some.Approved(one, "cap-1"));
        await journal.PayAsync(two, Some.Approved(two, "cap-2"));

        var moreThanOne = await BeginAsync(journal, Some.Refund("r1", Some.Transaction("cap-1"), 5m));
        await journal.PayAsync(Some.Refund("r2", Auth, 7m));
        var moreThanAll = await BeginAsync(journal, Some.Refund("r3", Some.Transaction("cap-1"), 4m));

        Assert.Equal(Money.Usd(4m), moreThanOne.Available);
        Assert.Equal(Money.Usd(3m), moreThanAll.Available);
    }

    [Fact]
    public async Task The_void_of_a_capture_takes_its_amount_off_what_can_be_refunded()
    {
        var journal = await AuthorizedAsync();
        var capture = Some.Capture("c1", Auth);
        await journal.PayAsync(capture, Some.Approved(capture, "cap"));
        await journal.PayAsync(Some.Void("v1", Some.Transaction("cap")));

        var decision = await BeginAsync(journal, Some.Refund("r1", Auth, 1m));

        Assert.Equal(JournalDecisionKind.ExceedsOriginal, decision.Kind);
        Assert.Equal(Money.Usd(0m), decision.Available);
    }

    [Fact]
    public async Task A_capture_that_keeps_its_reference_can_be_voided_under_it()
    {
        var journal = await AuthorizedAsync();
        var capture = Some.Capture("c1", Auth);
        await journal.PayAsync(capture, Some.Approved(capture, "auth"));

        Assert.True((await BeginAsync(journal, Some.Void("v1", Auth))).IsStarted);
    }

    [Fact]
    public async Task An_authorization_that_was_never_captured_has_nothing_to_refund()
    {
        var journal = await AuthorizedAsync();

        var unknown = await BeginAsync(journal, Some.Refund("r1", Auth, 1m));
        var known = await BeginAsync(journal, Some.Refund("r2", Auth, 1m) with { OriginalCaptured = Money.Usd(2m) });

        Assert.Equal(JournalDecisionKind.ExceedsOriginal, unknown.Kind);
        Assert.True(known.IsStarted);
    }

    [Fact]
    public async Task Another_currency_than_that_of_the_original_is_refused()
    {
        var journal = await SoldAsync();

        var decision = await BeginAsync(journal, Some.Refund("r1", Sale) with { Amount = Money.Eur(1m) });

        Assert.Equal(JournalDecisionKind.ExceedsOriginal, decision.Kind);
        Assert.Equal(Money.Usd(10m), decision.Available);
    }

    [Fact]
    public async Task A_reference_of_another_account_is_refused()
    {
        var journal = await SoldAsync();
        var elsewhere = Some.Refund("r1", Sale) with { Account = AccountFingerprint.Of("Other", "Live", "shop") };

        var decision = await BeginAsync(journal, elsewhere);

        Assert.Equal(JournalDecisionKind.Conflict, decision.Kind);
        Assert.Equal([JournalField.Account], decision.Conflicts);
    }

    [Fact]
    public async Task An_attempt_that_is_started_again_does_not_stand_in_its_own_way()
    {
        var journal = await SoldAsync();
        var refund = Some.Refund("r1", Sale);
        await journal.PayAsync(refund, Some.NotSent(refund));

        var again = await BeginAsync(journal, refund);

        Assert.Equal(2, again.Attempt);
    }

    private static Task<JournalDecision> BeginAsync(IPaymentJournal journal, JournalIntent intent) =>
        journal.BeginAsync(intent, TestContext.Current.CancellationToken);

    private static Task<JournalWrite> CompleteAsync(
        IPaymentJournal journal,
        JournalIntent intent,
        JournalOutcome outcome
    ) => journal.CompleteAsync(intent.JournalKey, 1, outcome, cancellationToken: TestContext.Current.CancellationToken);

    public sealed class InMemory() : DecisionByOriginalTests(JournalKind.InMemory);

    public sealed class InSqlite() : DecisionByOriginalTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : DecisionByOriginalTests(JournalKind.PostgreSql);
}
