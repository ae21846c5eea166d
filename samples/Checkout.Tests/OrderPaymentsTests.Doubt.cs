using Checkout.BackOffice;
using Checkout.Payments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using PaymentAbstractions;
using PaymentAbstractions.Testing;

namespace Checkout.Tests;

// What comes late, from an earlier attempt, or in part.
public sealed partial class OrderPaymentsTests
{
    [Fact]
    public async Task An_earlier_approval_pays_the_order_when_the_permitted_attempt_takes_no_money()
    {
        var first = await PayAndPermitAsync();
        _gateway.Enqueue(PaymentOperation.Sale, PaymentResults.Pending);
        var second = (await PayAsync()).Charge!.Request;
        var approved = PaymentResults.Approved(first);

        await ConcludeAsync(approved);
        var waiting = Order;
        await ConcludeAsync(PaymentResults.Declined(second, "05"));
        var settled = Order;
        await PayAsync();

        Assert.True(second.AdditionalPayment);
        Assert.Equal(OrderState.Paying, waiting.State);
        Assert.Equal((OrderState.Paid, approved.Transaction), (settled.State, settled.Transaction));
        Assert.Equal(2, _gateway.Calls.Count);
    }

    [Fact]
    public async Task Two_approved_attempts_are_for_a_person()
    {
        var first = await PayAndPermitAsync();
        _gateway.Enqueue(PaymentOperation.Sale, PaymentResults.Pending);
        var second = (await PayAsync()).Charge!.Request;
        var approved = PaymentResults.Approved(second);

        await ConcludeAsync(PaymentResults.Approved(first) with { Transaction = Another(approved) });
        await ConcludeAsync(approved);
        var both = Order;
        await ConcludeAsync(PaymentResults.Approved(first) with { Transaction = Another(approved) });

        Assert.Equal((OrderState.Paid, approved.Transaction), (both.State, both.Transaction));
        Assert.Contains("Give one of the two back", both.Notes[^1].Text, StringComparison.Ordinal);
        Assert.Equal(both.Notes, Order.Notes);
    }

    [Fact]
    public async Task A_permit_is_for_one_attempt()
    {
        await PayAndPermitAsync();
        _gateway.Enqueue(PaymentOperation.Sale, PaymentResults.NotSent);
        await PayAsync();
        var unsent = Order;
        _gateway.Enqueue(PaymentOperation.Sale, sale => PaymentResults.Declined(sale, "43"));
        await PayAsync();

        Assert.True(unsent.MayChargeAgain);
        Assert.Equal((OrderState.Open, false), (Order.State, Order.MayChargeAgain));
    }

    [Fact]
    public async Task An_order_that_waits_for_another_attempt_is_paid_by_it()
    {
        _gateway.Enqueue(PaymentOperation.Sale, sale => PaymentResults.Declined(sale, "43"));
        await PayAsync();
        var first = (ChargeRequest)_gateway.Calls[0].Request;
        var gateway = Substitute.For<IPaymentGateway>();
        gateway
            .SaleAsync(Arg.Any<SaleRequest>(), Arg.Any<CancellationToken>())
            .Returns(PaymentResults.Unknown(first) with { Reason = PaymentReason.AlreadyInProgress });

        await Over(gateway).PayAsync(Number, Card, keepMethod: false, Token);
        var waiting = Order;
        await ConcludeAsync(PaymentResults.Approved(first));

        Assert.Equal(OrderState.Paying, waiting.State);
        Assert.Equal(OrderState.Paid, Order.State);
        Assert.Empty(Order.Notes);
    }

    [Fact]
    public async Task A_permit_is_refused_when_the_order_is_not_what_the_person_saw()
    {
        _gateway.EnqueueUnknown(moneyMoved: false);
        await PayAsync();

        var refused = await _steps.PermitAnotherPaymentAsync(Number, Order.Version - 1, "Grace", "why", Token);

        Assert.Equal((OrderState.Paying, 1), (refused.State, refused.Attempt));
        Assert.Empty(refused.Notes);
    }

