namespace PaymentAbstractions.Rebilly.Tests.CommercialCards;

/// <summary>A refund has no custom fields, so the data is refused, or dropped and reported.</summary>
public class CommercialRefundTests
{
    private const string Route = "POST transactions/txn_1/refund";

    [Fact]
    public async Task Data_on_a_refund_is_refused_and_named()
    {
        await using var fixture = Refunding();

        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() => RefundAsync(fixture, Orders.LevelTwo));

        var problem = Assert.Single(exception.Problems);
        Assert.Equal("CommercialCardData", problem.Field);
        Assert.Contains("(CustomerReference, Tax.Amount, Tax.Treatment)", problem.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task Data_on_a_refund_is_dropped_where_that_is_permitted()
    {
        await using var fixture = Refunding();
        var data = Orders.LevelThree with { WhenNotExpressible = WhenNotExpressible.DropAndReport };

        var result = await RefundAsync(fixture, data);

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
        Assert.Equal(
            (CommercialDataLevel.LevelI, false),
            (result.CommercialData.SentLevel!.Value, result.CommercialData.PassedThrough)
        );
        Assert.Equal(data.GivenFields(), result.CommercialData.DroppedFields);
        Assert.Null(result.CommercialData.ReportedLevel);
        Assert.DoesNotContain("PO-88", Assert.Single(fixture.Stub.Writes).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RequestedDataLevel.LevelII)]
    [InlineData(RequestedDataLevel.LevelIII)]
    public async Task A_refund_reaches_no_exact_level(RequestedDataLevel level)
    {
        await using var fixture = Refunding();
        var data = Orders.LevelThree with
        {
            RequestedLevel = level,
            WhenNotExpressible = WhenNotExpressible.DropAndReport,
        };

        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() => RefundAsync(fixture, data));

        Assert.Equal("CommercialCardData.RequestedLevel", Assert.Single(exception.Problems).Field);
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_refund_at_level_none_drops_and_reports()
    {
        await using var fixture = Refunding();

        var result = await RefundAsync(fixture, Orders.LevelOne with { RequestedLevel = RequestedDataLevel.None });

        Assert.Null(result.CommercialData.SentLevel);
        Assert.Equal(["InvoiceNumber"], result.CommercialData.DroppedFields);
    }

    [Fact]
    public async Task A_refund_that_was_not_sent_reports_nothing()
    {
        await using var fixture = Refunding();
        fixture.Stub.On(Route, StubAnswer.Refused());
        var data = Orders.LevelTwo with { WhenNotExpressible = WhenNotExpressible.DropAndReport };

        var result = await RefundAsync(fixture, data);

        Assert.Equal(PaymentOutcome.NotSent, result.Outcome);
        Assert.Null(result.CommercialData.SentLevel);
        Assert.Empty(result.CommercialData.DroppedFields);
    }

    [Fact]
    public async Task An_order_that_says_nothing_is_no_obstacle()
    {
        await using var fixture = Refunding();

        var result = await RefundAsync(fixture, new CommercialCardData());

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
        Assert.Empty(result.CommercialData.DroppedFields);
    }

    private static RebillyFixture Refunding()
    {
        var fixture = new RebillyFixture(Orders.LongField);
        fixture.Stub.WithOriginal(Txn.Sale().Settled()).On(Route, StubAnswer.Created(Txn.Reversal("refund")));
        return fixture;
    }

    private static Task<PaymentResult> RefundAsync(RebillyFixture fixture, CommercialCardData data) =>
        fixture.Gateway.RefundAsync(
            Some.Refund() with
            {
                CommercialCardData = data,
            },
            TestContext.Current.CancellationToken
        );
}
