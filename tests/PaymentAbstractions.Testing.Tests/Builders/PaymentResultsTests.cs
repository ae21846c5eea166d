namespace PaymentAbstractions.Testing.Tests;

public sealed class PaymentResultsTests
{
    private static readonly TransactionReference Original = PaymentRequests.Transaction("original", "cards");

    public static TheoryData<PaymentRequest> RequestsWithAmount =>
        [
            PaymentRequests.Sale(),
            PaymentRequests.Authorize(),
            PaymentRequests.Capture(Original),
            PaymentRequests.Refund(Original),
            PaymentRequests.Credit(),
            PaymentRequests.Setup(),
        ];

    [Theory]
    [MemberData(nameof(RequestsWithAmount))]
    public void An_approval_is_complete(PaymentRequest request)
    {
        var result = PaymentResults.Approved(request);

        Assert.True(result.IsApproved);
        Assert.Equal(request.Operation, result.Operation);
        Assert.Equal(request.IdempotencyKey, result.IdempotencyKey);
        Assert.Equal(result.RequestedAmount, result.ApprovedAmount);
        Assert.NotNull(result.RequestedAmount);
        Assert.NotNull(result.Transaction);
        Assert.Equal(result.Gateway, result.Transaction.Gateway);
    }

    [Fact]
    public void An_approved_void_names_the_amount_that_was_undone()
    {
        var request = PaymentRequests.Void(Original);

        var result = PaymentResults.Voided(request, Money.Usd(5m));

        Assert.True(result.IsApproved);
        Assert.Equal(Money.Usd(5m), result.ApprovedAmount);
        Assert.Equal(PaymentOperation.Void, result.PerformedAs);
        Assert.Throws<ArgumentException>(() => PaymentResults.Approved(request));
    }

    [Fact]
    public void A_result_comes_from_the_gateway_and_the_account_of_the_original()
    {
        var result = PaymentResults.Approved(PaymentRequests.Refund(Original));

        Assert.Equal("cards", result.Gateway);
        Assert.Equal("cards", result.Transaction!.Gateway);
        Assert.Equal(Original.Account, result.Transaction.Account);
        Assert.NotEqual(Original, result.Transaction);
    }

    [Fact]
    public void A_partial_approval_names_both_amounts()
    {
        var result = PaymentResults.PartiallyApproved(PaymentRequests.Sale(Money.Usd(20m)), Money.Usd(5m));

        Assert.Equal(PaymentOutcome.PartiallyApproved, result.Outcome);
        Assert.Equal(Money.Usd(20m), result.RequestedAmount);
        Assert.Equal(Money.Usd(5m), result.ApprovedAmount);
        Assert.True(result.Code!.Value.IsPartialApproval);
        Assert.NotNull(result.Transaction);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(20)]
    [InlineData(21)]
    public void A_partial_approval_is_of_a_part(int amount)
    {
        var request = PaymentRequests.Sale(Money.Usd(20m));

        Assert.Throws<ArgumentOutOfRangeException>(() => PaymentResults.PartiallyApproved(request, Money.Usd(amount)));
    }

    [Fact]
    public void A_decline_carries_the_code_and_its_retry_category()
    {
        var result = PaymentResults.Declined(PaymentRequests.Sale(), "51");

        Assert.Equal(PaymentOutcome.Declined, result.Outcome);
        Assert.Equal(PaymentReason.DeclinedByIssuer, result.Reason);
        Assert.Equal(ResponseCode.Parse("51"), result.Code);
        Assert.Equal(ResponseAdvice.RetryLater, result.Code!.Value.Advice);
        Assert.Null(result.ApprovedAmount);
        Assert.Throws<FormatException>(() => PaymentResults.Declined(PaymentRequests.Sale(), "5"));
    }

    [Fact]
    public void A_pending_result_says_what_it_waits_for()
    {
        var request = PaymentRequests.Sale();
        var url = new Uri("https://bank.example/approve");

        var customer = PaymentResults.Pending(request, url);
        var provider = PaymentResults.Pending(request);

        Assert.Equal(PaymentOutcome.Pending, customer.Outcome);
        Assert.Equal(PaymentReason.WaitingForCustomer, customer.Reason);
        Assert.Equal(url, Assert.IsType<RedirectAction>(customer.NextAction).Url);
        Assert.Equal(PaymentOutcome.Pending, provider.Outcome);
        Assert.Equal(PaymentReason.WaitingForProvider, provider.Reason);
        Assert.Null(provider.NextAction);
    }

    [Fact]
    public void A_rejection_lists_its_problems()
    {
        var problem = new RequestProblem { Field = "Customer.Id", Message = "is unknown." };

        var named = PaymentResults.Rejected(PaymentRequests.Sale(), problem);
        var arbitrary = PaymentResults.Rejected(PaymentRequests.Sale());

        Assert.Equal(PaymentOutcome.Rejected, named.Outcome);
        Assert.Equal([problem], named.Problems);
        Assert.Single(arbitrary.Problems);
        Assert.True(named.MaySendAgain);
    }

    [Fact]
    public void Not_sent_and_unknown_have_no_transaction()
    {
        var notSent = PaymentResults.NotSent(PaymentRequests.Sale());
        var unknown = PaymentResults.Unknown(PaymentRequests.Sale());

        Assert.Equal(PaymentOutcome.NotSent, notSent.Outcome);
        Assert.Null(notSent.Transaction);
        Assert.Equal(PaymentOutcome.Unknown, unknown.Outcome);
        Assert.Null(unknown.Transaction);
    }

    [Fact]
    public void Equal_requests_give_equal_results_and_other_keys_other_transactions()
    {
        var result = PaymentResults.Approved(PaymentRequests.Sale());

        Assert.Equal(result, PaymentResults.Approved(PaymentRequests.Sale()));
        Assert.NotEqual(
            result.Transaction,
            PaymentResults.Approved(PaymentRequests.Sale(key: "another-key")).Transaction
        );
    }
}
