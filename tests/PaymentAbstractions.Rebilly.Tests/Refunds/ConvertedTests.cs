using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Sales and authorizations whose processed amount differs from the requested one, through the journal.</summary>
public class ConvertedTests
{
    private const string Refunds = "POST transactions/txn_1/refund";

    public static TheoryData<decimal, string, bool> Processed =>
        new() { { 11.32m, "EUR", false }, { 12.90m, "USD", true } };

    [Theory]
    [MemberData(nameof(Processed))]
    public async Task The_whole_processed_amount_can_be_refunded(decimal amount, string currency, bool isAdjusted)
    {
        await using var fixture = new RebillyFixture();
        var money = new Money(amount, Currency.Parse(currency));
        var sale = ProcessedAs(Txn.Sale("sale-1"), money, isAdjusted);
        fixture.Stub.On("POST transactions", StubAnswer.Created(sale.Copy()));
        fixture.Stub.WithOriginal(sale.Copy().Settled());
        fixture.Stub.On(Refunds, StubAnswer.Created(InCurrency(Txn.Reversal("refund", amount: amount), currency)));
        var token = TestContext.Current.CancellationToken;

        var sold = await fixture.Gateway.SaleAsync(Some.Sale("sale-1"), token);
        var refunded = await fixture.Gateway.RefundAsync(
            Some.Refund(key: "refund-1") with
            {
                Amount = sold.ProcessedAmount!.Value,
            },
            token
        );

        Assert.Equal(
            (PaymentOutcome.Approved, Some.Amount, money),
            (sold.Outcome, sold.ApprovedAmount, sold.ProcessedAmount)
        );
        Assert.Equal((PaymentOutcome.Approved, money), (refunded.Outcome, refunded.ApprovedAmount));
        Assert.Equal(amount, JsonNode.Parse(fixture.Stub.Writes[^1].Body)!["amount"]!.GetValue<decimal>());
    }

    [Theory]
    [InlineData(false, PaymentOutcome.Rejected)]
    [InlineData(true, PaymentOutcome.Approved)]
    public async Task A_part_of_a_converted_sale_needs_the_option(bool isAllowed, PaymentOutcome outcome)
    {
        await using var fixture = new RebillyFixture(("AllowPartialRefundOfConverted", isAllowed ? "true" : "false"));
        fixture.Stub.WithOriginal(
            ProcessedAs(Txn.Sale(), new Money(11.32m, Currency.Eur), isAdjusted: false).Settled()
        );
        fixture.Stub.On(Refunds, StubAnswer.Created(InCurrency(Txn.Reversal("refund", amount: 5m), "EUR")));

        var result = await fixture.Gateway.RefundAsync(
            Some.Refund() with
            {
                Amount = new Money(5m, Currency.Eur),
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(outcome, result.Outcome);
        Assert.Equal(
            !isAllowed,
            result.Message?.Contains("AllowPartialRefundOfConverted", StringComparison.Ordinal) == true
        );
        Assert.Equal(isAllowed ? 1 : 0, fixture.Stub.Writes.Count);
    }

    [Theory]
    [MemberData(nameof(Processed))]
    public async Task An_authorization_is_captured_by_what_was_asked_for(
        decimal amount,
        string currency,
        bool isAdjusted
    )
    {
        await using var fixture = new RebillyFixture();
        var money = new Money(amount, Currency.Parse(currency));
        var authorization = ProcessedAs(Txn.Authorization(), money, isAdjusted);
        fixture.Stub.WithAuthorization(authorization);
        fixture.Stub.On(
            "POST transactions",
            StubAnswer.Created(authorization.Copy()),
            StubAnswer.Created(ProcessedAs(Txn.Capture("capture-1"), money, isAdjusted))
        );
        var token = TestContext.Current.CancellationToken;

        var authorized = await fixture.Gateway.AuthorizeAsync(Some.Authorize(), token);
        var captured = await fixture.Gateway.CaptureAsync(Some.Capture("capture-1"), token);

        Assert.Equal(PaymentOutcome.Approved, authorized.Outcome);
        Assert.Equal(
            (PaymentOutcome.Approved, Some.Amount, money),
            (captured.Outcome, captured.ApprovedAmount, captured.ProcessedAmount)
        );
    }

    [Fact]
    public async Task An_authorization_whose_instrument_has_no_id_can_be_captured()
    {
        await using var fixture = new RebillyFixture();
        var authorization = Txn.Authorization().With("paymentInstrument", new JsonObject { ["method"] = "paypal" });
        fixture.Stub.WithAuthorization(authorization);
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Capture()));

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
        Assert.DoesNotContain("paymentInstruction", Assert.Single(fixture.Stub.Writes).Body, StringComparison.Ordinal);
    }

    private static JsonObject ProcessedAs(JsonObject json, Money money, bool isAdjusted) =>
        InCurrency(json.With("amount", money.Amount), money.Currency.Code).With("hasAmountAdjustment", isAdjusted);

    private static JsonObject InCurrency(JsonObject json, string currency) =>
        json["type"]!.GetValue<string>() == "refund"
            ? json.With("currency", currency).With("requestCurrency", currency)
            : json.With("currency", currency);
}