    [Fact]
    public async Task A_permit_is_refused_while_a_step_is_in_doubt()
    {
        await PayAsync();
        _gateway.EnqueueUnknown();
        await _steps.RefundAsync(Number, Money.Usd(10m), stepsSeen: 0, "Grace", Token);
        await ConcludeAsync(PaymentResults.Reversed(_gateway.Calls[0].Result));

        var refused = await _steps.PermitAnotherPaymentAsync(Number, Order.Version, "Grace", "why", Token);

        Assert.Equal((OrderState.Reversed, 1), (refused.State, refused.Attempt));
    }

    [Fact]
    public async Task A_refund_of_an_earlier_attempt_pays_nothing()
    {
        await PayAsync();
        var refund = new RefundRequest
        {
            IdempotencyKey = new IdempotencyKey("order-7K2M-attempt-1-step-1"),
            Transaction = Order.Transaction!,
            Amount = Money.Usd(10m),
        };
        await _steps.VoidAsync(Number, stepsSeen: 0, "Grace", Token);
        await _steps.PermitAnotherPaymentAsync(Number, Order.Version, "Grace", "why", Token);

        await ConcludeAsync(PaymentResults.Approved(refund));

        Assert.Equal(OrderState.Open, Order.State);
        Assert.Contains("Refund", Order.Notes[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refund_that_was_not_sent_leaves_room_for_another_amount()
    {
        await PayAsync();
        _gateway.Enqueue(PaymentOperation.Refund, PaymentResults.NotSent);

        await _steps.RefundAsync(Number, Money.Usd(10m), stepsSeen: 0, "Grace", Token);
        await _steps.RefundAsync(Number, Money.Usd(5m), stepsSeen: 1, "Grace", Token);

        Assert.Equal(Money.Usd(5m), Order.Refunded);
        Assert.Equal(Keys().Count(), Keys().Distinct().Count());
    }

    [Theory]
    [InlineData(PaymentReason.ChangedByProvider)]
    [InlineData(PaymentReason.AlreadyPaid)]
    public async Task A_decline_of_what_was_approved_before_is_for_a_person(PaymentReason reason)
    {
        _gateway.Enqueue(PaymentOperation.Sale, sale => PaymentResults.Declined(sale) with { Reason = reason });

        var declined = await PayAsync();

        Assert.Equal((OrderState.Reversed, 1), (declined.State, declined.Attempt));
    }

    [Fact]
    public async Task A_caller_who_leaves_does_not_stop_what_was_saved()
    {
        var gateway = Substitute.For<IPaymentGateway>();
        gateway
            .SaleAsync(Arg.Any<SaleRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => PaymentResults.Approved(call.Arg<SaleRequest>()));
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Token);

        await Over(gateway).PayAsync(Number, Card, keepMethod: false, caller.Token);

        await gateway.Received(1).SaleAsync(Arg.Any<SaleRequest>(), CancellationToken.None);
        Assert.Equal(OrderState.Paid, Order.State);
    }

    [Fact]
    public async Task Orders_in_doubt_are_looked_up_again_and_never_sent()
    {
        _gateway.EnqueueUnknown(moneyMoved: true);
        _gateway.EnqueueFind(FindResult.NotSeen("It is not shown yet."));
        await PayAsync();
        using var unfinished = new UnfinishedOrders(
            _orders,
            _payments,
            _clock,
            new ConfigurationBuilder().Build(),
            NullLogger<UnfinishedOrders>.Instance
        );

        await unfinished.StartAsync(Token);
        await _orders.Listed.Reader.ReadAsync(Token);
        _clock.Advance(unfinished.Interval);
        await _orders.WhenAsync(Number, order => order.State == OrderState.Paid, Token);
        await unfinished.StopAsync(Token);

        Assert.Single(_gateway.Calls);
    }

    [Theory]
    [InlineData(PaymentOutcome.Approved, OrderState.Paid)]
    [InlineData(PaymentOutcome.Declined, OrderState.Open)]
    public async Task A_customer_who_comes_back_from_the_bank_is_looked_up(PaymentOutcome outcome, OrderState expected)
    {
        var bank = new Uri("https://bank.example/approve");
        _gateway.Enqueue(PaymentOperation.Sale, sale => PaymentResults.Pending(sale, bank));

        var sent = await PayAsync();
        _gateway.Finish(_gateway.Calls[0].Result.Transaction!, outcome);
        var back = await _payments.LookUpAsync(Number, Token);

        Assert.Equal((OrderState.Paying, bank), (sent.State, (sent.Result!.NextAction as RedirectAction)?.Url));
        Assert.Equal(expected, back.State);
    }

    [Fact]
    public async Task A_payment_that_never_reached_the_bank_may_be_made_again_once_that_is_proven()
    {
        _gateway.EnqueueUnknown(moneyMoved: false);
        await PayAsync();
        _clock.Advance(TimeSpan.FromMinutes(10));

        var lookedUp = await _payments.LookUpAsync(Number, Token);
        var paid = await PayAsync();

        Assert.Equal((OrderState.Open, OrderState.Paid), (lookedUp.State, paid.State));
        Assert.Equal(["order-7K2M-attempt-1", "order-7K2M-attempt-2"], Keys());
    }

    [Fact]
    public async Task A_permit_is_used_up_when_a_look_up_finds_nothing()
    {
        await PayAndPermitAsync();
        _gateway.EnqueueUnknown(moneyMoved: false);
        await PayAsync();
        _clock.Advance(TimeSpan.FromMinutes(10));

        var lookedUp = await _payments.LookUpAsync(Number, Token);

        Assert.Equal((OrderState.Open, false), (lookedUp.State, lookedUp.MayChargeAgain));
    }

    [Fact]
    public async Task A_partially_approved_authorization_is_captured_with_what_it_holds()
    {
        Place(captureLater: true);
        _gateway.Enqueue(
            PaymentOperation.Authorize,
            request => PaymentResults.PartiallyApproved(request, Money.Usd(20m))
        );

        var held = await PayAsync();
        var captured = Conclusion.Of(
            held with
            {
                Steps = [new OrderStep(CaptureOf(held), _clock.GetUtcNow(), "Grace")],
            },
            CaptureOf(held).IdempotencyKey,
            PaymentResults.Approved(CaptureOf(held)),
            _clock.GetUtcNow()
        );

        Assert.Equal((OrderState.Authorized, Money.Usd(20m)), (held.State, held.Approved));
        Assert.Equal((OrderState.PartlyPaid, Money.Usd(20m)), (captured.State, captured.Kept));
    }

    [Fact]
    public async Task A_part_that_was_paid_or_refunded_counts_with_its_amount()
    {
        _gateway.Enqueue(PaymentOperation.Sale, sale => PaymentResults.PartiallyApproved(sale, Money.Usd(20m)));
        var part = await PayAsync();
        await ConcludeAsync(PaymentResults.Approved(part.Charge!.Request));
        var whole = Order;
        _gateway.Enqueue(PaymentOperation.Refund, refund => PaymentResults.PartiallyApproved(refund, Money.Usd(4m)));

        await _steps.RefundAsync(Number, Money.Usd(10m), stepsSeen: 0, "Grace", Token);

        Assert.Equal((OrderState.PartlyPaid, Money.Usd(20m)), (part.State, part.Kept));
        Assert.Equal((OrderState.Paid, Money.Usd(49.90m)), (whole.State, whole.Kept));
        Assert.Equal((Money.Usd(4m), Money.Usd(45.90m)), (Order.Refunded, Order.Kept));
    }

    private static CaptureRequest CaptureOf(Order order) =>
        new()
        {
            IdempotencyKey = OrderKeys.OfNextStep(order with { Steps = [] }),
            Authorization = order.Transaction!,
            Amount = order.Approved,
        };

    private static TransactionReference Another(PaymentResult result) =>
        TransactionReference.Parse($"{result.Transaction!.Gateway}:{result.Transaction.Account}:another");

    private async Task<ChargeRequest> PayAndPermitAsync()
    {
        _gateway.EnqueueUnknown(moneyMoved: false);
        var first = await PayAsync();
        await _steps.PermitAnotherPaymentAsync(Number, first.Version, "Grace", "The customer called", Token);
        return first.Charge!.Request;
    }

    private Task<Order?> ConcludeAsync(PaymentResult result) =>
        _payments.ConcludeAsync(Number, result.IdempotencyKey, result);
}
