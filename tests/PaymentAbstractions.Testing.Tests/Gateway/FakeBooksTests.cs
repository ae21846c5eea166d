namespace PaymentAbstractions.Testing.Tests;

public sealed class FakeBooksTests
{
    private readonly FakePaymentGateway _gateway = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Captures_take_no_more_than_is_held()
    {
        var held = await HoldAsync(50m);

        var first = await CaptureAsync(held, 30m, "first");
        var tooMuch = await CaptureAsync(held, 20.01m, "second");
        var rest = await CaptureAsync(held, 20m, "third");
        var state = await StateAsync(held);

        Assert.True(first.IsApproved);
        AssertRefused(PaymentReason.ExceedsAvailableAmount, tooMuch);
        Assert.True(rest.IsApproved);
        Assert.Equal(Money.Usd(50m), state.CapturedAmount);
        Assert.Equal([first.Transaction!, rest.Transaction!], state.Children);
    }

    [Fact]
    public async Task Refunds_give_back_no_more_than_was_taken()
    {
        var sale = await SellAsync(50m);

        var first = await RefundAsync(sale, 30m, "first");
        var tooMuch = await RefundAsync(sale, 20.01m, "second");
        var rest = await RefundAsync(sale, 20m, "third");
        var more = await RefundAsync(sale, 0.01m, "fourth");

        Assert.True(first.IsApproved);
        AssertRefused(PaymentReason.ExceedsAvailableAmount, tooMuch);
        Assert.True(rest.IsApproved);
        AssertRefused(PaymentReason.AlreadyReversed, more);
    }

    [Fact]
    public async Task A_voided_transaction_cannot_be_captured_voided_or_refunded()
    {
        var held = await HoldAsync(50m);
        var sale = await SellAsync(50m);
        await VoidAsync(held, "void-1");
        await VoidAsync(sale, "void-2");

        var captured = await CaptureAsync(held, 50m, "capture");
        var voided = await VoidAsync(held, "void-3");
        var refunded = await RefundAsync(sale, 50m, "refund");

        AssertRefused(PaymentReason.AuthorizationNotOpen, captured);
        AssertRefused(PaymentReason.AlreadyReversed, voided);
        AssertRefused(PaymentReason.AlreadyReversed, refunded);
        Assert.Equal(Money.Usd(50m), (await StateAsync(sale)).VoidedAmount);
    }

    [Fact]
    public async Task A_full_refund_is_reversed_in_the_books_and_in_the_answer_to_a_repeat()
    {
        var voided = PaymentRequests.Sale(Money.Usd(50m), "voided", "voided-order");
        var refunded = PaymentRequests.Sale(Money.Usd(50m), "refunded", "refunded-order");
        var ofVoid = (await _gateway.SaleAsync(voided, Token)).Transaction!;
        var ofRefund = (await _gateway.SaleAsync(refunded, Token)).Transaction!;
        await VoidAsync(ofVoid, "void");
        await RefundAsync(ofRefund, 20m, "part");
        var half = (await StateAsync(ofRefund), await _gateway.SaleAsync(refunded, Token));
        await RefundAsync(ofRefund, 30m, "rest");

        PaymentResult[] answers = [await _gateway.SaleAsync(voided, Token), await _gateway.SaleAsync(refunded, Token)];
        TransactionState[] states = [await StateAsync(ofVoid), await StateAsync(ofRefund)];

        Assert.Equal((PaymentOutcome.Approved, PaymentOutcome.Approved), (half.Item1.Outcome, half.Item2.Outcome));
        Assert.Equal(Money.Usd(20m), half.Item2.RefundedAmount);
        Assert.All(answers, one => Assert.Equal((PaymentOutcome.Reversed, false), (one.Outcome, one.IsApproved)));
        Assert.All(answers, one => Assert.Equal(PaymentReason.AlreadyReversed, one.Reason));
        Assert.All(
            answers,
            one => Assert.Equal((Money.Usd(50m), Money.Usd(50m)), (one.ApprovedAmount, one.ProcessedAmount))
        );
        Assert.Equal([null, Money.Usd(50m)], answers.Select(one => one.RefundedAmount));
        Assert.All(states, one => Assert.Equal(PaymentOutcome.Reversed, one.Outcome));
        Assert.All(states, one => Assert.Equal(Money.Usd(50m), one.CapturedAmount));
    }

