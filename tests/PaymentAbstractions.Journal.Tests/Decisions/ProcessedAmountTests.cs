namespace PaymentAbstractions.Journal.Tests;

/// <summary>The requested and the processed amount of a payment; refunds are limited by the processed amount.</summary>
public abstract class ProcessedAmountTests(JournalKind kind) : JournalSuite(kind)
{
    private static readonly TransactionReference Sale = Some.Transaction("sale");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_converted_sale_is_refunded_in_the_currency_that_was_processed()
    {
        var journal = await ConvertedAsync();

        var asAsked = await RefundAsync(journal, "r1", Money.Usd(10m));
        var whole = await RefundAsync(journal, "r2", Money.Eur(9m));

        Assert.Equal(JournalDecisionKind.ExceedsOriginal, asAsked.Kind);
        Assert.Equal((Money.Eur(9m), Currency.Eur), (asAsked.Available, asAsked.Currency));
        Assert.True(whole.IsStarted);
    }

    [Fact]
    public async Task A_refusal_names_what_is_left_and_not_what_there_was()
    {
        var journal = await ConvertedAsync();
        await journal.PayAsync(Some.Refund("r1", Sale) with { Amount = Money.Eur(4m) });

        var wrongCurrency = await RefundAsync(journal, "r2", Money.Usd(1m));
        var tooMuch = await RefundAsync(journal, "r3", Money.Eur(5.01m));

        Assert.Equal((Money.Eur(5m), Money.Eur(5m)), (wrongCurrency.Available, tooMuch.Available));
    }

    [Fact]
    public async Task More_than_was_asked_for_can_be_refunded_when_more_was_processed()
    {
        var journal = await SoldAsync(Money.Usd(10.50m));

        Assert.True((await RefundAsync(journal, "r1", Money.Usd(10.50m))).IsStarted);
        Assert.Equal(Money.Usd(0m), (await RefundAsync(journal, "r2", Money.Usd(1m))).Available);
    }

    [Fact]
    public async Task A_converted_sale_is_reversed_when_all_that_was_processed_went_back()
    {
        var journal = await ConvertedAsync();
        await journal.PayAsync(Some.Refund("r1", Sale) with { Amount = Money.Eur(8m) });
        var part = await journal.RepeatAsync(Some.Sale("s"));
        await journal.PayAsync(Some.Refund("r2", Sale) with { Amount = Money.Eur(1m) });
        var all = await journal.RepeatAsync(Some.Sale("s"));

        Assert.Equal((PaymentOutcome.Approved, Money.Eur(8m)), (part.Outcome, part.RefundedAmount));
        Assert.Equal((PaymentOutcome.Reversed, Money.Eur(9m)), (all.Outcome, all.RefundedAmount));
        Assert.Equal((Money.Usd(10m), Money.Eur(9m)), (all.ApprovedAmount, all.ProcessedAmount));
    }

    [Fact]
    public async Task A_capture_is_measured_by_what_was_asked_for_and_its_refund_by_what_was_processed()
    {
        var journal = await AuthorizedAsync();
        var capture = Some.Capture("c", Some.Transaction("auth"), 4m) with { MultiCapture = true };
        await journal.PayAsync(capture, Processed(capture, "cap", Money.Eur(3.60m)));

        var next = await journal.BeginAsync(
            Some.Capture("c2", Some.Transaction("auth"), 7m) with
            {
                MultiCapture = true,
            },
            Token
        );
        var refund = await journal.BeginAsync(Some.Refund("r", Some.Transaction("cap"), 4m), Token);

        Assert.Equal((Money.Usd(6m), Money.Eur(3.60m)), (next.Available, refund.Available));
    }

    [Fact]
    public async Task A_processed_amount_that_a_reading_shows_counts_from_then_on()
    {
        var journal = await SoldAsync();
        await journal.SeeAsync(Some.Observation("sale") with { ProcessedAmount = Money.Eur(9m) });

        Assert.Equal(Money.Eur(9m), (await RefundAsync(journal, "r", Money.Usd(10m))).Available);
        Assert.Equal(Money.Eur(9m), (await journal.RepeatAsync(Some.Sale("s"))).ProcessedAmount);
    }

