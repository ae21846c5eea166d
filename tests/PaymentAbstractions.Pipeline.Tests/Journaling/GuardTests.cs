using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class GuardTests : IAsyncDisposable
{
    private readonly JournaledPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_key_for_an_order_that_is_paid_is_answered_with_the_payment()
    {
        var first = await _payments.Default.SaleAsync(PaymentRequests.Sale(key: "first"), Token);

        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(key: "second"), Token);

        Assert.Equal(first with { Reason = PaymentReason.AlreadyPaid }, second);
        Assert.Equal("first", second.IdempotencyKey.Value);
        Assert.Equal(1, _payments.Backend.Sent);
    }

    [Fact]
    public async Task A_new_key_for_an_order_in_doubt_is_answered_with_the_attempt_in_doubt()
    {
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await _payments.Default.SaleAsync(PaymentRequests.Sale(key: "first"), Token);

        var second = await _payments.Default.AuthorizeAsync(PaymentRequests.Authorize(key: "second"), Token);

        Assert.Equal(
            (PaymentOutcome.Unknown, PaymentReason.AlreadyInProgress, "first"),
            (second.Outcome, second.Reason, second.IdempotencyKey.Value)
        );
        Assert.Equal(1, _payments.Backend.Sent);
        Assert.Single(_payments.Backend.Found);
    }

    [Fact]
    public async Task A_new_key_for_an_order_whose_doubt_a_look_up_settles_goes_by_what_it_shows()
    {
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await _payments.Default.SaleAsync(PaymentRequests.Sale(key: "first"), Token);
        _payments.Backend.OnFind = (adapter, request) => FindResult.Found(adapter.Shown(request));

        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(key: "second"), Token);

        Assert.Equal((PaymentReason.AlreadyPaid, "first"), (second.Reason, second.IdempotencyKey.Value));
        Assert.Equal(1, _payments.Backend.Sent);
    }

    [Fact]
    public async Task While_an_attempt_is_under_way_a_new_key_for_its_order_is_pending()
    {
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _payments.Backend.OnExecute = async (adapter, call) =>
        {
            call.TryBeginSend();
            await goOn.Task;
            return adapter.Approve(call.Request);
        };
        var first = _payments.Default.SaleAsync(PaymentRequests.Sale(key: "first"), Token);

        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(key: "second"), Token);
        goOn.SetResult();

        Assert.Equal(
            (PaymentOutcome.Pending, PaymentReason.AlreadyInProgress, "first"),
            (second.Outcome, second.Reason, second.IdempotencyKey.Value)
        );
        Assert.True((await first).IsApproved);
    }

    [Fact]
    public async Task An_additional_payment_of_an_order_is_sent()
    {
        await _payments.Default.SaleAsync(PaymentRequests.Sale(key: "first"), Token);

        var second = await _payments.Default.SaleAsync(
            PaymentRequests.Sale(key: "second") with
            {
                AdditionalPayment = true,
            },
            Token
        );

        Assert.True(second.IsApproved);
        Assert.Equal(2, _payments.Backend.Sent);
    }

    [Fact]
    public async Task After_a_decline_the_order_is_free_for_a_new_key()
    {
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Declined(call.Request));
        await _payments.Default.SaleAsync(PaymentRequests.Sale(key: "first"), Token);
        _payments.Backend.OnExecute = (adapter, call) => RepeatTests.Send(call, adapter.Approve(call.Request));

        var second = await _payments
            .Current.Gateways.Get("cards_us")
            .SaleAsync(PaymentRequests.Sale(key: "second"), Token);

        Assert.True(second.IsApproved);
        Assert.Equal("cards_us", second.Gateway);
    }

    [Fact]
    public async Task Refunds_never_exceed_what_was_taken()
    {
        var sale = await _payments.Default.SaleAsync(PaymentRequests.Sale(Money.Usd(10m)), Token);
        await _payments.Default.RefundAsync(Refund(sale, 6m, "one"), Token);

        var second = await _payments.Default.RefundAsync(Refund(sale, 5m, "two"), Token);
        var third = await _payments.Default.RefundAsync(Refund(sale, 4m, "three"), Token);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.ExceedsAvailableAmount), (second.Outcome, second.Reason));
        Assert.True(third.IsApproved);
    }

    [Fact]
    public async Task Concurrent_refunds_never_exceed_what_was_taken()
    {
        var sale = await _payments.Default.SaleAsync(PaymentRequests.Sale(Money.Usd(10m)), Token);

        var refunds = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    Task.Run(() => _payments.Default.RefundAsync(Refund(sale, 3m, $"refund-{i}"), Token), Token)
                )
        );

        Assert.Equal(3, refunds.Count(refund => refund.IsApproved));
        Assert.All(
            refunds.Where(refund => !refund.IsApproved),
            refund => Assert.Equal(PaymentReason.ExceedsAvailableAmount, refund.Reason)
        );
    }

    [Fact]
    public async Task Of_a_capture_and_a_void_at_the_same_time_one_is_sent()
    {
        for (var i = 0; i < 20; i++)
        {
            var authorization = await _payments.Default.AuthorizeAsync(
                PaymentRequests.Authorize(key: $"auth-{i}") with
                {
                    OrderReference = new OrderReference($"order-{i}"),
                },
                Token
            );
            var before = _payments.Backend.Sent;
            using var start = new Barrier(2);

            var results = await Task.WhenAll(
                Task.Run(() => Capture(start, authorization, $"capture-{i}"), Token),
                Task.Run(() => Void(start, authorization, $"void-{i}"), Token)
            );

            Assert.Equal(before + 1, _payments.Backend.Sent);
            Assert.Single(results, result => result.Outcome == PaymentOutcome.Approved);
            var refused = Assert.Single(results, result => result.Outcome == PaymentOutcome.Rejected);
            Assert.Contains(
                refused.Reason,
                new[]
                {
                    PaymentReason.AlreadyInProgress,
                    PaymentReason.AuthorizationNotOpen,
                    PaymentReason.AlreadyReversed,
                }
            );
        }
    }

    [Fact]
    public async Task A_void_after_a_void_in_doubt_waits_until_it_is_resolved()
    {
        var sale = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await _payments.Default.VoidAsync(PaymentRequests.Void(sale.Transaction!, "one"), Token);

        var second = await _payments.Default.VoidAsync(PaymentRequests.Void(sale.Transaction!, "two"), Token);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AlreadyInProgress), (second.Outcome, second.Reason));
        Assert.Contains("'one'", second.Message, StringComparison.Ordinal);
        Assert.Equal(2, _payments.Backend.Sent);
    }

    [Fact]
    public async Task A_refund_of_what_was_voided_is_refused()
    {
        var sale = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        await _payments.Default.VoidAsync(PaymentRequests.Void(sale.Transaction!), Token);

        var refund = await _payments.Default.RefundAsync(PaymentRequests.Refund(sale.Transaction!), Token);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AlreadyReversed), (refund.Outcome, refund.Reason));
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private static RefundRequest Refund(PaymentResult sale, decimal amount, string key) =>
        PaymentRequests.Refund(sale.Transaction!, Money.Usd(amount), key);

    private Task<PaymentResult> Capture(Barrier start, PaymentResult authorization, string key)
    {
        start.SignalAndWait(Token);
        return _payments.Default.CaptureAsync(PaymentRequests.Capture(authorization.Transaction!, key: key), Token);
    }

    private Task<PaymentResult> Void(Barrier start, PaymentResult authorization, string key)
    {
        start.SignalAndWait(Token);
        return _payments.Default.VoidAsync(PaymentRequests.Void(authorization.Transaction!, key), Token);
    }
}
