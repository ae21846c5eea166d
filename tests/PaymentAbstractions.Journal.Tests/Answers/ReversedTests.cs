namespace PaymentAbstractions.Journal.Tests;

/// <summary>The answer for a payment that was, or may have been, reversed in whole or in part, on a real journal.</summary>
public abstract class ReversedTests(JournalKind kind) : JournalSuite(kind)
{
    private static readonly JournalIntent SaleIntent = Some.Sale("s");
    private static readonly JournalIntent AuthIntent = Some.Authorize("a");
    private static readonly TransactionReference Sale = Some.Transaction("sale");
    private static readonly TransactionReference Auth = Some.Transaction("auth");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sale_that_was_voided_through_us_is_reversed_and_its_figures_stay()
    {
        var journal = await SoldAsync();
        await journal.PayAsync(Some.Void("v", Sale));

        var answer = await journal.RepeatAsync(SaleIntent);

        Assert.Equal((PaymentOutcome.Reversed, PaymentReason.AlreadyReversed), (answer.Outcome, answer.Reason));
        Assert.Equal((Money.Usd(10m), Sale), (answer.ApprovedAmount, answer.Transaction));
        Assert.False(answer.IsApproved);
    }

    [Fact]
    public async Task A_sale_that_was_wholly_refunded_through_us_is_reversed()
    {
        var journal = await SoldAsync();
        await RefundAsync(journal, "r1", 4m);
        await RefundAsync(journal, "r2", 6m);

        var answer = await journal.RepeatAsync(SaleIntent);

        Assert.Equal((PaymentOutcome.Reversed, Money.Usd(10m)), (answer.Outcome, answer.RefundedAmount));
        Assert.Empty(await journal.UnpublishedAsync());
    }

    [Theory]
    [InlineData(PaymentOutcome.Declined)]
    [InlineData(PaymentOutcome.NotSent)]
    public async Task A_refund_that_gave_no_money_back_reverses_nothing(PaymentOutcome outcome)
    {
        var journal = await SoldAsync();
        var refund = Some.Refund("r", Sale);
        await journal.PayAsync(refund, Some.Outcome(refund, outcome));

        var answer = await journal.RepeatAsync(SaleIntent);

        Assert.Equal(Some.Approved(SaleIntent, "sale").Result, answer);
    }

