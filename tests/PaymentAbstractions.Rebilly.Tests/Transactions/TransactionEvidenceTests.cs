using System.Text.Json.Nodes;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Rebilly.Tests;

public class TransactionEvidenceTests
{
    [Fact]
    public void Full_evidence_is_an_approval_of_the_whole_amount()
    {
        var verdict = Judge(Txn.Sale());

        Assert.Equal(new Verdict(PaymentOutcome.Approved, PaymentReason.None, null, Some.Amount, Some.Amount), verdict);
    }

    [Theory]
    [InlineData("requestAmount", 12.51)]
    [InlineData("requestAmount", 12.49)]
    [InlineData("requestAmount", 0)]
    [InlineData("requestAmount", -12.5)]
    [InlineData("requestAmount", 12.505)]
    [InlineData("requestAmount", 1250)]
    public void Another_requested_amount_contradicts(string field, double value)
    {
        var verdict = Judge(Txn.Sale().With(field, (decimal)value));

        AssertContradicts(AnomalyKind.Amount, verdict);
    }

    [Theory]
    [InlineData("EUR", AnomalyKind.Currency)]
    [InlineData("JPY", AnomalyKind.Amount)]
    [InlineData("XYZ", AnomalyKind.Amount)]
    public void Another_requested_currency_contradicts(string currency, AnomalyKind kind)
    {
        AssertContradicts(kind, Judge(Txn.Sale().With("requestCurrency", currency)));
    }

