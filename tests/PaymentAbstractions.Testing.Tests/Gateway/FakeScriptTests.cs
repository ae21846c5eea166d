namespace PaymentAbstractions.Testing.Tests;

public sealed class FakeScriptTests
{
    private readonly FakePaymentGateway _gateway = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queued_answers_come_first_in_first_out_and_once()
    {
        var request = PaymentRequests.Sale();
        _gateway.Enqueue(PaymentResults.NotSent(request)).Enqueue(PaymentResults.Declined(request, "51"));

        var first = await _gateway.SaleAsync(request, Token);
        var second = await _gateway.SaleAsync(request, Token);
        var third = await _gateway.SaleAsync(PaymentRequests.Sale(key: "another-key"), Token);

        Assert.Equal(PaymentOutcome.NotSent, first.Outcome);
        Assert.Equal(PaymentOutcome.Declined, second.Outcome);
        Assert.Equal(PaymentOutcome.Approved, third.Outcome);
    }

    [Fact]
    public async Task An_answer_for_an_operation_waits_for_it()
    {
        _gateway.Enqueue(PaymentOperation.Authorize, request => PaymentResults.Declined(request));

        var sale = await _gateway.SaleAsync(PaymentRequests.Sale(), Token);
        var authorization = await _gateway.AuthorizeAsync(PaymentRequests.Authorize(), Token);

        Assert.Equal(PaymentOutcome.Approved, sale.Outcome);
        Assert.Equal(PaymentOutcome.Declined, authorization.Outcome);
    }

    [Fact]
    public async Task The_latest_rule_that_matches_answers()
    {
        _gateway
            .When(_ => true, request => PaymentResults.Declined(request, "05"))
            .When(request => request is SaleRequest, request => PaymentResults.Declined(request, "51"));

        var sale = await _gateway.SaleAsync(PaymentRequests.Sale(), Token);
        var authorization = await _gateway.AuthorizeAsync(PaymentRequests.Authorize(), Token);

        Assert.Equal("51", sale.Code!.Value.Value);
        Assert.Equal("05", authorization.Code!.Value.Value);
    }

    [Fact]
    public async Task What_an_answer_throws_comes_out_of_the_task()
    {
        _gateway.Enqueue(PaymentOperation.Sale, _ => throw new TimeoutException());

        var call = _gateway.SaleAsync(PaymentRequests.Sale(), Token);

        await Assert.ThrowsAsync<TimeoutException>(() => call);
    }

    [Fact]
    public async Task After_not_sent_the_same_key_is_tried_again()
    {
        _gateway.EnqueueNotSent();
        var request = PaymentRequests.Sale();

        var first = await _gateway.SaleAsync(request, Token);
        var absent = await _gateway.FindAsync(FindRequest.For(PaymentAttempt.Of(request, default)), Token);
        var second = await _gateway.SaleAsync(request, Token);
        var third = await _gateway.SaleAsync(request, Token);

        Assert.Equal(PaymentOutcome.NotSent, first.Outcome);
        Assert.Equal(FindStatus.ProvenAbsent, absent.Status);
        Assert.Equal(PaymentOutcome.Approved, second.Outcome);
        Assert.Same(second, third);
    }

    [Fact]
    public async Task An_unknown_whose_money_moved_is_found_by_its_attempt()
    {
        _gateway.EnqueueUnknown();
        var request = PaymentRequests.Sale();

        var result = await _gateway.SaleAsync(request, Token);
        var found = await _gateway.FindAsync(FindRequest.For(PaymentAttempt.Of(request, default)), Token);
        var again = await _gateway.SaleAsync(request, Token);

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Null(result.Transaction);
        Assert.True(found.IsFound);
        Assert.Equal(PaymentOutcome.Approved, found.State.Outcome);
        Assert.Same(result, again);
    }

    [Fact]
    public async Task An_unknown_refund_whose_money_moved_counts_against_the_sale()
    {
        var sale = await _gateway.SaleAsync(PaymentRequests.Sale(), Token);
        _gateway.EnqueueUnknown();
        await _gateway.RefundAsync(PaymentRequests.Refund(sale.Transaction!), Token);

        var again = await _gateway.RefundAsync(PaymentRequests.Refund(sale.Transaction!, key: "second-key"), Token);

        Assert.Equal(PaymentReason.AlreadyReversed, again.Reason);
    }

    [Fact]
    public async Task An_unknown_whose_money_did_not_move_is_proven_absent()
    {
        _gateway.EnqueueUnknown(moneyMoved: false);
        var request = PaymentRequests.Sale();

        await _gateway.SaleAsync(request, Token);
        var found = await _gateway.FindAsync(FindRequest.For(PaymentAttempt.Of(request, default)), Token);

        Assert.Equal(FindStatus.ProvenAbsent, found.Status);
    }

    [Fact]
    public async Task An_unknown_of_the_test_itself_is_not_seen()
    {
        var request = PaymentRequests.Sale();
        _gateway.Enqueue(PaymentResults.Unknown(request));

        await _gateway.SaleAsync(request, Token);
        var found = await _gateway.FindAsync(FindRequest.For(PaymentAttempt.Of(request, default)), Token);

        Assert.Equal(FindStatus.NotSeen, found.Status);
    }

    [Fact]
    public async Task A_queued_look_up_comes_first()
    {
        var failed = FindResult.LookupFailed("The line is dead.");
        _gateway.EnqueueFind(failed);
        var request = FindRequest.For(PaymentAttempt.Of(PaymentRequests.Sale(), default));

        var first = await _gateway.FindAsync(request, Token);
        var second = await _gateway.FindAsync(request, Token);

        Assert.Same(failed, first);
        Assert.Equal(FindStatus.ProvenAbsent, second.Status);
    }

    [Fact]
    public async Task A_scripted_approval_can_be_refunded()
    {
        var request = PaymentRequests.Sale(Money.Usd(20m));
        var partly = PaymentResults.PartiallyApproved(request, Money.Usd(5m));
        _gateway.Enqueue(partly);
        await _gateway.SaleAsync(request, Token);

        var tooMuch = await _gateway.RefundAsync(PaymentRequests.Refund(partly.Transaction!, Money.Usd(6m)), Token);
        var voided = await _gateway.VoidAsync(PaymentRequests.Void(partly.Transaction!), Token);

        Assert.Equal(PaymentReason.ExceedsAvailableAmount, tooMuch.Reason);
        Assert.Equal(Money.Usd(5m), voided.ApprovedAmount);
    }

    [Theory]
    [InlineData(PaymentOutcome.Approved)]
    [InlineData(PaymentOutcome.Declined)]
    public async Task A_pending_payment_ends_as_the_test_says(PaymentOutcome outcome)
    {
        var request = PaymentRequests.Sale();
        var pending = PaymentResults.Pending(request, new Uri("https://bank.example/approve"));
        _gateway.Enqueue(pending);
        await _gateway.SaleAsync(request, Token);
        var waiting = await _gateway.FindAsync(FindRequest.For(pending.Transaction!), Token);

        _gateway.Finish(pending.Transaction!, outcome);
        var ended = await _gateway.FindAsync(FindRequest.For(pending.Transaction!), Token);

        Assert.Equal(PaymentOutcome.Pending, waiting.State!.Outcome);
        Assert.Equal(outcome, ended.State!.Outcome);
        Assert.Throws<InvalidOperationException>(() => _gateway.Finish(pending.Transaction!, outcome));
    }

    [Fact]
    public void A_pending_payment_ends_approved_or_declined_only()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            _gateway.Finish(PaymentRequests.Transaction(), PaymentOutcome.Unknown)
        );
    }
}
