using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

public class ChargeTests
{
    [Fact]
    public async Task A_sale_is_approved_with_its_evidence()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, Txn.Sale().Ok());

        var result = await fixture.SendAsync(Some.Sale());

        Assert.True(result.IsApproved);
        Assert.Equal(
            (PaymentOperation.Sale, PaymentReason.None, "b2b_us"),
            (result.Operation, result.Reason, result.Gateway)
        );
        Assert.Equal(VirtualTerminalFixture.Ref("501234"), result.Transaction);
        Assert.Equal((Money.Usd(49.90m), Money.Usd(49.90m)), (result.RequestedAmount, result.ApprovedAmount));
        Assert.Equal(("A1B2C3", "Not Settled"), (result.Provider.AuthorizationCode, result.Provider.Code));
        Assert.Equal(Money.Usd(49.90m), result.ProcessedAmount);
        Assert.Equal(("9001", "4242"), (result.PaymentMethod.Id, result.PaymentMethod.LastFour));
        Assert.Equal("00", result.Code?.Value);
        Assert.Equal(ResponseCodeSource.Derived, result.Code?.Source);
        Assert.True(result.Verification.Avs.IsNotProvided);
        Assert.Null(result.Message);
        Assert.Null(result.Anomaly);
        Assert.Equal(200, result.Answer?.HttpStatus);
    }

    [Theory]
    [InlineData("10000000001", "10000000001")]
    [InlineData("123456789012.34", "123456789012.3399963378906250")]
    [InlineData("999999999999", "9.99999999999E11")]
    public async Task A_large_sale_is_read_back_as_the_double_that_an_API_may_keep(string amount, string shown)
    {
        await using var fixture = new VirtualTerminalFixture();
        var figure = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
        fixture.Stub.On(VirtualTerminalStub.Add, Txn.Sale().With("TotalAmount", JsonNode.Parse(shown)).Ok());

        var result = await fixture.SendAsync(Some.Sale(figure));

        Assert.Equal((PaymentOutcome.Approved, Money.Usd(figure)), (result.Outcome, result.ApprovedAmount));
    }

    [Fact]
    public async Task A_sale_above_the_largest_amount_is_refused_and_nothing_is_sent()
    {
        await using var fixture = new VirtualTerminalFixture();

        var refused = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.SendAsync(Some.Sale(999_999_999_999.01m))
        );

        Assert.Equal("Amount", Assert.Single(refused.Problems).Field);
        Assert.Empty(fixture.Stub.Requests);
    }

    [Theory]
    [InlineData("auth")]
    [InlineData("Authorization")]
    [InlineData("AUTH")]
    [InlineData("authorize")]
    [InlineData("AUTHORIZE")]
    public async Task An_authorization_is_known_by_all_its_words(string type)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, Txn.Sale().With("TransactionType", type).Ok());

        var result = await fixture.SendAsync(Some.Authorize());

        Assert.True(result.IsApproved);
        Assert.Equal(PaymentOperation.Authorize, result.PerformedAs);
    }

    [Fact]
    public async Task A_credit_is_approved_without_an_authorization_code()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, Txn.Credit().With("TransactionType", "Credit").Ok());

        var result = await fixture.SendAsync(Some.Credit());

        Assert.True(result.IsApproved);
        Assert.Null(result.Provider.AuthorizationCode);
        Assert.Equal(PaymentOperation.Credit, result.PerformedAs);
    }

    [Theory]
    [InlineData(1, CommercialDataLevel.LevelI, null)]
    [InlineData(2, CommercialDataLevel.LevelII, "Sent as LevelI and accepted as LevelII; the fees differ.")]
    [InlineData(0, null, null)]
    public async Task Another_level_stays_approved_and_is_reported(
        int level,
        CommercialDataLevel? reported,
        string? message
    )
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, Txn.Sale().With("Level", level).Ok());

        var result = await fixture.SendAsync(Some.Sale());

        Assert.True(result.IsApproved);
        Assert.Equal(
            (CommercialDataLevel.LevelI, reported),
            (result.CommercialData.SentLevel, result.CommercialData.ReportedLevel)
        );
        Assert.Equal(message, result.Message);
    }

    [Fact]
    public async Task The_sent_level_is_reported()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(
            VirtualTerminalStub.Add,
            Txn.Sale(96.60m).With("Level", 3).Ok(),
            Txn.Sale(96.60m).With("Level", "2").Ok(),
            StubAnswer.Refused()
        );
        var sale = Some.Sale(96.60m);

        var third = await fixture.SendAsync(sale with { CommercialCardData = Some.LevelIII });
        var second = await fixture.SendAsync(Other("2") with { CommercialCardData = Some.LevelII });
        var unsent = await fixture.SendAsync(Other("3"));

        Assert.Equal(
            (CommercialDataLevel.LevelIII, CommercialDataLevel.LevelIII),
            (third.CommercialData.SentLevel, third.CommercialData.ReportedLevel)
        );
        Assert.Equal(
            (CommercialDataLevel.LevelII, CommercialDataLevel.LevelII),
            (second.CommercialData.SentLevel, second.CommercialData.ReportedLevel)
        );
        Assert.Equal(PaymentOutcome.NotSent, unsent.Outcome);
        Assert.Null(unsent.CommercialData.SentLevel);

        SaleRequest Other(string number) =>
            sale with
            {
                IdempotencyKey = new IdempotencyKey($"key-{number}"),
                OrderReference = new OrderReference($"order-{number}"),
            };
    }

    [Fact]
    public async Task Nothing_is_ever_sent_twice()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.On(VirtualTerminalStub.Add, StubAnswer.Reset(), Txn.Sale().Ok());

        var result = await fixture.SendAsync(Some.Sale());

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Single(fixture.Stub.Writes);
    }
}
