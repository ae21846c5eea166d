namespace PaymentAbstractions.Testing.Tests;

public sealed class CommercialDataTests
{
    private static readonly SaleRequest Sale = PaymentRequests.CommercialSale();

    private readonly FakePaymentGateway _gateway = new();

    private static CommercialCardData Data => Sale.CommercialCardData!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_sample_order_is_complete_and_valid()
    {
        var order = PaymentRequests.CommercialOrder();

        Assert.Equal(Money.Usd(43.30m), order.Amount);
        Assert.Equal(CommercialDataLevel.LevelIII, CommercialCardClassifier.Classify(order.Data).Level);
        Assert.Empty(CommercialCardValidator.Validate(order.Data, order.Amount));
        Assert.Equal(PaymentRequests.CommercialSale(), PaymentRequests.CommercialSale(order));
    }

    [Theory]
    [InlineData(RequestedDataLevel.None, CommercialDataLevel.LevelI, null)]
    [InlineData(RequestedDataLevel.LevelII, CommercialDataLevel.LevelII, CommercialDataLevel.LevelII)]
    [InlineData(RequestedDataLevel.LevelIII, CommercialDataLevel.LevelIII, CommercialDataLevel.LevelIII)]
    [InlineData(RequestedDataLevel.BestEffort, CommercialDataLevel.LevelIII, CommercialDataLevel.LevelIII)]
    public async Task The_level_is_the_one_that_was_asked_for(
        RequestedDataLevel requested,
        CommercialDataLevel sent,
        CommercialDataLevel? reported
    )
    {
        var result = await PayAsync(Data with { RequestedLevel = requested });

        Assert.True(result.IsApproved);
        Assert.Equal(
            (sent, reported, false),
            (
                result.CommercialData.SentLevel,
                result.CommercialData.ReportedLevel,
                result.CommercialData.LevelWasChanged
            )
        );
    }

    [Fact]
    public async Task Data_above_the_level_is_reported()
    {
        var none = await PayAsync(Data with { RequestedLevel = RequestedDataLevel.None });
        var second = await PayAsync(Data with { RequestedLevel = RequestedDataLevel.LevelII }, "second-key");
        var third = await PayAsync(Data, "third-key");

        Assert.Equal(Data.GivenFields(), none.CommercialData.DroppedFields);
        Assert.Contains("LineItems[*].ProductCode", second.CommercialData.DroppedFields);
        Assert.Contains("ShipTo.Country", second.CommercialData.DroppedFields);
        Assert.DoesNotContain("CustomerReference", second.CommercialData.DroppedFields);
        Assert.DoesNotContain("Tax.Amount", second.CommercialData.DroppedFields);
        Assert.Empty(third.CommercialData.DroppedFields);
    }

    [Fact]
    public async Task Best_effort_sends_what_the_data_makes_or_refuses_by_name()
    {
        var partly = Data with { ShipFromPostalCode = null };

        var dropped = await PayAsync(partly with { WhenNotExpressible = WhenNotExpressible.DropAndReport });
        var problems = await RefusedAsync(partly);

        Assert.Equal(CommercialDataLevel.LevelII, dropped.CommercialData.SentLevel);
        Assert.Equal(dropped.CommercialData.DroppedFields.Select(field => "CommercialCardData." + field), problems);
        Assert.Single(_gateway.Calls);
    }

    [Fact]
    public async Task Errors_are_refused_by_name_before_they_count_as_a_call()
    {
        var first = Data.LineItems[0];
        var wrong = Data with
        {
            RequestedLevel = RequestedDataLevel.LevelIII,
            ShipFromPostalCode = null,
            LineItems = [first with { NetAmount = Money.Usd(30.01m) }, Data.LineItems[1]],
        };

        var problems = await RefusedAsync(wrong);
        var sum = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            _gateway.SaleAsync(Sale with { Amount = Money.Usd(43.31m) }, Token)
        );

