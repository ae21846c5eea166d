namespace PaymentAbstractions.Tests;

public sealed class ShopperMessageTests
{
    [Fact]
    public void Every_combination_has_a_message_that_a_translator_is_given()
    {
        var chosen = Combinations().Select(one => ShopperMessage.Of(one)).ToList();

        Assert.All(chosen, message => Assert.Contains(message, ShopperMessage.All));
        Assert.Equal(
            ShopperMessage.All.Select(message => message.Key),
            chosen.Select(message => message.Key).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Keys_are_unique_and_texts_are_sentences()
    {
        Assert.Equal(ShopperMessage.All.Count, ShopperMessage.All.Select(message => message.Key).Distinct().Count());
        Assert.All(ShopperMessage.All, message => Assert.Matches("^[a-z_]+(\\.[a-z_]+)+$", message.Key));
        Assert.All(
            ShopperMessage.All,
            message => Assert.Matches("^[A-Z][A-Za-z ,]+\\.( [A-Z][A-Za-z ,]+\\.)*$", message.Text)
        );
    }

    [Fact]
    public void A_payment_that_may_have_moved_money_never_asks_the_customer_to_pay_again()
    {
        var mayHaveMoved = Combinations()
            .Where(one =>
                one.Outcome is PaymentOutcome.Unknown or PaymentOutcome.Pending
                || (one.Outcome == PaymentOutcome.Declined && one.Code?.Advice == ResponseAdvice.LookUp)
            )
            .Where(one => one.Reason is not (PaymentReason.Canceled or PaymentReason.Abandoned))
            .Select(ShopperMessage.Of)
            .ToList();

        Assert.NotEmpty(mayHaveMoved);
        Assert.All(
            mayHaveMoved,
            message =>
            {
                Assert.DoesNotContain("not been charged", message.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("try again", message.Text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("another payment method", message.Text, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Only_an_outcome_without_a_movement_says_that_the_customer_was_not_charged()
    {
        var notCharged = Combinations()
            .Where(one => ShopperMessage.Of(one).Text.Contains("not been charged", StringComparison.Ordinal))
            .Select(one => one.Outcome)
            .Distinct()
            .Order();

        Assert.Equal([PaymentOutcome.Declined, PaymentOutcome.Rejected, PaymentOutcome.NotSent], notCharged);
    }

    [Fact]
    public void A_capture_never_says_that_the_customer_was_not_charged() =>
        Assert.All(
            Combinations().Where(one => one.Operation == PaymentOperation.Capture).Select(ShopperMessage.Of),
            message =>
            {
                Assert.DoesNotContain("not been charged", message.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("another payment method", message.Text, StringComparison.Ordinal);
            }
        );

    [Fact]
    public void An_unknown_refund_is_being_checked() =>
        Assert.Equal("refund.unknown", ShopperMessage.Of(Result(PaymentOperation.Refund, PaymentOutcome.Unknown)).Key);

    [Fact]
    public void No_message_discloses_why_the_issuer_declined() =>
        Assert.All(
            ShopperMessage.All,
            message =>
                Assert.DoesNotMatch(
                    "(?i)stolen|lost|fraud|suspect|insufficient|funds|limit|security violation",
                    message.Text
                )
        );

    [Theory]
    [InlineData("51", "payment.declined.retry_later")]
    [InlineData("N7", "payment.declined.fix_data")]
    [InlineData("43", "payment.declined.do_not_retry")]
    [InlineData("01", "payment.declined.call_issuer")]
    public void A_decline_follows_the_advice_of_its_code(string code, string key)
    {
        var declined = Result(PaymentOperation.Sale, PaymentOutcome.Declined) with { Code = ResponseCode.Parse(code) };

        Assert.Equal(key, ShopperMessage.Of(declined).Key);
    }

    [Fact]
    public void A_look_up_answers_like_the_live_result()
    {
        var state = new TransactionState
        {
            Transaction = new TransactionReference("cards_eu", AccountFingerprint.Of("p", "e", "a"), "txn_1"),
            Type = PaymentOperation.Sale,
            Outcome = PaymentOutcome.Approved,
        };

        Assert.Equal(
            ShopperMessage.Of(Result(PaymentOperation.Sale, PaymentOutcome.Approved)),
            ShopperMessage.Of(state)
        );
    }

    private static IEnumerable<PaymentResult> Combinations() =>
        from operation in Enum.GetValues<PaymentOperation>()
        from outcome in Enum.GetValues<PaymentOutcome>()
        from reason in Enum.GetValues<PaymentReason>()
        from code in (ResponseCode?[])[null, .. Codes()]
        select Result(operation, outcome) with
        {
            Reason = reason,
            Code = code,
        };

    // One code for each advice; the last one asks for the customer's authentication in a merchant-initiated payment.
    private static IEnumerable<ResponseCode> Codes() =>
        ResponseCode
            .All.Append(ResponseCode.Parse("1A").ForPayment(isMerchantInitiated: true, isAuthenticated: false))
            .DistinctBy(code => code.Advice);

    private static PaymentResult Result(PaymentOperation operation, PaymentOutcome outcome) =>
        new()
        {
            Operation = operation,
            Outcome = outcome,
            IdempotencyKey = new IdempotencyKey("order-1-attempt-1"),
            Gateway = "cards_eu",
        };
}
