using PaymentAbstractions;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;
using WebShop.Checkout;
using WebShop.Orders;

namespace WebShop.Tests;

/// <summary>
/// The fake gateway answers what production would: a test says what the bank does, and the rules of keys, orders and doubt are real.
/// </summary>
public sealed class CheckoutWithFakeGatewayTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly FakePaymentGateway _gateway;
    private readonly OrderBook _orders = new();
    private readonly CheckoutService _checkout;

    public CheckoutWithFakeGatewayTests()
    {
        _gateway = new FakePaymentGateway { TimeProvider = _clock };
        _orders.Save(new Order("1001", Money.Usd(49.90m)));
        _checkout = new CheckoutService(_gateway, _orders, _clock);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Order Order => _orders["1001"];

    [Fact]
    public async Task A_partial_approval_is_completed_with_a_second_card()
    {
        _gateway.Enqueue(PaymentOperation.Sale, sale => PaymentResults.PartiallyApproved(sale, Money.Usd(40m)));

        var first = await PayAsync();
        var second = await PayAsync();

        Assert.Equal((NextStep.PayTheRestOrCancel, NextStep.ThankYou), (first.Step, second.Step));
        Assert.Equal(OrderStatus.Paid, Order.Status);
        Assert.Equal(
            [Money.Usd(40m), Money.Usd(9.90m)],
            _gateway.Calls.Select(call => call.Result.ApprovedAmount!.Value)
        );
    }

    [Fact]
    public async Task A_partial_approval_is_voided_when_the_shopper_cancels()
    {
        _gateway.Enqueue(PaymentOperation.Sale, sale => PaymentResults.PartiallyApproved(sale, Money.Usd(40m)));

        await PayAsync();
        await _checkout.CancelAsync("1001", Token);

        Assert.Equal(OrderStatus.Open, Order.Status);
        Assert.Equal(Money.Usd(49.90m), Order.StillDue);
        Assert.Equal([PaymentOperation.Sale, PaymentOperation.Void], _gateway.Calls.Select(call => call.Operation));
    }

    [Theory]
    [InlineData(PaymentOutcome.Approved, NextStep.ThankYou, OrderStatus.Paid)]
    [InlineData(PaymentOutcome.Declined, NextStep.UseAnotherCard, OrderStatus.Open)]
    public async Task A_pending_payment_sends_the_shopper_to_the_bank_and_is_looked_up_afterwards(
        PaymentOutcome outcome,
        NextStep expected,
        OrderStatus status
    )
    {
        var bank = new Uri("https://bank.example/approve");
        _gateway.Enqueue(PaymentOperation.Sale, sale => PaymentResults.Pending(sale, bank));

        var sent = await PayAsync();
        _gateway.Finish(_gateway.Calls[0].Result.Transaction!, outcome);
        var back = await _checkout.LookUpAsync("1001", Token);

        Assert.Equal(new CheckoutAnswer(NextStep.GoToYourBank, bank), sent);
        Assert.Equal(expected, back.Step);
        Assert.Equal(status, Order.Status);
    }

    [Fact]
    public async Task A_payment_whose_answer_was_lost_is_found_at_the_second_click()
    {
        _gateway.EnqueueUnknown(moneyMoved: true);

        var first = await PayAsync();
        var second = await PayAsync();

        Assert.Equal((NextStep.WaitForUs, NextStep.ThankYou), (first.Step, second.Step));
        Assert.Single(_gateway.Calls);
        Assert.Equal(OrderStatus.Paid, Order.Status);
    }

    [Fact]
    public async Task A_payment_that_never_reached_the_bank_may_be_made_again_once_that_is_proven()
    {
        _gateway.EnqueueUnknown(moneyMoved: false);
        await PayAsync();
        _clock.Advance(TimeSpan.FromMinutes(10));

        var lookedUp = await PayAsync();
        var paid = await PayAsync();

        Assert.Equal((NextStep.TryAgainLater, NextStep.ThankYou), (lookedUp.Step, paid.Step));
        Assert.Equal(2, _gateway.Calls.Count);
    }

    [Fact]
    public async Task A_resolution_closes_the_order_once_and_no_other_one_does()
    {
        _gateway.EnqueueUnknown();
        await PayAsync();
        var closer = new OrderCloser(_orders);
        var resolution = new PaymentResolution
        {
            IdempotencyKey = Order.Key,
            Environment = GatewayEnvironment.Sandbox,
            Revision = 1,
            Result = PaymentResults.Approved(_gateway.Calls[0].Request),
            OrderReference = new OrderReference("1001"),
            Source = JournalResolutionSource.Provider,
        };

        await closer.HandleAsync(resolution with { IdempotencyKey = new IdempotencyKey("another-attempt") }, Token);
        Assert.Equal(OrderStatus.InDoubt, Order.Status);

        await closer.HandleAsync(resolution, Token);
        var closed = Order;
        await closer.HandleAsync(resolution, Token);

        Assert.Equal(OrderStatus.Paid, closed.Status);
        Assert.Equal(closed, Order);
    }

    private Task<CheckoutAnswer> PayAsync() => _checkout.PayAsync("1001", "token-from-the-browser", Token);
}