    [Theory]
    [InlineData("capture")]
    [InlineData("authorize")]
    [InlineData("refund")]
    [InlineData("void")]
    [InlineData("credit")]
    [InlineData("setup")]
    [InlineData("3ds-authentication")]
    [InlineData("SALE")]
    [InlineData("")]
    [InlineData(null)]
    public void Another_type_contradicts(string? type)
    {
        AssertContradicts(AnomalyKind.TransactionType, Judge(Txn.Sale().With("type", type)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("ümlaut")]
    public void An_answer_without_a_usable_id_contradicts(string? id)
    {
        AssertContradicts(AnomalyKind.TransactionId, Judge(Txn.Sale().With("id", id)));
    }

    [Fact]
    public void An_endless_id_contradicts()
    {
        AssertContradicts(AnomalyKind.TransactionId, Judge(Txn.Sale().With("id", new string('x', 129))));
    }

    [Fact]
    public void Another_request_id_customer_or_parent_contradicts()
    {
        var child = Expected() with { Types = [PaymentOperation.Capture], ParentId = "txn_a" };

        AssertContradicts(AnomalyKind.TransactionId, Judge(Txn.Sale().With("requestId", "other")));
        AssertContradicts(AnomalyKind.Customer, Judge(Txn.Sale().With("customerId", "cus_2")));
        AssertContradicts(AnomalyKind.TransactionId, Judge(Txn.Capture(parent: "txn_b"), child));
        AssertContradicts(AnomalyKind.TransactionId, Judge(Txn.Capture().Without("parentTransactionId"), child));
    }

    [Theory]
    [InlineData("05")]
    [InlineData("51")]
    [InlineData("n7")]
    [InlineData("96")]
    [InlineData("85")]
    public void A_code_that_approves_no_sale_contradicts_an_approval(string code)
    {
        AssertContradicts(AnomalyKind.ResponseCode, Judge(Txn.Sale().WithCode(code)));
    }

    [Theory]
    [InlineData("00")]
    [InlineData("08")]
    [InlineData("11")]
    [InlineData("16")]
    [InlineData("85")]
    [InlineData("10")]
    [InlineData("32")]
    public void An_approving_code_on_a_decline_contradicts(string code)
    {
        AssertContradicts(AnomalyKind.ResponseCode, Judge(Txn.Sale().With("result", "declined").WithCode(code)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("APPROVED")]
    [InlineData("000")]
    public void A_code_that_says_nothing_else_leaves_an_approval(string? code)
    {
        Assert.Equal(PaymentOutcome.Approved, Judge(Txn.Sale().WithCode(code)).Outcome);
    }

    [Fact]
    public void An_answer_of_the_issuer_that_came_too_late_is_no_decline() =>
        Assert.Equal(
            new Verdict(PaymentOutcome.Unknown, PaymentReason.ProviderTimeout),
            Judge(Txn.Sale().With("result", "declined").WithCode("68"))
        );

    [Fact]
    public void No_reason_to_decline_approves_a_refund() =>
        Assert.Equal(
            PaymentOutcome.Approved,
            Judge(
                Txn.Sale().With("type", "refund").WithCode("85"),
                Expected() with
                {
                    Types = [PaymentOperation.Refund],
                }
            ).Outcome
        );

    [Theory]
    [InlineData("05")]
    [InlineData(null)]
    [InlineData("ZZZ")]
    public void A_decline_with_any_other_code_is_a_decline(string? code)
    {
        var verdict = Judge(Txn.Sale().With("result", "declined").WithCode(code));

        Assert.Equal(new Verdict(PaymentOutcome.Declined, PaymentReason.DeclinedByIssuer), verdict);
    }

    [Fact]
    public void A_missing_gateway_account_is_a_configuration_problem_and_not_a_decline()
    {
        var declined = Txn.Sale()
            .With("result", "declined")
            .With("gatewayAccountId", null)
            .WithCode(null, "No gateway account available to process this transaction");

        var verdict = Judge(declined);
        var withAccount = Judge(declined.Copy().With("gatewayAccountId", "gw_1"));

        Assert.Equal(new Verdict(PaymentOutcome.Rejected, PaymentReason.Misconfigured), verdict);
        Assert.Equal(PaymentOutcome.Declined, withAccount.Outcome);
    }

    [Theory]
    [InlineData("12.500000000000002")]
    [InlineData("12.499999999999998")]
    [InlineData("12.5")]
    [InlineData("1.25e1")]
    [InlineData("\"12.50\"")]
    public void Noise_of_binary_numbers_is_no_contradiction(string amount)
    {
        var json = Txn.Sale().With("requestAmount", JsonNode.Parse(amount)).With("amount", JsonNode.Parse(amount));

        Assert.Equal(Some.Amount, Judge(json).Approved);
    }

    [Fact]
    public void Thirty_cents_survive_binary_arithmetic()
    {
        var noise = JsonNode.Parse("0.30000000000000004")!;
        var json = Txn.Sale().With("requestAmount", noise).With("amount", noise.DeepClone());

        var verdict = Judge(json, Expected() with { Amount = Some.Usd(0.30m) });

        Assert.Equal(Some.Usd(0.30m), verdict.Approved);
        Assert.Equal(PaymentOutcome.Approved, verdict.Outcome);
    }

    [Theory]
    [InlineData("id", PaymentOutcome.Unknown)]
    [InlineData("type", PaymentOutcome.Unknown)]
    [InlineData("status", PaymentOutcome.Unknown)]
    [InlineData("result", PaymentOutcome.Unknown)]
    [InlineData("requestAmount", PaymentOutcome.Approved)]
    [InlineData("requestCurrency", PaymentOutcome.Approved)]
    [InlineData("amount", PaymentOutcome.Approved)]
    [InlineData("currency", PaymentOutcome.Approved)]
    [InlineData("customerId", PaymentOutcome.Approved)]
    [InlineData("requestId", PaymentOutcome.Approved)]
    [InlineData("gateway", PaymentOutcome.Approved)]
    [InlineData("gatewayAccountId", PaymentOutcome.Approved)]
    [InlineData("paymentInstrument", PaymentOutcome.Approved)]
    [InlineData("createdTime", PaymentOutcome.Approved)]
    public void An_absent_field_never_proves_more(string field, PaymentOutcome outcome)
    {
        Assert.Equal(outcome, Judge(Txn.Sale().Without(field)).Outcome);
    }

    [Theory]
    [InlineData("requestCurrency", null, "currency", "EUR")]
    [InlineData("requestCurrency", "", "currency", "EUR")]
    [InlineData("requestAmount", null, "amount", "12.51")]
    [InlineData("requestAmount", null, "currency", "EUR")]
    public void Half_of_a_pair_is_completed_by_the_other_pair_only_where_that_agrees(
        string field,
        string? value,
        string other,
        string differing
    )
    {
        var json = Txn.Sale().With(field, value);

        Assert.Equal(PaymentOutcome.Approved, Judge(json.Copy().With(field, null)).Outcome);
        Assert.Equal(PaymentOutcome.Unknown, Judge(json.Copy().With(other, differing)).Outcome);
    }

    [Theory]
    [InlineData("2017-05-26 18:59:50")]
    [InlineData("yesterday")]
    [InlineData("99999-01-01T00:00:00Z")]
    public void A_time_that_cannot_be_read_or_is_in_an_old_form_decides_nothing(string time)
    {
        Assert.Equal(PaymentOutcome.Approved, Judge(Txn.Sale().With("createdTime", time)).Outcome);
    }

    [Fact]
    public void Without_the_requested_amount_the_charged_one_must_fit()
    {
        var charged = Txn.Sale().Without("requestAmount").Without("requestCurrency");

        Assert.Equal(PaymentOutcome.Approved, Judge(charged).Outcome);
        AssertContradicts(AnomalyKind.Amount, Judge(charged.Copy().With("amount", 12.00m)));
        AssertContradicts(AnomalyKind.Amount, Judge(charged.Copy().Without("amount")));
    }

    private static void AssertContradicts(AnomalyKind kind, Verdict verdict)
    {
        Assert.Equal(PaymentOutcome.Unknown, verdict.Outcome);
        Assert.Equal(PaymentReason.AnswerContradictsRequest, verdict.Reason);
        Assert.Equal(kind, verdict.Anomaly?.Kind);
        Assert.Null(verdict.Approved);
    }

    private static Verdict Judge(JsonObject json, Expectation? expected = null) =>
        json.Read().Judge(expected ?? Expected());

    private static Expectation Expected() =>
        new()
        {
            Types = [PaymentOperation.Sale],
            Amount = Some.Amount,
            CustomerId = "cus_1",
            WireKey = RebillyFixture.WireKey("key-1"),
        };
}
