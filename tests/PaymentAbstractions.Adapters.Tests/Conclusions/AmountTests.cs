using System.Text.Json.Nodes;

namespace PaymentAbstractions.Adapters.Tests;

public sealed class AmountTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_converted_sale_is_approved_as_asked_and_shows_what_was_processed()
    {
        var result = await SellAsync(Charged(1131, "EUR"));

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
        Assert.Equal((Some.Amount, Money.Eur(11.31m)), (result.ApprovedAmount, result.ProcessedAmount));
    }

    [Fact]
    public async Task A_sale_that_was_adjusted_upwards_is_approved_with_both_amounts()
    {
        var result = await SellAsync(Charged(1300, "USD").With("adjusted", true));

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
        Assert.Equal((Some.Amount, Money.Usd(13m)), (result.ApprovedAmount, result.ProcessedAmount));
    }

    [Fact]
    public async Task A_higher_amount_that_is_not_an_adjustment_is_unknown()
    {
        var result = await SellAsync(Charged(1300, "USD"));

        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.Amount), (result.Outcome, result.Anomaly?.Kind));
    }

    [Theory]
    [InlineData(0, "USD")]
    [InlineData(0, "EUR")]
    [InlineData(-1250, "USD")]
    public async Task An_approval_that_processed_nothing_is_unknown(int charged, string currency)
    {
        var result = await SellAsync(Charged(charged, currency).With("adjusted", true));

        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.Amount), (result.Outcome, result.Anomaly?.Kind));
    }

    [Fact]
    public async Task A_sale_that_was_adjusted_downwards_is_approved_in_part_and_says_so()
    {
        var result = await SellAsync(
            Charged(1000, "USD").With("adjusted", true),
            Charged(1000, "USD").With("adjusted", true)
        );

        Assert.Equal((PaymentOutcome.PartiallyApproved, Money.Usd(10m)), (result.Outcome, result.ApprovedAmount));
        Assert.Contains("adjusted", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partial_approval_is_believed_when_the_record_agrees()
    {
        var part = Charged(1000, "USD").With("code", "10");

        var result = await SellAsync(part, part);

        Assert.Equal((PaymentOutcome.PartiallyApproved, Money.Usd(10m)), (result.Outcome, result.ApprovedAmount));
        Assert.Null(result.Anomaly);
    }

    [Fact]
    public async Task A_partial_approval_that_was_not_allowed_is_named_an_anomaly()
    {
        await using var fixture = AdapterFixture.Acme();
        var part = Charged(1000, "USD");
        fixture.Stub.On("POST payments", StubAnswer.Json(201, part)).On("GET payments/pay_1", StubAnswer.Ok(part));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), Token);

        Assert.Equal(
            (PaymentOutcome.PartiallyApproved, AnomalyKind.PartialApprovalNotRequested),
            (result.Outcome, result.Anomaly?.Kind)
        );
    }

    [Theory]
    [InlineData(900)]
    [InlineData(1250)]
    public async Task A_partial_approval_that_the_record_contradicts_is_unknown(int charged)
    {
        var result = await SellAsync(Charged(1000, "USD"), Charged(charged, "USD"));

        Assert.Equal(
            (PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest, AnomalyKind.Amount),
            (result.Outcome, result.Reason, result.Anomaly?.Kind)
        );
        Assert.Null(result.ApprovedAmount);
        Assert.Equal(AdapterFixture.Ref("pay_1"), result.Transaction);
    }

    [Fact]
    public async Task A_partial_approval_that_cannot_be_read_again_is_unknown_and_keeps_its_transaction()
    {
        var result = await SellAsync(Charged(1000, "USD"));

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer), (result.Outcome, result.Reason));
        Assert.Equal(AdapterFixture.Ref("pay_1"), result.Transaction);
    }

    [Theory]
    [InlineData(1250)]
    [InlineData(0)]
    [InlineData(null)]
    public async Task A_code_for_a_part_needs_a_smaller_amount(int? charged)
    {
        var result = await SellAsync(Charged(charged, "USD").With("code", "10"));

        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.Amount), (result.Outcome, result.Anomaly?.Kind));
    }

    private static JsonObject Charged(int? amount, string currency) =>
        Txn.Sale().With("charged", amount).With("charged_currency", currency);

    private static async Task<PaymentResult> SellAsync(JsonObject answer, JsonObject? record = null)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("POST payments", StubAnswer.Json(201, answer));
        if (record is not null)
        {
            fixture.Stub.On("GET payments/pay_1", StubAnswer.Ok(record.DeepClone()));
        }

        return await fixture.Gateway.SaleAsync(Some.Sale() with { AllowPartialApproval = true }, Token);
    }
}
