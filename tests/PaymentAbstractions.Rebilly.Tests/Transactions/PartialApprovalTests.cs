using System.Text.Json.Nodes;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly.Tests;

public class PartialApprovalTests
{
    [Theory]
    [InlineData("10")]
    [InlineData("32")]
    [InlineData("00")]
    [InlineData(null)]
    public void A_smaller_amount_is_a_partial_approval_when_allowed(string? code)
    {
        var verdict = Judge(Txn.Sale().With("amount", 8m).WithCode(code), allowed: true);

        Assert.Equal(PaymentOutcome.PartiallyApproved, verdict.Outcome);
        Assert.Equal(Some.Usd(8), verdict.Approved);
        Assert.Null(verdict.Anomaly);
    }

    [Fact]
    public void A_partial_approval_that_was_not_requested_is_reported_as_an_anomaly()
    {
        var verdict = Judge(Txn.Sale().With("amount", 8m).WithCode("10"), allowed: false);

        Assert.Equal(PaymentOutcome.PartiallyApproved, verdict.Outcome);
        Assert.Equal(AnomalyKind.PartialApprovalNotRequested, verdict.Anomaly?.Kind);
        Assert.Equal([RebillyFixture.Ref("txn_1")], verdict.Anomaly!.Transactions);
    }

    [Theory]
    [InlineData("12.50", "USD")]
    [InlineData("13", "USD")]
    [InlineData("0", "USD")]
    [InlineData("-8", "USD")]
    [InlineData("8", "EUR")]
    [InlineData("8.001", "USD")]
    [InlineData("null", "USD")]
    public void A_partial_code_without_a_smaller_amount_is_unknown(string amount, string currency)
    {
        var json = Txn.Sale().With("amount", JsonNode.Parse(amount)).With("currency", currency).WithCode("10");

        var verdict = Judge(json, allowed: true);

        Assert.Equal(PaymentOutcome.Unknown, verdict.Outcome);
        Assert.Equal(AnomalyKind.Amount, verdict.Anomaly?.Kind);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-12.50")]
    public void An_approval_over_nothing_is_unknown(string amount)
    {
        var verdict = Judge(Txn.Sale().With("amount", JsonNode.Parse(amount)), allowed: true);

        Assert.Equal(PaymentOutcome.Unknown, verdict.Outcome);
    }

    [Fact]
    public void More_than_was_requested_is_unknown_unless_it_is_an_adjustment()
    {
        var more = Txn.Sale().With("amount", 13m);

        var plain = Judge(more, allowed: false);
        var adjusted = Judge(more.Copy().With("hasAmountAdjustment", true), allowed: false);

        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.Amount), (plain.Outcome, plain.Anomaly!.Kind));
        Assert.Equal((PaymentOutcome.Approved, Some.Amount), (adjusted.Outcome, adjusted.Approved));
        Assert.Equal(Some.Usd(13), adjusted.Processed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Less_than_asked_for_by_an_adjustment_is_a_part_and_names_the_adjustment(bool allowed)
    {
        var verdict = Judge(Txn.Sale().With("amount", 8m).With("hasAmountAdjustment", true), allowed);

        Assert.Equal(PaymentOutcome.PartiallyApproved, verdict.Outcome);
        Assert.Equal((Some.Usd(8), Some.Usd(8)), (verdict.Approved, verdict.Processed));
        Assert.Equal("The provider adjusted the amount from 12.50 USD to 8.00 USD.", verdict.Message);
        Assert.Equal(allowed, verdict.Anomaly is null);
    }

    [Fact]
    public void A_conversion_into_another_currency_leaves_the_requested_amount_approved()
    {
        var converted = Txn.Sale().With("amount", 11.40m).With("currency", "EUR").With("hasDcc", true);

        var verdict = Judge(converted, allowed: false);

        Assert.Equal((PaymentOutcome.Approved, Some.Amount), (verdict.Outcome, verdict.Approved));
        Assert.Equal(new Money(11.40m, Currency.Eur), verdict.Processed);
    }

    [Theory]
    [InlineData("voided")]
    [InlineData("refunded")]
    public void A_reversed_transaction_keeps_its_amounts(string status)
    {
        var verdict = Judge(Txn.Sale().With("status", status), allowed: false);

        Assert.Equal((PaymentOutcome.Reversed, PaymentReason.AlreadyReversed), (verdict.Outcome, verdict.Reason));
        Assert.Equal((Some.Amount, Some.Amount), (verdict.Approved, verdict.Processed));
    }

    [Fact]
    public void A_setup_whose_transaction_was_voided_afterwards_is_approved()
    {
        var verdict = Txn.Sale()
            .With("type", "setup")
            .With("status", "voided")
            .Read()
            .Judge(new Expectation { Types = [PaymentOperation.Setup], Amount = Some.Amount });

        Assert.Equal((PaymentOutcome.Approved, PaymentReason.None), (verdict.Outcome, verdict.Reason));
    }

    [Fact]
    public async Task A_part_is_approved_when_the_record_shows_the_same()
    {
        await using var fixture = new RebillyFixture();
        var part = Txn.Sale().With("amount", 8m).WithCode("10");
        fixture
            .Stub.On("POST transactions", StubAnswer.Created(part))
            .On("GET transactions/txn_1", StubAnswer.Ok(part.Copy()));

        var result = await fixture.Gateway.SaleAsync(
            Some.Sale() with
            {
                AllowPartialApproval = true,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal((PaymentOutcome.PartiallyApproved, Some.Usd(8)), (result.Outcome, result.ApprovedAmount));
    }

    [Theory]
    [InlineData("{\"amount\":7}")]
    [InlineData("{\"amount\":12.50}")]
    [InlineData("{\"status\":\"unheard-of\"}")]
    [InlineData("{\"id\":\"txn_2\"}")]
    [InlineData(null)]
    public async Task A_part_that_the_record_does_not_show_is_unknown(string? changes)
    {
        await using var fixture = new RebillyFixture();
        var part = Txn.Sale().With("amount", 8m).WithCode("10");
        var record = part.Copy();
        foreach (var (name, value) in changes is null ? [] : JsonNode.Parse(changes)!.AsObject())
        {
            record[name] = value?.DeepClone();
        }

        fixture
            .Stub.On("POST transactions", StubAnswer.Created(part))
            .On("GET transactions/txn_1", changes is null ? StubAnswer.Problem(500) : StubAnswer.Ok(record));

        var result = await fixture.Gateway.SaleAsync(
            Some.Sale() with
            {
                AllowPartialApproval = true,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal((PaymentOutcome.Unknown, RebillyFixture.Ref("txn_1")), (result.Outcome, result.Transaction));
        Assert.Null(result.ApprovedAmount);
    }

    private static Verdict Judge(JsonObject json, bool allowed) =>
        json.Read()
            .Judge(
                new Expectation
                {
                    Types = [PaymentOperation.Sale],
                    Amount = Some.Amount,
                    AllowPartial = allowed,
                }
            );
}