    [Fact]
    public async Task A_refunded_sale_cannot_be_voided()
    {
        var sale = await SellAsync(50m);
        await RefundAsync(sale, 1m, "refund");

        var voided = await VoidAsync(sale, "void");

        AssertRefused(PaymentReason.AlreadyReversed, voided);
    }

    [Fact]
    public async Task A_captured_authorization_is_voided_by_its_capture()
    {
        var held = await HoldAsync(50m);
        var captured = await CaptureAsync(held, 50m, "capture");

        var early = await VoidAsync(held, "void-1");
        var ofCapture = await VoidAsync(captured.Transaction!, "void-2");
        var ofHold = await VoidAsync(held, "void-3");

        AssertRefused(PaymentReason.AlreadyReversed, early);
        Assert.Equal(Money.Usd(50m), ofCapture.ApprovedAmount);
        AssertRefused(PaymentReason.AlreadyReversed, ofHold);
    }

    [Fact]
    public async Task A_settled_sale_is_refunded_instead_when_the_void_says_so()
    {
        var sale = await SellAsync(50m);
        _gateway.Settle(sale);

        var refused = await VoidAsync(sale, "void-1");
        var refunded = await _gateway.VoidAsync(
            PaymentRequests.Void(sale, "void-2") with
            {
                IfSettled = IfSettled.Refund,
            },
            Token
        );
        var state = await StateAsync(sale);

        AssertRefused(PaymentReason.AlreadySettled, refused);
        Assert.Equal(PaymentOperation.Refund, refunded.PerformedAs);
        Assert.Equal(Money.Usd(50m), refunded.ApprovedAmount);
        Assert.Equal(Money.Usd(50m), state.RefundedAmount);
        Assert.Null(state.VoidedAmount);
    }

    [Fact]
    public async Task An_authorization_cannot_be_refunded_and_a_sale_not_captured()
    {
        var held = await HoldAsync(50m);
        var sale = await SellAsync(50m);

        AssertRefused(PaymentReason.ExceedsAvailableAmount, await RefundAsync(held, 50m, "refund"));
        AssertRefused(PaymentReason.AuthorizationNotOpen, await CaptureAsync(sale, 50m, "capture"));
    }

    [Fact]
    public async Task A_transaction_that_took_no_money_cannot_be_voided_or_refunded()
    {
        var credit = (await _gateway.CreditAsync(PaymentRequests.Credit(), Token)).Transaction!;
        _gateway.Enqueue(PaymentOperation.Sale, request => PaymentResults.Declined(request));
        var declined = (await _gateway.SaleAsync(PaymentRequests.Sale(), Token)).Transaction!;

        AssertRefused(PaymentReason.InvalidRequest, await VoidAsync(credit, "void-1"));
        AssertRefused(PaymentReason.InvalidRequest, await VoidAsync(declined, "void-2"));
        AssertRefused(PaymentReason.ExceedsAvailableAmount, await RefundAsync(declined, 1m, "refund"));
    }

    [Fact]
    public async Task Another_currency_is_refused()
    {
        var held = await HoldAsync(50m);
        var sale = await SellAsync(50m);

        var captured = await _gateway.CaptureAsync(PaymentRequests.Capture(held, Money.Eur(1m)), Token);
        var refunded = await _gateway.RefundAsync(PaymentRequests.Refund(sale, Money.Eur(1m)), Token);

        AssertRefused(PaymentReason.ExceedsAvailableAmount, captured);
        AssertRefused(PaymentReason.ExceedsAvailableAmount, refunded);
    }

    [Fact]
    public async Task A_transaction_that_is_not_in_the_books_is_not_found()
    {
        var strange = PaymentRequests.Transaction();

        AssertRefused(PaymentReason.NotFound, await CaptureAsync(strange, 1m, "capture"));
        AssertRefused(PaymentReason.NotFound, await VoidAsync(strange, "void"));
        AssertRefused(PaymentReason.NotFound, await RefundAsync(strange, 1m, "refund"));
        Assert.Throws<InvalidOperationException>(() => _gateway.Settle(strange));
    }