    [Fact]
    public async Task A_change_in_the_providers_dashboard_counts_when_it_is_observed_and_is_published()
    {
        var journal = await SoldAsync();
        Assert.True((await journal.RepeatAsync(SaleIntent)).IsApproved);

        await journal.SeeAsync(Some.Observation("sale", isReversed: true));

        Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(SaleIntent)).Outcome);
        Assert.Equal(["s"], await journal.UnpublishedAsync());
        Assert.Equal(
            PaymentOutcome.Approved,
            (await journal.FindAsync(SaleIntent.JournalKey, Token))!.Outcome!.Outcome
        );
    }

    [Fact]
    public async Task The_same_order_under_a_new_key_is_reversed_and_only_an_additional_payment_charges()
    {
        var journal = await SoldAsync();
        await RefundAsync(journal, "r", 10m);

        var other = await journal.BeginAsync(Some.Sale("s2"), Token);
        var additional = await journal.BeginAsync(Some.Sale("s3") with { AdditionalPayment = true }, Token);
        var answer = JournalRules.AnswerOf(other.Entry!, other.Moved, Some.Now);

        Assert.Equal(JournalDecisionKind.OrderAlreadyPaid, other.Kind);
        Assert.Equal((SaleIntent.IdempotencyKey, PaymentOutcome.Reversed), (answer.IdempotencyKey, answer.Outcome));
        Assert.True(additional.IsStarted);
    }

    [Fact]
    public async Task Of_a_reversed_payment_and_an_additional_one_that_stands_the_standing_one_answers_for_the_order()
    {
        var journal = await SoldAsync();
        await RefundAsync(journal, "r", 10m);
        await journal.PayAsync(Some.Sale("s2") with { AdditionalPayment = true });

        var decision = await journal.BeginAsync(Some.Sale("s3"), Token);

        Assert.Equal((JournalDecisionKind.OrderAlreadyPaid, Some.Key("s2")), (decision.Kind, decision.Entry!.Key));
    }

    [Fact]
    public async Task A_partial_refund_leaves_the_sale_approved_and_is_reported()
    {
        var journal = await SoldAsync();
        await RefundAsync(journal, "r", 4m);

        var answer = await journal.RepeatAsync(SaleIntent);

        Assert.True(answer.IsApproved);
        Assert.Equal((Money.Usd(4m), false), (answer.RefundedAmount, answer.IsRefundInDoubt));
    }

    [Theory]
    [InlineData(PaymentOutcome.Unknown)]
    [InlineData(PaymentOutcome.Pending)]
    [InlineData(null)]
    public async Task A_refund_in_doubt_marks_the_answer_and_leaves_it_approved(PaymentOutcome? outcome)
    {
        var journal = await SoldAsync();
        var refund = Some.Refund("r", Sale);
        await journal.BeginAsync(refund, Token);
        if (outcome is { } known)
        {
            await journal.CompleteAsync(refund.JournalKey, 1, Some.Outcome(refund, known), cancellationToken: Token);
        }

        var answer = await journal.RepeatAsync(SaleIntent);

        Assert.True(answer.IsApproved);
        Assert.Equal((null, true), (answer.RefundedAmount, answer.IsRefundInDoubt));
    }

    [Fact]
    public async Task A_void_in_doubt_marks_the_answer_too()
    {
        var journal = await SoldAsync();
        await journal.BeginAsync(Some.Void("v", Sale), Token);

        var answer = await journal.RepeatAsync(SaleIntent);

        Assert.Equal((true, true), (answer.IsApproved, answer.IsRefundInDoubt));
    }

    [Fact]
    public async Task A_refund_that_was_voided_in_the_dashboard_makes_its_sale_approved_again_and_publishes_both()
    {
        var journal = await SoldAsync();
        await RefundAsync(journal, "r", 10m);
        await journal.SeeAsync(Some.Observation("sale", isReversed: true, refunded: 10m));

        var write = await journal.SeeAsync(
            Some.Observation("r", isReversed: true) with
            {
                ReadAt = Some.Now.AddMinutes(2),
            }
        );

        var answer = await journal.RepeatAsync(SaleIntent);
        Assert.Equal((true, null), (answer.IsApproved, answer.RefundedAmount));
        Assert.Equal(SaleIntent.JournalKey, Assert.Single(write.Others).Key);
        Assert.Equal(["r", "s"], (await journal.UnpublishedAsync()).Order(StringComparer.Ordinal));
        var audit = (await journal.FindAsync(SaleIntent.JournalKey, Token))!.Revisions[^1];
        Assert.Equal((PaymentOutcome.Reversed, PaymentOutcome.Approved), (audit.From, audit.To));
        Assert.True((await journal.BeginAsync(Some.Refund("r2", Sale), Token)).IsStarted);
    }

    [Fact]
    public async Task A_refund_that_was_voided_through_us_makes_its_sale_approved_again_and_publishes_it()
    {
        var journal = await SoldAsync();
        await RefundAsync(journal, "r", 10m);

        await journal.PayAsync(Some.Void("v", Some.Transaction("r")));

        Assert.True((await journal.RepeatAsync(SaleIntent)).IsApproved);
        Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(Some.Refund("r", Sale))).Outcome);
        Assert.Contains("s", await journal.UnpublishedAsync());
    }

    [Fact]
    public async Task A_void_of_a_refund_that_turns_out_declined_gives_the_money_back_after_all()
    {
        var journal = await SoldAsync();
        await RefundAsync(journal, "r", 10m);
        var voiding = Some.Void("v", Some.Transaction("r"));
        await journal.PayAsync(voiding);

        await journal.ResolveAsync(
            Some.Resolution(voiding, Some.Declined(voiding), source: JournalResolutionSource.Provider),
            Token
        );

        Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(SaleIntent)).Outcome);
    }

    [Fact]
    public async Task A_refund_that_is_found_out_later_publishes_the_reversal_of_its_sale()
    {
        var journal = await SoldAsync();
        var refund = Some.Refund("r", Sale);
        await journal.PayAsync(refund, Some.Unknown(refund));

        await journal.ResolveAsync(Some.Resolution(refund, Some.Approved(refund, "r")), Token);

        Assert.Equal(["r", "s"], (await journal.UnpublishedAsync()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refund_that_took_over_the_id_of_its_sale_is_not_taken_for_voided_when_the_sale_shows_as_reversed(
        bool asVoided
    )
    {
        var journal = await SoldAsync();
        var refund = Some.Refund("r", Sale);
        await journal.PayAsync(refund, Some.Approved(refund, "sale"));

        await journal.SeeAsync(
            Some.Observation("sale", isReversed: true) with
            {
                VoidedAmount = asVoided ? Money.Usd(10m) : null,
                DisputeStatus = DisputeStatus.UnderReview,
            }
        );

        Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(SaleIntent)).Outcome);
        Assert.True((await journal.RepeatAsync(refund)).IsApproved);
        Assert.Equal(["s"], await journal.UnpublishedAsync());
    }

    [Fact]
    public async Task Several_captures_that_were_wholly_refunded_under_the_authorization_are_reversed()
    {
        var journal = await AuthorizedAsync();
        foreach (var (key, amount) in new[] { ("c1", 4m), ("c2", 6m) })
        {
            var capture = Some.Capture(key, Auth, amount) with { MultiCapture = true };
            await journal.PayAsync(capture, Some.Approved(capture, key));
        }

        await journal.PayAsync(Some.Refund("r1", Auth, 4m));
        var part = await journal.RepeatAsync(Some.Capture("c1", Auth, 4m));
        await journal.PayAsync(Some.Refund("r2", Auth, 6m));
        var whole = await journal.RepeatAsync(Some.Capture("c1", Auth, 4m));

        Assert.Equal((PaymentOutcome.Approved, PaymentOutcome.Reversed), (part.Outcome, whole.Outcome));
    }

    [Fact]
    public async Task An_authorization_that_was_voided_is_reversed()
    {
        var journal = await AuthorizedAsync();
        var voiding = Some.Void("v", Auth);
        await journal.PayAsync(voiding);

        Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(AuthIntent)).Outcome);
        Assert.True((await journal.RepeatAsync(voiding)).IsApproved);
    }

    [Fact]
    public async Task An_authorization_that_the_dashboard_shows_as_voided_is_reversed()
    {
        var journal = await AuthorizedAsync();

        await journal.SeeAsync(Some.Observation("auth", isReversed: true));

        Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(AuthIntent)).Outcome);
    }

    [Theory]
    [InlineData(-1, PaymentReason.None)]
    [InlineData(0, PaymentReason.AuthorizationExpired)]
    public async Task An_authorization_that_has_expired_is_approved_with_the_reason(int seconds, PaymentReason expected)
    {
        var journal = await ExpiringAsync();

        var answer = await journal.RepeatAsync(AuthIntent, Some.Now.AddDays(7).AddSeconds(seconds));

        Assert.Equal((PaymentOutcome.Approved, expected), (answer.Outcome, answer.Reason));
    }

    [Fact]
    public async Task An_authorization_that_was_captured_does_not_expire()
    {
        var journal = await ExpiringAsync();
        await journal.PayAsync(Some.Capture("c", Auth));

        var captured = await journal.RepeatAsync(AuthIntent, Some.Now.AddDays(8));

        Assert.Equal((PaymentOutcome.Approved, PaymentReason.None), (captured.Outcome, captured.Reason));
    }

    [Fact]
    public async Task An_authorization_that_the_provider_shows_as_captured_does_not_expire()
    {
        var journal = await ExpiringAsync();
        await journal.SeeAsync(Some.Observation("auth") with { CapturedAmount = Money.Usd(10m) });

        var captured = await journal.RepeatAsync(AuthIntent, Some.Now.AddDays(8));

        Assert.Equal((PaymentOutcome.Approved, PaymentReason.None), (captured.Outcome, captured.Reason));
    }

    [Theory]
    [InlineData("auth")]
    [InlineData("cap")]
    public async Task A_refund_of_the_capture_reverses_capture_and_authorization_under_either_reference(
        string reference
    )
    {
        var journal = await AuthorizedAsync();
        var capture = Some.Capture("c", Auth);
        await journal.PayAsync(capture, Some.Approved(capture, "cap"));
        await journal.PayAsync(Some.Refund("r1", Some.Transaction(reference), 4m));
        Assert.Equal(Money.Usd(4m), (await journal.RepeatAsync(capture)).RefundedAmount);

        await journal.PayAsync(Some.Refund("r2", Some.Transaction(reference), 6m));

        Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(capture)).Outcome);
        Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(AuthIntent)).Outcome);
    }

    [Fact]
    public async Task A_capture_that_was_voided_or_went_back_elsewhere_leaves_nothing_of_its_authorization()
    {
        foreach (var elsewhere in new[] { true, false })
        {
            var journal = await AuthorizedAsync();
            var capture = Some.Capture("c", Auth);
            await journal.PayAsync(capture, Some.Approved(capture, "cap"));

            _ = elsewhere
                ? (await journal.SeeAsync(Some.Observation("cap", isReversed: true))).Entry
                : await journal.PayAsync(Some.Void("v", Some.Transaction("cap")));

            Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(capture)).Outcome);
            Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(AuthIntent)).Outcome);
            Assert.Equal(elsewhere ? ["a", "c"] : [], (await journal.UnpublishedAsync()).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task The_rest_of_several_captures_is_still_held()
    {
        var journal = await OpenAsync();
        var authorize = AuthIntent with { MultiCapture = true };
        await journal.PayAsync(authorize, Some.Approved(authorize, "auth"));
        var capture = Some.Capture("c", Auth, 4m) with { MultiCapture = true };
        await journal.PayAsync(capture, Some.Approved(capture, "cap"));
        await journal.PayAsync(Some.Refund("r", Some.Transaction("cap"), 4m));

        Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(capture)).Outcome);
        Assert.True((await journal.RepeatAsync(authorize)).IsApproved);
    }

    [Fact]
    public async Task A_part_that_was_approved_is_reversed_when_that_part_went_back()
    {
        var journal = await OpenAsync();
        await journal.PayAsync(
            SaleIntent,
            Some.Outcome(SaleIntent, PaymentOutcome.PartiallyApproved, Sale, Money.Usd(6m))
        );
        await journal.PayAsync(Some.Refund("r", Sale, 6m));

        Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(SaleIntent)).Outcome);
    }

    [Fact]
    public async Task Answers_survive_a_restart()
    {
        var journal = await OpenAsync();
        await journal.PayAsync(SaleIntent, Some.Approved(SaleIntent, "sale"));
        await journal.SeeAsync(Some.Observation("sale", isReversed: true));

        var again = await RestartAsync(journal);

        Assert.Equal(PaymentOutcome.Reversed, (await again.RepeatAsync(SaleIntent)).Outcome);
        Assert.Equal(["s"], await again.UnpublishedAsync());
    }

    [Fact]
    public void An_open_attempt_is_answered_as_under_way()
    {
        var open = JournalRules.Start(SaleIntent, existing: null).Entry!;

        var answer = JournalRules.AnswerOf(open, moved: null, Some.Now);

        Assert.Equal((PaymentOutcome.Pending, PaymentReason.AlreadyInProgress), (answer.Outcome, answer.Reason));
    }

    private async Task<IPaymentJournal> ExpiringAsync()
    {
        var journal = await OpenAsync();
        var approved = Some.Approved(AuthIntent, "auth");
        var expiring = approved.Result with { AuthorizationExpiresAt = Some.Now.AddDays(7) };
        await journal.PayAsync(AuthIntent, JournalOutcome.Of(expiring));
        return journal;
    }

    private static Task<JournalEntry> RefundAsync(IPaymentJournal journal, string key, decimal amount)
    {
        var refund = Some.Refund(key, Sale, amount);
        return journal.PayAsync(refund, Some.Approved(refund, key));
    }

    public sealed class InMemory() : ReversedTests(JournalKind.InMemory);

    public sealed class InSqlite() : ReversedTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : ReversedTests(JournalKind.PostgreSql);
}
