using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests.CommercialCards;

/// <summary>What results report about the data, regardless of the request's outcome.</summary>
public class CommercialResultTests
{
    [Fact]
    public async Task An_unsent_payment_has_no_level()
    {
        await using var fixture = new RebillyFixture(Orders.LongField);
        fixture.Stub.On("POST transactions", StubAnswer.Refused());

        var result = await fixture.SellAsync(Orders.LevelThree with { RequestedLevel = RequestedDataLevel.LevelII });

        Assert.Equal(PaymentOutcome.NotSent, result.Outcome);
        AssertUnlabelled(result);
    }

    [Fact]
    public async Task A_payment_that_the_adapter_refuses_has_no_level()
    {
        await using var fixture = new RebillyFixture(Orders.LongField);
        fixture.Stub.WithAuthorization(Txn.Authorization().With("status", "voided"));

        var result = await fixture.Gateway.CaptureAsync(
            Some.Capture() with
            {
                CommercialCardData = Orders.LevelThree,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(PaymentOutcome.Rejected, result.Outcome);
        AssertUnlabelled(result);
    }

    [Fact]
    public async Task A_capture_that_is_known_from_before_says_nothing_of_what_was_sent_then()
    {
        await using var fixture = new RebillyFixture(Orders.LongField);
        var capture = Txn.Capture();
        var authorization = Txn.Authorization().With("childTransactions", new JsonArray("txn_c"));
        fixture.Stub.WithAuthorization(authorization).On("GET transactions/txn_c", StubAnswer.Ok(capture));

        var result = await fixture.Gateway.CaptureAsync(
            Some.Capture() with
            {
                CommercialCardData = Orders.LevelThree,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
        Assert.Empty(fixture.Stub.Writes);
        AssertUnlabelled(result);
    }

    [Theory]
    [InlineData(422, PaymentOutcome.Rejected)]
    [InlineData(500, PaymentOutcome.Unknown)]
    public async Task The_sent_data_is_reported_regardless_of_the_answer(int status, PaymentOutcome outcome)
    {
        await using var fixture = new RebillyFixture(Orders.LongField);
        fixture.Stub.On("POST transactions", StubAnswer.Problem(status));

        var result = await fixture.SellAsync(Orders.LevelThree with { RequestedLevel = RequestedDataLevel.LevelII });

        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(
            (CommercialDataLevel.LevelII, true),
            (result.CommercialData.SentLevel!.Value, result.CommercialData.PassedThrough)
        );
        Assert.Contains("Freight", result.CommercialData.DroppedFields);
        Assert.Null(result.CommercialData.ReportedLevel);
    }

    [Fact]
    public async Task A_request_without_data_says_nothing_of_levels()
    {
        await using var fixture = new RebillyFixture(Orders.LongField);
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale()));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("customFields", fixture.Stub.Writes[0].Body, StringComparison.Ordinal);
        AssertUnlabelled(result);
    }

    [Fact]
    public async Task The_field_that_Rebilly_echoes_is_no_reported_level()
    {
        await using var fixture = new RebillyFixture(Orders.LongField);
        var echo = new JsonObject { ["level_data"] = "{\"version\":1,\"level\":2}" };
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale().With("customFields", echo)));

        var result = await fixture.SellAsync(Orders.LevelThree);

        Assert.Equal(
            (CommercialDataLevel.LevelIII, false),
            (result.CommercialData.SentLevel!.Value, result.CommercialData.LevelWasChanged)
        );
        Assert.Null(result.CommercialData.ReportedLevel);
    }

    private static void AssertUnlabelled(PaymentResult result)
    {
        Assert.Null(result.CommercialData.SentLevel);
        Assert.Null(result.CommercialData.ReportedLevel);
        Assert.False(result.CommercialData.PassedThrough);
        Assert.Empty(result.CommercialData.DroppedFields);
    }
}
