namespace PaymentAbstractions.Journal.Tests;

/// <summary>How readings of the provider are kept: the newest one counts, and changes of the answer are published.</summary>
public abstract class ObserveTests(JournalKind kind) : JournalSuite(kind)
{
    private static readonly JournalIntent SaleIntent = Some.Sale("s");
    private static readonly JournalObservation Reversed = Some.Observation("sale", isReversed: true);
    private static readonly JournalObservation Standing = Some.Observation("sale");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    // Compared by time when one of them has no revision.
    [InlineData(null, 1, null, 2, true)]
    [InlineData(null, 2, null, 1, false)]
    [InlineData(5, 1, null, 2, true)]
    [InlineData(null, 2, 9, 1, false)]
    // Compared by revision when both have one, regardless of when they were read.
    [InlineData(5, 2, 6, 1, true)]
    [InlineData(6, 1, 5, 2, false)]
    [InlineData(5, 1, 5, 2, true)]
    [InlineData(5, 2, 5, 1, false)]
    public async Task An_older_reading_never_undoes_a_newer_one(
        int? firstRevision,
        int firstMinute,
        int? secondRevision,
        int secondMinute,
        bool counts
    )
    {
        var journal = await SoldAsync();
        await journal.SeeAsync(
            Reversed with
            {
                ProviderRevision = firstRevision,
                ReadAt = Some.Now.AddMinutes(firstMinute),
            }
        );

        var write = await journal.ObserveAsync(
            Standing with
            {
                ProviderRevision = secondRevision,
                ReadAt = Some.Now.AddMinutes(secondMinute),
            },
            Token
        );

        Assert.Equal(counts ? JournalWriteStatus.Recorded : JournalWriteStatus.Outdated, write.Status);
        Assert.Equal(counts, (await journal.RepeatAsync(SaleIntent)).IsApproved);
    }

    [Fact]
    public async Task The_same_reading_again_is_written_once()
    {
        var journal = await SoldAsync();
        await journal.SeeAsync(Reversed);

        Assert.Equal(JournalWriteStatus.Unchanged, (await journal.ObserveAsync(Reversed, Token)).Status);
    }

    [Fact]
    public async Task A_transaction_that_was_not_made_here_is_not_found()
    {
        var journal = await SoldAsync();

        var write = await journal.ObserveAsync(Some.Observation("elsewhere"), Token);

        Assert.Equal(JournalWriteStatus.NotFound, write.Status);
    }

