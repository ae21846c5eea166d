namespace PaymentAbstractions.Journal.Tests;

/// <summary>After a gateway is renamed, its transactions have other references; earlier operations on them still count.</summary>
public abstract class RenamedGatewayTests(JournalKind kind) : JournalSuite(kind)
{
    private static readonly TransactionReference Sale = Some.Transaction("sale");
    private static readonly TransactionReference Auth = Some.Transaction("auth");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Refunds_under_both_names_never_exceed_the_sale(bool restarts)
    {
        var journal = await OpenAsync();
        await PayAsync(journal, Some.Sale("s"), Sale);
        await PayAsync(journal, Some.Refund("r1", Sale, 6m));
        if (restarts)
        {
            journal = await RestartAsync(journal);
        }

        var refund = await journal.BeginAsync(Some.Refund("r2", Some.Renamed(Sale), 6m), Token);
        var amounts = await journal.GetAmountsAsync(Some.Renamed(Sale), Token);

        Assert.Equal((JournalDecisionKind.ExceedsOriginal, Money.Usd(4m)), (refund.Kind, refund.Available));
        Assert.Equal((Money.Usd(10m), Money.Usd(6m)), (amounts.Captured, amounts.Refunded));
    }

    [Fact]
    public async Task A_void_under_the_new_name_excludes_a_capture_under_the_old_one_and_the_other_way_round()
    {
        var journal = await OpenAsync();
        await PayAsync(journal, Some.Authorize("a1"), Auth);
        await PayAsync(journal, Some.Authorize("a2", "order-2"), Sale);

        Assert.True((await journal.BeginAsync(Some.Void("v1", Some.Renamed(Auth)), Token)).IsStarted);
        Assert.True((await journal.BeginAsync(Some.Capture("c2", Sale), Token)).IsStarted);

        Assert.Equal(
            JournalDecisionKind.OriginalBusy,
            (await journal.BeginAsync(Some.Capture("c1", Auth), Token)).Kind
        );
        Assert.Equal(
            JournalDecisionKind.OriginalBusy,
            (await journal.BeginAsync(Some.Void("v2", Some.Renamed(Sale)), Token)).Kind
        );
    }

    [Fact]
    public async Task A_refund_of_a_capture_under_the_new_name_counts_against_its_authorization()
    {
        var journal = await OpenAsync();
        await PayAsync(journal, Some.Authorize("a"), Auth);
        var captured = Some.Transaction("capture");
        await PayAsync(journal, Some.Capture("c", Auth), captured);
        await PayAsync(journal, Some.Refund("r1", Some.Renamed(captured), 7m));

        Assert.Equal(Money.Usd(7m), (await journal.GetAmountsAsync(Auth, Token)).Refunded);
        Assert.Equal(
            JournalDecisionKind.ExceedsOriginal,
            (await journal.BeginAsync(Some.Refund("r2", Auth, 4m), Token)).Kind
        );
    }

    [Fact]
    public async Task A_repeat_that_names_the_original_by_the_new_name_is_no_conflict()
    {
        var journal = await OpenAsync();
        await PayAsync(journal, Some.Sale("s"), Sale);
        await PayAsync(journal, Some.Refund("r1", Sale, 6m));

        var repeat = await journal.BeginAsync(Some.Refund("r1", Some.Renamed(Sale), 6m), Token);
        var found = await journal.FindByTransactionAsync(Some.Renamed(Sale), Token).ToListAsync(Token);

        Assert.Equal(JournalDecisionKind.Answered, repeat.Kind);
        Assert.Equal(Some.Key("s"), Assert.Single(found).Key);
    }

    private static Task<JournalEntry> PayAsync(
        IPaymentJournal journal,
        JournalIntent intent,
        TransactionReference? made = null
    ) => journal.PayAsync(intent, Some.Approved(intent, made?.TransactionId));

    public sealed class InMemory() : RenamedGatewayTests(JournalKind.InMemory);

    public sealed class InSqlite() : RenamedGatewayTests(JournalKind.Sqlite);

    public sealed class InPostgreSql() : RenamedGatewayTests(JournalKind.PostgreSql);
}