    [Fact]
    public async Task A_rule_may_answer_for_a_transaction_that_is_not_in_the_books()
    {
        var stored = PaymentRequests.Transaction();
        _gateway.When(request => request is RefundRequest, PaymentResults.Approved);

        var first = await RefundAsync(stored, 30m, "first");
        var second = await RefundAsync(stored, 30m, "second");

        Assert.All([first, second], one => Assert.True(one.IsApproved));
    }

    [Fact]
    public async Task A_stored_transaction_is_in_the_books_of_a_gateway_that_has_sold_it_however_long_ago()
    {
        var clock = new ManualTimeProvider();
        var gateway = new FakePaymentGateway { TimeProvider = clock };
        var request = PaymentRequests.Sale(Money.Usd(50m));
        var sale = await gateway.SaleAsync(request, Token);
        clock.Advance(TimeSpan.FromDays(90));

        var repeat = await gateway.SaleAsync(request, Token);
        var refund = await gateway.RefundAsync(PaymentRequests.Refund(sale.Transaction!, Money.Usd(51m)), Token);

        Assert.Equal(sale, repeat);
        AssertRefused(PaymentReason.ExceedsAvailableAmount, refund);
    }

    [Fact]
    public async Task Whole_amounts_only_where_the_gateway_says_so()
    {
        var gateway = new FakePaymentGateway
        {
            Capabilities = _gateway.Capabilities with
            {
                PartialCapture = false,
                MultiCapture = false,
                PartialRefund = false,
            },
        };
        var held = await gateway.AuthorizeAsync(PaymentRequests.Authorize(Money.Usd(50m)), Token);

        var part = await gateway.CaptureAsync(PaymentRequests.Capture(held.Transaction!, Money.Usd(49m), "1"), Token);
        var whole = await gateway.CaptureAsync(PaymentRequests.Capture(held.Transaction!, Money.Usd(50m), "2"), Token);
        var again = await gateway.CaptureAsync(PaymentRequests.Capture(held.Transaction!, Money.Usd(50m), "3"), Token);
        var back = await gateway.RefundAsync(PaymentRequests.Refund(whole.Transaction!, Money.Usd(49m), "4"), Token);

        AssertRefused(PaymentReason.InvalidRequest, part);
        Assert.True(whole.IsApproved);
        AssertRefused(PaymentReason.AuthorizationNotOpen, again);
        AssertRefused(PaymentReason.InvalidRequest, back);
    }

    private static void AssertRefused(PaymentReason reason, PaymentResult result)
    {
        Assert.Equal(PaymentOutcome.Rejected, result.Outcome);
        Assert.Equal(reason, result.Reason);
        Assert.Null(result.Transaction);
    }

    private async Task<TransactionReference> HoldAsync(decimal amount) =>
        (await _gateway.AuthorizeAsync(PaymentRequests.Authorize(Money.Usd(amount)), Token)).Transaction!;

    private async Task<TransactionReference> SellAsync(decimal amount) =>
        (await _gateway.SaleAsync(PaymentRequests.Sale(Money.Usd(amount), order: "sold"), Token)).Transaction!;

    private Task<PaymentResult> CaptureAsync(TransactionReference held, decimal amount, string key) =>
        _gateway.CaptureAsync(PaymentRequests.Capture(held, Money.Usd(amount), key), Token);

    private Task<PaymentResult> RefundAsync(TransactionReference taken, decimal amount, string key) =>
        _gateway.RefundAsync(PaymentRequests.Refund(taken, Money.Usd(amount), key), Token);

    private Task<PaymentResult> VoidAsync(TransactionReference transaction, string key) =>
        _gateway.VoidAsync(PaymentRequests.Void(transaction, key), Token);

    private async Task<TransactionState> StateAsync(TransactionReference transaction) =>
        (await _gateway.FindAsync(FindRequest.For(transaction), Token)).State!;
}
