namespace PaymentAbstractions.Journal.Tests;

/// <summary>An approved payment that the provider later shows as declined is reported as shown, and its order stays charged.</summary>
public abstract class DeclinedSinceTests(JournalKind kind) : JournalSuite(kind)
{
    private static readonly JournalIntent Sale = Some.Sale("s");
    private static readonly JournalObservation Declined = Some.Observation("sale") with { IsDeclined = true };
    private static readonly JournalObservation Standing = Some.Observation("sale") with
    {
        ReadAt = Some.Now.AddMinutes(9),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_answered_as_declined_and_published()
    {
        var journal = await SoldAsync();

        var write = await journal.SeeAsync(Declined);

        var answer = await journal.RepeatAsync(Sale);
        Assert.Equal((PaymentOutcome.Declined, PaymentReason.ChangedByProvider), (answer.Outcome, answer.Reason));
        Assert.Equal((null, null, null), (answer.ApprovedAmount, answer.ProcessedAmount, answer.Code));
        Assert.False(answer.MaySendAgain);
        Assert.Equal(["s"], await journal.UnpublishedAsync());
        var revision = write.Entry!.Revisions[^1];
        Assert.Equal((PaymentOutcome.Approved, PaymentOutcome.Declined), (revision.From, revision.To));
        Assert.Contains(JournalChange.Outcome, revision.Changes);
    }

    [Fact]
    public async Task Its_order_stays_taken_until_a_person_decides()
    {
        var journal = await SoldAsync();
        await journal.SeeAsync(Declined);

        var held = await journal.BeginAsync(Some.Sale("other"), Token);
        var additional = await journal.BeginAsync(Some.Sale("additional") with { AdditionalPayment = true }, Token);
        await journal.ResolveAsync(
            Some.Resolution(Sale, Some.Declined(Sale), source: JournalResolutionSource.Person),
            Token
        );
        await journal.CompleteAsync(additional.Entry!.Key, 1, Some.NotSent(Sale), cancellationToken: Token);
        var freed = await journal.BeginAsync(Some.Sale("other"), Token);

        Assert.Equal((JournalDecisionKind.OrderAlreadyPaid, Sale.JournalKey), (held.Kind, held.Entry!.Key));
        Assert.Equal(PaymentOutcome.Declined, JournalRules.AnswerOf(held.Entry, held.Moved, Some.Now).Outcome);
        Assert.True(additional.IsStarted);
        Assert.True(freed.IsStarted);
    }

    [Fact]
    public async Task A_persons_confirmation_overrules_the_older_reading()
    {
        var journal = await SoldAsync();
        await journal.SeeAsync(Declined);
        var byPerson = Some.Approved(Sale, "sale").Result with { Reason = PaymentReason.ResolvedByPerson };

        await journal.ResolveAsync(
            Some.Resolution(Sale, JournalOutcome.Of(byPerson), source: JournalResolutionSource.Person),
            Token
        );

        Assert.True((await journal.RepeatAsync(Sale)).IsApproved);
    }

    [Fact]
    public async Task A_person_who_confirms_what_the_provider_approved_lets_no_later_look_up_free_the_order()
    {
        var journal = await SoldAsync();
        await journal.SeeAsync(Declined);
        var byPerson = Some.Approved(Sale, "sale").Result with { Reason = PaymentReason.ResolvedByPerson };
        await journal.ResolveAsync(
            Some.Resolution(Sale, JournalOutcome.Of(byPerson), source: JournalResolutionSource.Person),
            Token
        );
        var declined = Some.Declined(Sale).Result with { Transaction = Some.Transaction("sale") };

        var write = await journal.ResolveAsync(Some.Resolution(Sale, JournalOutcome.Of(declined)), Token);

        Assert.Equal(JournalWriteStatus.AlreadyFinal, write.Status);
        Assert.Equal(JournalDecisionKind.OrderAlreadyPaid, (await journal.BeginAsync(Some.Sale("other"), Token)).Kind);
    }

    [Fact]
    public async Task A_refund_that_is_shown_as_declined_frees_nothing_until_a_person_decides()
    {
        var journal = await SoldAsync();
        var refund = Some.Refund("r", Some.Transaction("sale"));
        await journal.PayAsync(refund, Some.Approved(refund, "refund"));
        await journal.SeeAsync(Some.Observation("refund") with { IsDeclined = true });

        var held = await journal.BeginAsync(Some.Refund("r2", Some.Transaction("sale")), Token);
        await journal.ResolveAsync(
            Some.Resolution(refund, Some.Declined(refund), source: JournalResolutionSource.Person),
            Token
        );
        var freed = await journal.BeginAsync(Some.Refund("r2", Some.Transaction("sale")), Token);

        Assert.Equal(JournalDecisionKind.ExceedsOriginal, held.Kind);
        Assert.True(freed.IsStarted);
    }

    [Fact]
    public async Task A_sale_that_is_shown_as_approved_again_is_approved_again_and_is_published()
    {
        var journal = await SoldAsync();
        var first = await journal.SeeAsync(Declined);
        await journal.MarkPublishedAsync(Sale.JournalKey, first.Entry!.Revision, Token);

        await journal.SeeAsync(Standing);

        Assert.True((await journal.RepeatAsync(Sale)).IsApproved);
        Assert.Equal(["s"], await journal.UnpublishedAsync());
    }

    [Fact]
    public async Task Nothing_is_given_back_of_a_sale_that_is_shown_as_declined()
    {
        var journal = await SoldAsync();
        await journal.SeeAsync(Declined);

        var refund = await journal.BeginAsync(Some.Refund("r", Some.Transaction("sale")), Token);

        Assert.Equal(JournalDecisionKind.OriginalClosed, refund.Kind);
    }

    [Fact]
    public async Task An_authorization_that_is_shown_as_declined_is_not_captured_and_still_counts_as_one_that_may_hold_money()
    {
        var journal = await OpenAsync();
        var authorize = Some.Authorize("a") with { CustomerId = "cus" };
        await journal.PayAsync(authorize, Some.Approved(authorize, "auth"));

        var write = await journal.SeeAsync(Some.Observation("auth") with { IsDeclined = true });
        var capture = await journal.BeginAsync(Some.Capture("c", Some.Transaction("auth")), Token);

        Assert.Equal(JournalDecisionKind.OriginalClosed, capture.Kind);
        Assert.True(write.Entry!.MayBeOpenAuthorization);
    }

    [Fact]
    public async Task A_refund_that_is_shown_as_declined_lets_its_sale_stand_again_and_both_are_published()
    {
        var journal = await SoldAsync();
        var refund = Some.Refund("r", Some.Transaction("sale"));
        await journal.PayAsync(refund, Some.Approved(refund, "refund"));
        var before = await journal.RepeatAsync(Sale);

        await journal.SeeAsync(Some.Observation("refund") with { IsDeclined = true });

        Assert.Equal(PaymentOutcome.Reversed, before.Outcome);
        Assert.True((await journal.RepeatAsync(Sale)).IsApproved);
        Assert.Equal(PaymentOutcome.Declined, (await journal.RepeatAsync(refund)).Outcome);
        Assert.Equal(["r", "s"], (await journal.UnpublishedAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_void_that_is_shown_as_declined_lets_its_sale_stand_again()
    {
        var journal = await SoldAsync();
        var voiding = Some.Void("v", Some.Transaction("sale"));
        await journal.PayAsync(voiding, Some.Outcome(voiding, PaymentOutcome.Approved, Some.Transaction("void")));

        await journal.SeeAsync(Some.Observation("void") with { IsDeclined = true });

        Assert.True((await journal.RepeatAsync(Sale)).IsApproved);
        Assert.Equal(PaymentOutcome.Declined, (await journal.RepeatAsync(voiding)).Outcome);
    }

    [Fact]
    public async Task A_decline_that_is_shown_as_declined_changes_nothing()
    {
        var journal = await OpenAsync();
        await journal.PayAsync(Sale, Some.Outcome(Sale, PaymentOutcome.Declined, Some.Transaction("sale")));

        var write = await journal.ObserveAsync(Declined, Token);

        Assert.Equal((JournalWriteStatus.Unchanged, null), (write.Status, write.Entry!.Observation));
    }

    [Fact]
    public async Task A_duplicate_charge_that_is_shown_as_declined_is_none_and_is_one_when_it_stands_again()
    {
        var journal = await OpenAsync();
        var first = Some.Sale("first");
        await journal.PayAsync(first, Some.Outcome(first, PaymentOutcome.Declined, Some.Transaction("sale")));
        await journal.PayAsync(Some.Sale("second"));
        await journal.ResolveAsync(Some.Resolution(first, Some.Approved(first, "sale")), Token);

        var gone = await journal.SeeAsync(Declined);
        var back = await journal.SeeAsync(Standing);

        Assert.False(gone.Entry!.IsDuplicateCharge);
        Assert.Equal(Some.Key("second"), back.Entry!.DuplicateOf);
    }

    [Theory]
    [InlineData(JournalChange.Dispute)]
    [InlineData(JournalChange.Refunded)]
    [InlineData(JournalChange.Amount)]
    public async Task A_revision_says_what_of_the_answer_changed(JournalChange change)
    {
        var journal = await SoldAsync();
        var seen = change switch
        {
            JournalChange.Dispute => Some.Observation("sale") with { DisputeStatus = DisputeStatus.ResponseNeeded },
            JournalChange.Refunded => Some.Observation("sale", refunded: 4m),
            _ => Some.Observation("sale") with { ProcessedAmount = Money.Usd(9m) },
        };

        var write = await journal.SeeAsync(seen);

        Assert.Equal([change], write.Entry!.Revisions[^1].Changes);
        Assert.Equal(["s"], await journal.UnpublishedAsync());
    }

    public sealed class InMemory() : DeclinedSinceTests(JournalKind.InMemory);

    public sealed class InSqlite() : DeclinedSinceTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : DeclinedSinceTests(JournalKind.PostgreSql);
}
