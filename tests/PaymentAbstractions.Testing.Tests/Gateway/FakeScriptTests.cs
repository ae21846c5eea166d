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
        var authorization = await _gateway.AuthorizeAsync(PaymentRequests.Authorize(order: "other"), Token);

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
    public async Task An_answer_that_throws_ends_as_unknown_because_an_adapter_might_have_sent_before()
    {
        _gateway.Enqueue(PaymentOperation.Sale, _ => throw new TimeoutException());

        var result = await _gateway.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer), (result.Outcome, result.Reason));
        Assert.Contains(nameof(TimeoutException), result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_approval_is_believed_with_a_transaction_and_the_whole_amount_only()
    {
        _gateway
            .Enqueue(PaymentOperation.Sale, request => PaymentResults.Approved(request) with { Transaction = null })
            .Enqueue(
                PaymentOperation.Sale,
                request => PaymentResults.Approved(request) with { ApprovedAmount = Money.Usd(1m) }
            );

        var bare = await _gateway.SaleAsync(PaymentRequests.Sale(), Token);
        var other = await _gateway.SaleAsync(PaymentRequests.Sale(key: "second", order: "other"), Token);
        var repeat = await _gateway.SaleAsync(PaymentRequests.Sale(key: "second", order: "other"), Token);

        Assert.All([bare, other, repeat], one => Assert.Equal(PaymentOutcome.Unknown, one.Outcome));
        Assert.Equal((null, true), (bare.Transaction, other.Transaction is not null));
    }

    [Fact]
    public async Task A_script_is_not_asked_about_what_does_not_reach_the_provider()
    {
        var asked = new List<PaymentRequest>();
        _gateway.When(
            request =>
            {
                asked.Add(request);
                return false;
            },
            request => PaymentResults.Declined(request)
        );
        var sale = await _gateway.SaleAsync(PaymentRequests.Sale(), Token);

        await _gateway.SaleAsync(PaymentRequests.Sale(), Token);
        await _gateway.SaleAsync(PaymentRequests.Sale(key: "second"), Token);
        await _gateway.RefundAsync(PaymentRequests.Refund(sale.Transaction!, Money.Usd(100m)), Token);

        Assert.Equal([PaymentRequests.Sale()], asked);
        Assert.Equal(4, _gateway.Calls.Count);
    }

    [Fact]
    public async Task An_answer_has_the_name_of_the_gateway()
    {
        var gateway = new FakePaymentGateway("cards").When(_ => true, PaymentResults.Approved);

        var sale = await gateway.SaleAsync(PaymentRequests.Sale(), Token);
        var refund = await gateway.RefundAsync(PaymentRequests.Refund(sale.Transaction!), Token);

        Assert.Equal(("cards", "cards", "cards"), (sale.Gateway, sale.Transaction!.Gateway, refund.Gateway));
        Assert.Equal(FakePaymentGateway.AccountOf("cards"), sale.Transaction.Account);
    }

    [Fact]
    public async Task A_refund_that_comes_while_another_is_under_way_waits_for_its_turn()
    {
        var sale = await _gateway.SaleAsync(PaymentRequests.Sale(Money.Usd(10m)), Token);
        Task<PaymentResult>? second = null;
        _gateway.When(
            request => request.IdempotencyKey.Value == "first",
            request =>
            {
                second = _gateway.RefundAsync(Refund(sale, 6m, "second"), Token);
                return PaymentResults.Declined(request);
            }
        );

        await _gateway.RefundAsync(Refund(sale, 6m, "first"), Token);

        Assert.True((await second!).IsApproved);
    }

    [Fact]
    public async Task A_turn_that_does_not_come_ends_as_busy_when_the_clock_moves()
    {
        var clock = new ManualTimeProvider();
        var gateway = new FakePaymentGateway { TimeProvider = clock };
        var sale = await gateway.SaleAsync(PaymentRequests.Sale(Money.Usd(10m)), Token);
        using var isOver = new ManualResetEventSlim();
        using var isUnderWay = new SemaphoreSlim(0);
        gateway.When(
            request => request.IdempotencyKey.Value == "first",
            request =>
            {
                isUnderWay.Release();
                isOver.Wait(Token);
                return PaymentResults.Approved(request);
            }
        );
        var first = Task.Run(() => gateway.RefundAsync(Refund(sale, 5m, "first"), Token), Token);
        await isUnderWay.WaitAsync(Token);

        var second = gateway.RefundAsync(Refund(sale, 5m, "second"), Token);
        clock.Advance(TimeSpan.FromSeconds(45));
        var busy = await second;
        isOver.Set();

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.Busy), (busy.Outcome, busy.Reason));
        Assert.True((await first).IsApproved);
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
        Assert.Equal(second, third);
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
        Assert.Equal((PaymentOutcome.Approved, found.State.Transaction), (again.Outcome, again.Transaction));
    }

    [Fact]
    public async Task A_repeat_of_an_unknown_that_no_look_up_shows_is_sent_again_and_the_provider_honors_its_key()
    {
        var request = PaymentRequests.Sale();
        _gateway.EnqueueUnknown().EnqueueFind(FindResult.LookupFailed("The line is dead."));
        await _gateway.SaleAsync(request, Token);

        var again = await _gateway.SaleAsync(request, Token);
        var found = await _gateway.FindAsync(FindRequest.For(PaymentAttempt.Of(request, default)), Token);

        Assert.Equal((PaymentOutcome.Approved, found.State!.Transaction), (again.Outcome, again.Transaction));
    }

    [Fact]
    public async Task A_repeat_of_a_void_that_became_a_refund_is_answered_with_what_the_first_one_gave_back()
    {
        var sale = await _gateway.SaleAsync(PaymentRequests.Sale(), Token);
        _gateway.Settle(sale.Transaction!);
        var voiding = PaymentRequests.Void(sale.Transaction!) with { IfSettled = IfSettled.Refund };
        _gateway.EnqueueUnknown().EnqueueFind(FindResult.LookupFailed("The line is dead."));
        await _gateway.VoidAsync(voiding, Token);

        var again = await _gateway.VoidAsync(voiding, Token);

        Assert.Equal((PaymentOutcome.Approved, sale.ApprovedAmount), (again.Outcome, again.ApprovedAmount));
        Assert.Equal(PaymentOperation.Refund, again.PerformedAs);
    }

    [Fact]
    public async Task Where_the_key_is_not_honored_an_absence_is_believed_after_three_minutes()
    {
        var clock = new ManualTimeProvider();
        var gateway = new FakePaymentGateway
        {
            TimeProvider = clock,
            Capabilities = _gateway.Capabilities with { HonorsIdempotencyKey = [] },
        }.EnqueueUnknown(moneyMoved: false);
        await gateway.SaleAsync(PaymentRequests.Sale(), Token);

        var early = await gateway.SaleAsync(PaymentRequests.Sale(), Token);
        clock.Advance(TimeSpan.FromMinutes(3));
        var late = await gateway.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal((PaymentOutcome.Unknown, PaymentOutcome.Approved), (early.Outcome, late.Outcome));
    }

    [Fact]
    public async Task A_capture_that_is_sent_again_has_its_turn_although_the_clock_stands_still()
    {
        var held = await _gateway.AuthorizeAsync(PaymentRequests.Authorize(), Token);
        var capture = PaymentRequests.Capture(held.Transaction!);
        await _gateway.EnqueueUnknown(moneyMoved: false).CaptureAsync(capture, Token);

        var again = await _gateway.CaptureAsync(capture, Token);

        Assert.True(again.IsApproved);
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

    private static RefundRequest Refund(PaymentResult sale, decimal amount, string key) =>
        PaymentRequests.Refund(sale.Transaction!, Money.Usd(amount), key);
}