    [Fact]
    public async Task A_reading_under_the_new_name_of_the_gateway_counts()
    {
        var journal = await SoldAsync();

        await journal.SeeAsync(Reversed with { Transaction = Some.Renamed(Reversed.Transaction) });

        Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(SaleIntent)).Outcome);
    }

    [Fact]
    public async Task A_reading_that_changes_no_answer_is_kept_and_not_published()
    {
        var journal = await SoldAsync();

        var write = await journal.SeeAsync(Standing with { SettledAt = Some.Now });

        Assert.Equal(Some.Now, write.Entry!.Observation!.SettledAt);
        Assert.Equal(1, write.Entry.Revision);
        Assert.Empty(await journal.UnpublishedAsync());
    }

    [Fact]
    public async Task A_partial_refund_elsewhere_is_reported_and_published()
    {
        var journal = await SoldAsync();

        await journal.SeeAsync(Some.Observation("sale", refunded: 4m));

        var answer = await journal.RepeatAsync(SaleIntent);
        Assert.Equal((true, Money.Usd(4m)), (answer.IsApproved, answer.RefundedAmount));
        Assert.Equal(["s"], await journal.UnpublishedAsync());
        Assert.Equal(
            Money.Usd(6m),
            (await journal.BeginAsync(Some.Refund("r", Some.Transaction("sale")), Token)).Available
        );
    }

    [Fact]
    public async Task A_dispute_is_published()
    {
        var journal = await SoldAsync();

        var write = await journal.SeeAsync(Standing with { DisputeStatus = DisputeStatus.ResponseNeeded });

        Assert.Equal(DisputeStatus.ResponseNeeded, write.Entry!.DisputeStatus);
        Assert.Equal(["s"], await journal.UnpublishedAsync());
    }

    [Fact]
    public async Task A_published_answer_is_published_again_only_when_it_changes_again()
    {
        var journal = await SoldAsync();
        var write = await journal.SeeAsync(Reversed);
        await journal.MarkPublishedAsync(write.Entry!.Key, write.Entry.Revision, Token);

        await journal.SeeAsync(Reversed with { ReadAt = Reversed.ReadAt.AddMinutes(1), RefundedAmount = null });
        Assert.Empty(await journal.UnpublishedAsync());

        await journal.SeeAsync(Standing with { ReadAt = Reversed.ReadAt.AddMinutes(2) });
        Assert.Equal(["s"], await journal.UnpublishedAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reading_without_a_refunded_amount_never_undoes_the_journals_sums(bool tellsZero)
    {
        var journal = await SoldAsync();
        await journal.PayAsync(Some.Refund("r", Some.Transaction("sale"), 4m));

        await journal.SeeAsync(Some.Observation("sale", refunded: tellsZero ? 0m : null));

        Assert.Equal(Money.Usd(4m), (await journal.RepeatAsync(SaleIntent)).RefundedAmount);
    }

    [Fact]
    public async Task A_refund_after_a_reading_is_added_to_the_readings_amount()
    {
        var journal = await SoldAsync();
        await journal.SeeAsync(Some.Observation("sale", refunded: 3m));
        var later = Some.Refund("r", Some.Transaction("sale"), 7m) with { StartedAt = Some.Now.AddMinutes(2) };

        await journal.PayAsync(later);

        Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(SaleIntent)).Outcome);
    }

    [Fact]
    public async Task A_refund_before_a_reading_is_not_counted_twice()
    {
        var journal = await SoldAsync();
        await journal.PayAsync(Some.Refund("r", Some.Transaction("sale"), 5m));

        await journal.SeeAsync(Some.Observation("sale", refunded: 5m));

        Assert.Equal(Money.Usd(5m), (await journal.RepeatAsync(SaleIntent)).RefundedAmount);
    }

    [Fact]
    public async Task Values_that_a_later_reading_lacks_are_kept()
    {
        var journal = await SoldAsync();
        await journal.SeeAsync(
            Some.Observation("sale", refunded: 4m) with
            {
                SettledAt = Some.Now,
                ProcessedAmount = Money.Usd(10m),
            }
        );

        var write = await journal.SeeAsync(Standing with { ReadAt = Some.Now.AddMinutes(5) });

        var kept = write.Entry!.Observation!;
        Assert.Equal((Money.Usd(4m), Money.Usd(10m)), (kept.RefundedAmount, kept.ProcessedAmount));
        Assert.Equal(Some.Now, kept.SettledAt);
    }

    [Fact]
    public async Task A_sale_that_is_shown_as_no_longer_reversed_has_no_refunded_amount()
    {
        var journal = await SoldAsync();
        await journal.SeeAsync(Some.Observation("sale", isReversed: true, refunded: 10m));

        await journal.SeeAsync(Standing with { ReadAt = Some.Now.AddMinutes(5) });

        var answer = await journal.RepeatAsync(SaleIntent);
        Assert.Equal((true, null), (answer.IsApproved, answer.RefundedAmount));
    }

    [Fact]
    public async Task A_reading_of_a_payment_in_doubt_decides_nothing()
    {
        var journal = await OpenAsync();
        await journal.PayAsync(SaleIntent, Some.Outcome(SaleIntent, PaymentOutcome.Unknown, Some.Transaction("sale")));

        await journal.SeeAsync(Reversed);

        Assert.Equal(PaymentOutcome.Unknown, (await journal.RepeatAsync(SaleIntent)).Outcome);
        Assert.Empty(await journal.UnpublishedAsync());
    }

    [Fact]
    public async Task The_proof_and_the_reading_of_a_look_up_are_recorded_in_one_step()
    {
        var journal = await OpenAsync();
        await journal.PayAsync(SaleIntent, Some.Unknown(SaleIntent));
        var found = Some.Approved(SaleIntent, "sale") with { Observation = Reversed };

        var write = await journal.ResolveAsync(Some.Resolution(SaleIntent, found), Token);

        Assert.Equal(PaymentOutcome.Approved, write.Entry!.Outcome!.Outcome);
        Assert.Null(write.Entry.Outcome.Observation);
        Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(SaleIntent)).Outcome);
    }

    [Fact]
    public async Task A_look_up_of_a_closed_payment_that_proves_nothing_new_still_shows_what_became_of_it()
    {
        var journal = await SoldAsync();
        var same = Some.Approved(SaleIntent, "sale") with { Observation = Reversed };

        var write = await journal.ResolveAsync(Some.Resolution(SaleIntent, same), Token);

        Assert.Equal(JournalWriteStatus.Recorded, write.Status);
        Assert.Equal(PaymentOutcome.Reversed, (await journal.RepeatAsync(SaleIntent)).Outcome);
    }

    [Fact]
    public void A_state_of_the_provider_says_all_that_is_kept()
    {
        var state = new TransactionState
        {
            Transaction = Some.Transaction("sale"),
            Type = PaymentOperation.Sale,
            Outcome = PaymentOutcome.Reversed,
            ProcessedAmount = Money.Eur(9m),
            CapturedAmount = Money.Eur(8m),
            RefundedAmount = Money.Eur(7m),
            VoidedAmount = Money.Eur(6m),
            DisputeStatus = DisputeStatus.UnderReview,
            SettledAt = Some.Now,
            Revision = 5,
        };

        var observation = JournalObservation.Of(state, Some.Now.AddSeconds(1));

        Assert.Equal(
            new JournalObservation
            {
                Transaction = state.Transaction,
                ReadAt = Some.Now.AddSeconds(1),
                ProviderRevision = 5,
                IsReversed = true,
                ProcessedAmount = Money.Eur(9m),
                CapturedAmount = Money.Eur(8m),
                RefundedAmount = Money.Eur(7m),
                VoidedAmount = Money.Eur(6m),
                DisputeStatus = DisputeStatus.UnderReview,
                SettledAt = Some.Now,
            },
            observation
        );
        var approved = JournalObservation.Of(state with { Outcome = PaymentOutcome.Approved }, Some.Now);
        Assert.Equal((false, false), (approved.IsReversed, approved.IsDeclined));
        Assert.True(JournalObservation.Of(state with { Outcome = PaymentOutcome.Declined }, Some.Now).IsDeclined);
    }

    public sealed class InMemory() : ObserveTests(JournalKind.InMemory);

    public sealed class InSqlite() : ObserveTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : ObserveTests(JournalKind.PostgreSql);
}