    [Fact]
    public async Task A_refund_in_another_currency_is_never_dropped_it_closes_the_original()
    {
        var journal = await SoldAsync();
        await journal.PayAsync(Some.Refund("r1", Sale, 4m));
        await journal.SeeAsync(Some.Observation("sale") with { ProcessedAmount = Money.Eur(9m) });

        foreach (var intent in new[] { Some.Refund("x", Sale) with { Amount = Money.Eur(1m) }, Some.Void("x", Sale) })
        {
            Assert.Equal(JournalDecisionKind.OriginalClosed, (await journal.BeginAsync(intent, Token)).Kind);
        }

        Assert.True((await journal.GetAmountsAsync(Sale, Token)).HasOtherCurrency);
        var answer = await journal.RepeatAsync(Some.Sale("s"));
        Assert.Equal((true, true), (answer.IsApproved, answer.IsRefundInDoubt));
    }

    [Fact]
    public async Task A_refund_in_doubt_in_another_currency_holds_the_original_until_it_is_resolved()
    {
        var journal = await SoldAsync();
        var refund = Some.Refund("r1", Sale, 4m);
        await journal.PayAsync(refund, Some.Unknown(refund));
        await journal.SeeAsync(Some.Observation("sale") with { ProcessedAmount = Money.Eur(9m) });

        var held = await RefundAsync(journal, "r2", Money.Eur(1m));
        await journal.ResolveAsync(Some.Resolution(refund, Some.NotSent(refund)), Token);
        var free = await RefundAsync(journal, "r2", Money.Eur(1m));

        Assert.Equal((JournalDecisionKind.OriginalBusy, refund.JournalKey), (held.Kind, held.BlockedBy));
        Assert.True(free.IsStarted);
    }

    [Fact]
    public async Task Captures_in_two_currencies_close_what_was_captured()
    {
        var journal = await AuthorizedAsync();
        foreach (var (key, amount) in new[] { ("c1", Money.Eur(3m)), ("c2", Money.Usd(4m)) })
        {
            var capture = Some.Capture(key, Some.Transaction("auth"), 4m) with { MultiCapture = true };
            await journal.PayAsync(capture, Processed(capture, key, amount));
        }

        var refund = await journal.BeginAsync(
            Some.Refund("r", Some.Transaction("auth")) with
            {
                Amount = Money.Eur(1m),
            },
            Token
        );

        Assert.Equal(JournalDecisionKind.OriginalClosed, refund.Kind);
    }

    [Fact]
    public async Task A_refund_of_an_original_that_the_journal_has_never_seen_sets_the_currency()
    {
        var journal = await OpenAsync();
        await journal.PayAsync(Some.Refund("r1", Sale) with { Amount = Money.Eur(4m) });

        var other = await RefundAsync(journal, "r2", Money.Usd(4m));
        var known = await journal.BeginAsync(
            Some.Refund("r3", Sale, 4m) with
            {
                OriginalCaptured = Money.Usd(10m),
            },
            Token
        );

        Assert.Equal((JournalDecisionKind.ExceedsOriginal, Currency.Eur), (other.Kind, other.Currency));
        Assert.Null(other.Available);
        Assert.Equal(JournalDecisionKind.OriginalClosed, known.Kind);
    }

    private Task<IPaymentJournal> ConvertedAsync() => SoldAsync(Money.Eur(9m));

    private async Task<IPaymentJournal> SoldAsync(Money processed)
    {
        var journal = await OpenAsync();
        var sale = Some.Sale("s");
        await journal.PayAsync(sale, Processed(sale, "sale", processed));
        return journal;
    }

    private static JournalOutcome Processed(JournalIntent intent, string id, Money processed) =>
        JournalOutcome.Of(Some.Approved(intent, id).Result with { ProcessedAmount = processed });

    private static Task<JournalDecision> RefundAsync(IPaymentJournal journal, string key, Money amount) =>
        journal.BeginAsync(Some.Refund(key, Sale) with { Amount = amount }, Token);

    public sealed class InMemory() : ProcessedAmountTests(JournalKind.InMemory);

    public sealed class InSqlite() : ProcessedAmountTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : ProcessedAmountTests(JournalKind.PostgreSql);
}
