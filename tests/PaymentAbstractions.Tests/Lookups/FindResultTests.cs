namespace PaymentAbstractions.Tests;

/// <summary>A look-up as the result of the attempt: what it proves, and no more.</summary>
public sealed class FindResultTests
{
    private static readonly TransactionReference Made = TransactionReference.Parse("cards:0f3a5c7790b1d2e4:txn_1");
    private static readonly Money Amount = Money.Usd(50m);

    [Fact]
    public void A_sale_is_approved_with_the_amount_that_was_taken()
    {
        var result = ResultOf(Attempt(PaymentOperation.Sale), State(PaymentOperation.Sale));

        Assert.True(result.IsApproved);
        Assert.Equal((Amount, Amount), (result.ApprovedAmount, result.ProcessedAmount));
        Assert.Equal(("cards", Made), (result.Gateway, result.Transaction));
        Assert.Equal(new IdempotencyKey("order-1-attempt-1"), result.IdempotencyKey);
    }

    [Fact]
    public void An_approval_without_an_amount_is_unknown() =>
        AssertUnknown(
            ResultOf(Attempt(PaymentOperation.Sale), State(PaymentOperation.Sale) with { CapturedAmount = null })
        );

    [Fact]
    public void An_approval_of_another_amount_is_unknown() =>
        AssertUnknown(
            ResultOf(
                Attempt(PaymentOperation.Sale),
                State(PaymentOperation.Sale) with
                {
                    CapturedAmount = Money.Usd(30m),
                }
            )
        );

    [Fact]
    public void A_partial_approval_of_the_whole_amount_is_unknown() =>
        AssertUnknown(
            ResultOf(
                Attempt(PaymentOperation.Sale),
                State(PaymentOperation.Sale) with
                {
                    Outcome = PaymentOutcome.PartiallyApproved,
                }
            )
        );

    [Fact]
    public void An_anomaly_is_unknown()
    {
        var state = State(PaymentOperation.Sale) with
        {
            Anomaly = new PaymentAnomaly { Kind = AnomalyKind.TransactionId, Description = "It is another one." },
        };

        var result = ResultOf(Attempt(PaymentOperation.Sale), state);

        AssertUnknown(result);
        Assert.Equal("It is another one.", result.Message);
    }

    [Theory]
    [InlineData(PaymentOutcome.Declined)]
    [InlineData(PaymentOutcome.Pending)]
    [InlineData(PaymentOutcome.Unknown)]
    public void Other_outcomes_have_no_amount(PaymentOutcome outcome)
    {
        var result = ResultOf(Attempt(PaymentOperation.Sale), State(PaymentOperation.Sale) with { Outcome = outcome });

        Assert.Equal((outcome, null, null), (result.Outcome, result.ApprovedAmount, result.ProcessedAmount));
    }

    [Fact]
    public void A_void_of_a_transaction_that_shows_itself_as_reversed_is_approved()
    {
        var state = State(PaymentOperation.Sale) with { Outcome = PaymentOutcome.Reversed, VoidedAmount = Amount };

        var result = ResultOf(Attempt(PaymentOperation.Void) with { Amount = null }, state);

        Assert.Equal((PaymentOutcome.Approved, PaymentReason.None), (result.Outcome, result.Reason));
        Assert.Null(result.RefundedAmount);
    }

    [Fact]
    public void A_refund_is_not_refunded_itself()
    {
        var state = State(PaymentOperation.Refund) with { CapturedAmount = null, RefundedAmount = Amount };

        var result = ResultOf(Attempt(PaymentOperation.Refund), state);

        Assert.Equal((PaymentOutcome.Approved, Amount), (result.Outcome, result.ApprovedAmount));
        Assert.Null(result.RefundedAmount);
    }

    [Fact]
    public void A_sale_that_was_refunded_is_reversed_with_the_amount_that_had_been_approved()
    {
        var state = State(PaymentOperation.Sale) with { Outcome = PaymentOutcome.Reversed, RefundedAmount = Amount };

        var result = ResultOf(Attempt(PaymentOperation.Sale), state);

        Assert.Equal(PaymentOutcome.Reversed, result.Outcome);
        Assert.Equal((Amount, Amount), (result.ApprovedAmount, result.RefundedAmount));
    }

    [Fact]
    public void The_gateway_of_the_transaction_counts_when_the_attempt_names_none() =>
        Assert.Equal(
            "cards",
            ResultOf(Attempt(PaymentOperation.Sale) with { Gateway = null }, State(PaymentOperation.Sale)).Gateway
        );

    [Fact]
    public void A_proven_absence_was_not_sent()
    {
        var result = FindResult.ProvenAbsent("The list is complete.").ResultOf(Attempt(PaymentOperation.Sale))!;

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.ProvenAbsent), (result.Outcome, result.Reason));
        Assert.Equal(("The list is complete.", Amount), (result.Message, result.RequestedAmount));
    }

    [Fact]
    public void A_look_up_that_proves_nothing_has_no_result()
    {
        var attempt = Attempt(PaymentOperation.Sale);

        Assert.Null(FindResult.NotSeen("The list is late.").ResultOf(attempt));
        Assert.Null(FindResult.LookupFailed("It cannot be reached.").ResultOf(attempt));
        Assert.Null(FindResult.Ambiguous([Made], "There are two.").ResultOf(attempt));
    }

    private static PaymentResult ResultOf(PaymentAttempt attempt, TransactionState state) =>
        FindResult.Found(state).ResultOf(attempt)!;

    private static void AssertUnknown(PaymentResult result)
    {
        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest), (result.Outcome, result.Reason));
        Assert.Null(result.ApprovedAmount);
        Assert.False(string.IsNullOrEmpty(result.Message));
    }

    private static PaymentAttempt Attempt(PaymentOperation operation) =>
        new()
        {
            Operation = operation,
            IdempotencyKey = new IdempotencyKey("order-1-attempt-1"),
            StartedAt = DateTimeOffset.UnixEpoch,
            Gateway = "cards",
            Amount = Amount,
        };

    private static TransactionState State(PaymentOperation type) =>
        new()
        {
            Transaction = Made,
            Type = type,
            Outcome = PaymentOutcome.Approved,
            RequestedAmount = Amount,
            CapturedAmount = Amount,
        };
}