        Assert.Equal(["CommercialCardData.LineItems[0].NetAmount", "CommercialCardData.ShipFromPostalCode"], problems);
        Assert.Contains("0.01", Assert.Single(sum.Problems, problem => problem.Field == "Amount").Message);
        Assert.Empty(_gateway.Calls);
    }

    [Fact]
    public async Task A_missing_amount_is_reported_once()
    {
        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            _gateway.SaleAsync(Sale with { Amount = default }, Token)
        );

        Assert.Equal("Amount", Assert.Single(refusal.Problems).Field);
    }

    [Fact]
    public async Task A_gateway_that_takes_none_refuses_or_leaves_out_all()
    {
        var gateway = new FakePaymentGateway
        {
            Capabilities = _gateway.Capabilities with { HighestDataLevel = CommercialDataLevel.LevelI },
        };
        var dropping = Data with { WhenNotExpressible = WhenNotExpressible.DropAndReport };

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => gateway.SaleAsync(Sale, Token));
        var named = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            gateway.SaleAsync(
                Sale with
                {
                    CommercialCardData = dropping with { RequestedLevel = RequestedDataLevel.LevelIII },
                },
                Token
            )
        );
        var result = await gateway.SaleAsync(Sale with { CommercialCardData = dropping }, Token);

        Assert.Equal("CommercialCardData", Assert.Single(refusal.Problems).Field);
        Assert.Equal("CommercialCardData.RequestedLevel", Assert.Single(named.Problems).Field);
        Assert.Equal(CommercialDataLevel.LevelI, result.CommercialData.SentLevel);
        Assert.Equal(Data.GivenFields(), result.CommercialData.DroppedFields);
    }

    [Fact]
    public async Task A_capture_and_its_refund_carry_data_of_their_own_part()
    {
        var held = await _gateway.AuthorizeAsync(PaymentRequests.Authorize(Money.Usd(50m)), Token);
        var capture = PaymentRequests.Capture(held.Transaction!, Sale.Amount) with { CommercialCardData = Data };

        var taken = await _gateway.CaptureAsync(capture, Token);
        var none = Data with { RequestedLevel = RequestedDataLevel.None };
        var refund = PaymentRequests.Refund(taken.Transaction!, Sale.Amount) with { CommercialCardData = Data };
        var returned = await _gateway.RefundAsync(refund, Token);
        var wrong = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            _gateway.CaptureAsync(capture with { Amount = Money.Usd(1m) }, Token)
        );

        var second = await _gateway.CaptureAsync(
            PaymentRequests.Capture(held.Transaction!, Money.Usd(1m), "second-key") with
            {
                CommercialCardData = none,
            },
            Token
        );

        Assert.Equal((null, null), (second.CommercialData.SentLevel, second.CommercialData.ReportedLevel));
        Assert.Equal(Data.GivenFields(), second.CommercialData.DroppedFields);
        Assert.Null(held.CommercialData.SentLevel);
        Assert.Equal(CommercialDataLevel.LevelIII, taken.CommercialData.SentLevel);
        Assert.Equal(CommercialDataLevel.LevelIII, returned.CommercialData.SentLevel);
        Assert.Equal("Amount", Assert.Single(wrong.Problems).Field);
    }

    [Fact]
    public async Task An_unknown_result_reports_the_sent_level_and_not_the_reported_one()
    {
        var unknown = await _gateway.EnqueueUnknown().SaleAsync(Sale, Token);
        var notSent = await _gateway.EnqueueNotSent().SaleAsync(Other("second"), Token);

        Assert.Equal(
            (CommercialDataLevel.LevelIII, null),
            (unknown.CommercialData.SentLevel, unknown.CommercialData.ReportedLevel)
        );
        Assert.Null(notSent.CommercialData.SentLevel);
    }

    [Fact]
    public void Results_report_what_was_sent()
    {
        var approved = PaymentResults.Approved(Sale);
        var changed = approved with
        {
            CommercialData = approved.CommercialData with { ReportedLevel = CommercialDataLevel.LevelI },
        };

        Assert.Equal(CommercialDataLevel.LevelIII, approved.CommercialData.SentLevel);
        Assert.True(changed.CommercialData.LevelWasChanged);
        Assert.Null(PaymentResults.Approved(PaymentRequests.Sale()).CommercialData.SentLevel);
        Assert.Null(PaymentResults.Rejected(Sale).CommercialData.SentLevel);
    }

    private Task<PaymentResult> PayAsync(CommercialCardData data, string key = "first-key") =>
        _gateway.SaleAsync(Other(key) with { CommercialCardData = data }, Token);

    private static SaleRequest Other(string key) =>
        PaymentRequests.CommercialSale(key: key) with
        {
            OrderReference = new OrderReference($"order-of-{key}"),
        };

    private async Task<IEnumerable<string>> RefusedAsync(CommercialCardData data)
    {
        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => PayAsync(data, "refused-key"));
        return refusal.Problems.Select(problem => problem.Field);
    }
}
