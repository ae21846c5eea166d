using Checkout.BackOffice;
using Checkout.Payments;
using NSubstitute;
using PaymentAbstractions;
using PaymentAbstractions.Testing;

namespace Checkout.Tests;

/// <summary>
/// The shop's payment code with the fake gateway, which answers what production would: a test says what the bank does, and the rules of
/// keys, orders and doubt are real.
/// </summary>
public sealed partial class OrderPaymentsTests
{
    private const string Number = "7K2M";

    private static readonly PaymentMethod Card = PaymentMethod.Stored("card_1");

    private readonly ManualTimeProvider _clock = new();
    private readonly FakePaymentGateway _gateway;
    private readonly MemoryOrderStore _orders = new();
    private readonly OrderPayments _payments;
    private readonly OrderSteps _steps;

    public OrderPaymentsTests()
    {
        _gateway = new FakePaymentGateway { TimeProvider = _clock };
        _payments = Over(_gateway);
        _steps = new OrderSteps(GatewaysOf(_gateway), _orders, _payments, _clock);
        Place(captureLater: false);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Order Order => _orders[Number];

    [Fact]
    public async Task An_order_is_paid_once_however_often_it_is_sent()
    {
        var clicks = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PayAsync()));
        var later = await PayAsync();

        Assert.Single(_gateway.Calls);
        Assert.Contains(clicks, order => order.State == OrderState.Paid);
        Assert.Equal(OrderState.Paid, later.State);
        Assert.Equal(_gateway.Calls[0].Result.Transaction, Order.Transaction);
    }

    [Fact]
    public async Task Another_card_after_a_decline_takes_another_key()
    {
        _gateway.Enqueue(PaymentOperation.Sale, sale => PaymentResults.Declined(sale, "43"));

        var declined = await PayAsync();
        await PayAsync();

        Assert.Equal((OrderState.Open, 2), (declined.State, declined.Attempt));
        Assert.Equal(["order-7K2M-attempt-1", "order-7K2M-attempt-2"], Keys());
        Assert.Equal(OrderState.Paid, Order.State);
    }

    [Fact]
    public async Task What_was_not_sent_is_tried_again_and_may_use_another_card()
    {
        _gateway.Enqueue(PaymentOperation.Sale, PaymentResults.NotSent);

        var first = await PayAsync();
        await _payments.PayAsync(Number, PaymentMethod.Stored("card_2"), keepMethod: false, Token);

        Assert.Equal((OrderState.Open, 2), (first.State, first.Attempt));
        Assert.Equal(OrderState.Paid, Order.State);
    }

    [Fact]
    public async Task A_payment_whose_answer_was_lost_blocks_the_order_until_it_is_found()
    {
        _gateway.EnqueueUnknown(moneyMoved: true);

        var lost = await PayAsync();
        var second = await PayAsync();
        var found = await _payments.LookUpAsync(Number, Token);

        Assert.Equal((OrderState.Paying, OrderState.Paying, OrderState.Paid), (lost.State, second.State, found.State));
        Assert.Single(_gateway.Calls);
    }

    [Fact]
    public async Task A_person_permits_another_payment_and_it_is_kept_who_and_why()
    {
        _gateway.EnqueueUnknown(moneyMoved: false);
        await PayAsync();

        var permitted = await _steps.PermitAnotherPaymentAsync(
            Number,
            Order.Version,
            "Grace",
            "The customer called",
            Token
        );
        await PayAsync();

        Assert.Equal((OrderState.Open, 2), (permitted.State, permitted.Attempt));
        Assert.Equal(("Grace", "The customer called"), (Order.Notes.Single().Who, Order.Notes.Single().Text));
        Assert.Equal(OrderState.Paid, Order.State);
    }

    [Fact]
    public async Task A_reversed_order_is_not_paid_again_by_itself()
    {
        await PayAsync();
        var voided = await _steps.VoidAsync(Number, stepsSeen: 0, "Grace", Token);

        var again = await PayAsync();

        Assert.Equal((OrderState.Reversed, OrderState.Reversed), (voided.State, again.State));
        Assert.Equal([PaymentOperation.Sale, PaymentOperation.Void], _gateway.Calls.Select(call => call.Operation));
    }

    [Fact]
    public async Task A_second_click_on_a_refund_refunds_nothing()
    {
        await PayAsync();

        await _steps.RefundAsync(Number, Money.Usd(10m), stepsSeen: 0, "Grace", Token);
        await _steps.RefundAsync(Number, Money.Usd(10m), stepsSeen: 0, "Grace", Token);
        var rest = await _steps.RefundAsync(Number, Money.Usd(39.90m), stepsSeen: 1, "Grace", Token);

        Assert.Equal((OrderState.Reversed, Money.Usd(49.90m)), (rest.State, rest.Refunded));
        Assert.Equal(2, rest.Steps.Count);
    }

    [Fact]
    public async Task An_authorization_is_captured_and_the_capture_is_refunded()
    {
        Place(captureLater: true);

        var authorized = await PayAsync();
        var captured = await _steps.CaptureAsync(Number, stepsSeen: 0, "Grace", Token);
        await _steps.RefundAsync(Number, Money.Usd(5m), stepsSeen: 1, "Grace", Token);

        Assert.Equal((OrderState.Authorized, OrderState.Paid), (authorized.State, captured.State));
        Assert.Equal(Money.Usd(44.90m), Order.Kept);
        Assert.Equal("order-7K2M-attempt-1-step-2", _gateway.Calls[^1].Request.IdempotencyKey.Value);
        Assert.Equal("Grace", Order.Steps[^1].Who);
    }

    [Fact]
    public async Task A_resolution_closes_the_order_and_may_come_twice()
    {
        _gateway.EnqueueUnknown();
        await PayAsync();
        var handler = new OrderResolutions(_payments);
        var resolution = new PaymentResolution
        {
            IdempotencyKey = new IdempotencyKey("order-7K2M-attempt-1"),
            Environment = GatewayEnvironment.Sandbox,
            Revision = 1,
            Result = PaymentResults.Approved(_gateway.Calls[0].Request),
            Source = PaymentAbstractions.Journal.JournalResolutionSource.Provider,
        };

        await handler.HandleAsync(resolution with { IdempotencyKey = new IdempotencyKey("another-shop") }, Token);
        var before = Order;
        await handler.HandleAsync(resolution, Token);
        var closed = Order;
        await handler.HandleAsync(resolution, Token);

        Assert.Equal(OrderState.Paying, before.State);
        Assert.Equal(OrderState.Paid, closed.State);
        Assert.Equal(closed, Order);
    }

    [Fact]
    public async Task An_earlier_attempt_that_turns_out_approved_pays_the_order_that_is_open()
    {
        _gateway.Enqueue(PaymentOperation.Sale, sale => PaymentResults.Declined(sale, "43"));
        await PayAsync();
        var late = PaymentResults.Approved(_gateway.Calls[0].Request);

        await _payments.ConcludeAsync(Number, late.IdempotencyKey, late);

        Assert.Equal((OrderState.Paid, late.Transaction), (Order.State, Order.Transaction));
    }

    [Fact]
    public async Task An_earlier_attempt_that_turns_out_approved_beside_a_payment_is_for_a_person()
    {
        _gateway.Enqueue(PaymentOperation.Sale, sale => PaymentResults.Declined(sale, "43"));
        await PayAsync();
        await PayAsync();
        var paid = Order.Transaction;
        var late = PaymentResults.Approved(_gateway.Calls[0].Request) with
        {
            Transaction = TransactionReference.Parse($"{paid!.Gateway}:{paid.Account}:another"),
        };

        await _payments.ConcludeAsync(Number, late.IdempotencyKey, late);

        Assert.Equal((OrderState.Paid, paid), (Order.State, Order.Transaction));
        Assert.Contains("Give one of the two back", Order.Notes.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_order_is_saved_before_anything_is_sent()
    {
        var gateway = Substitute.For<IPaymentGateway>();
        var seen = OrderState.Open;
        gateway
            .SaleAsync(Arg.Any<SaleRequest>(), Arg.Any<CancellationToken>())
            .Returns(call =>
            {
                seen = Order.State;
                return PaymentResults.Approved(call.Arg<SaleRequest>());
            });

        await Over(gateway).PayAsync(Number, Card, keepMethod: false, Token);

        Assert.Equal(OrderState.Paying, seen);
    }

    [Fact]
    public async Task A_request_that_cannot_be_sent_leaves_the_order_open()
    {
        var gateway = Substitute.For<IPaymentGateway>();
        gateway
            .SaleAsync(Arg.Any<SaleRequest>(), Arg.Any<CancellationToken>())
            .Returns<PaymentResult>(_ => throw new PaymentRequestException("Amount", "is wrong."));

        await Assert.ThrowsAsync<PaymentRequestException>(() =>
            Over(gateway).PayAsync(Number, Card, keepMethod: false, Token)
        );

        Assert.Equal(OrderState.Open, Order.State);
    }

    [Fact]
    public void An_order_survives_its_database()
    {
        var order = Order with
        {
            Charge = new OrderCharge(
                new SaleRequest
                {
                    IdempotencyKey = new IdempotencyKey("order-7K2M-attempt-1"),
                    OrderReference = new OrderReference(Number),
                    Amount = Order.Total,
                    PaymentMethod = new CustomerChoicePaymentMethod(),
                    ReturnUrl = new Uri("https://shop.example/"),
                },
                "cards",
                _clock.GetUtcNow()
            ),
            Notes = [new OrderNote(_clock.GetUtcNow(), "Grace", "why")],
        };

        var read = System.Text.Json.JsonSerializer.Deserialize<Order>(System.Text.Json.JsonSerializer.Serialize(order));

        Assert.Equal(order, read);
    }

    private IEnumerable<string> Keys() => _gateway.Calls.Select(call => call.Request.IdempotencyKey.Value);

    private Task<Order> PayAsync() => _payments.PayAsync(Number, Card, keepMethod: false, Token);

    private OrderPayments Over(IPaymentGateway gateway) =>
        new(GatewaysOf(gateway), _orders, new PaymentAddresses(new Uri("https://shop.example/")), _clock);

    private static IPaymentGateways GatewaysOf(IPaymentGateway gateway)
    {
        var gateways = Substitute.For<IPaymentGateways>();
        gateways.Default.Returns(gateway);
        gateways.Get(Arg.Any<string>()).Returns(gateway);
        return gateways;
    }

    private void Place(bool captureLater) =>
        _orders[Number] = new Order
        {
            Number = Number,
            Total = Money.Usd(49.90m),
            Customer = new Customer { Id = "shopper-1" },
            CaptureLater = captureLater,
        };
}
