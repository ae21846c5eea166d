using NSubstitute;
using PaymentAbstractions;
using PaymentAbstractions.Testing;
using WebShop.Checkout;
using WebShop.Orders;

namespace WebShop.Tests;

/// <summary>
/// With a substitute a test says every answer: short, and enough where one answer leads to one decision. What a repeat or a second
/// payment would be answered is better asked of the fake gateway.
/// </summary>
public sealed class CheckoutWithSubstituteTests
{
    private readonly IPaymentGateway _gateway = Substitute.For<IPaymentGateway>();
    private readonly OrderBook _orders = new();
    private readonly CheckoutService _checkout;

    public CheckoutWithSubstituteTests()
    {
        _orders.Save(new Order("1001", Money.Usd(49.90m)));
        _checkout = new CheckoutService(_gateway, _orders, new ManualTimeProvider());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("51", NextStep.TryAgainLater)] // insufficient funds
    [InlineData("54", NextStep.CorrectTheCard)] // expired card
    [InlineData("43", NextStep.UseAnotherCard)] // stolen card: the shopper is not told why
    [InlineData("01", NextStep.CallYourBank)] // refer to card issuer
    [InlineData("03", NextStep.ContactSupport)] // invalid merchant: every shopper meets this
    public async Task After_a_decline_the_advice_decides_what_the_shopper_is_told(string code, NextStep expected)
    {
        Answer(request => PaymentResults.Declined(request, code));

        var answer = await PayAsync();

        Assert.Equal(expected, answer.Step);
        Assert.Equal(OrderStatus.Open, _orders["1001"].Status);
    }

    [Fact]
    public async Task Another_card_after_a_decline_is_a_new_attempt_with_a_new_key()
    {
        Answer(request => PaymentResults.Declined(request, "43"));
        await PayAsync();
        await PayAsync();

        Received.InOrder(() =>
        {
            _gateway.SaleAsync(SaleWithKey("order-1001-attempt-1"), Arg.Any<CancellationToken>());
            _gateway.SaleAsync(SaleWithKey("order-1001-attempt-2"), Arg.Any<CancellationToken>());
        });
    }

    [Fact]
    public async Task What_was_not_sent_is_tried_again_with_the_same_key()
    {
        Answer(PaymentResults.NotSent);

        var answer = await PayAsync();
        await PayAsync();

        Assert.Equal(NextStep.TryAgainLater, answer.Step);
        await _gateway.Received(2).SaleAsync(SaleWithKey("order-1001-attempt-1"), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task An_unknown_payment_is_looked_up_and_never_charged_again()
    {
        Answer(PaymentResults.Unknown);
        _gateway
            .FindAsync(Arg.Any<FindRequest>(), Arg.Any<CancellationToken>())
            .Returns(FindResult.NotSeen("The provider lists nothing yet."));

        var first = await PayAsync();
        var second = await PayAsync();

        Assert.Equal((NextStep.WaitForUs, NextStep.WaitForUs), (first.Step, second.Step));
        await _gateway.Received(1).SaleAsync(Arg.Any<SaleRequest>(), Arg.Any<CancellationToken>());
        await _gateway
            .Received(1)
            .FindAsync(
                Arg.Is<FindRequest>(find => find.Attempt!.IdempotencyKey == new IdempotencyKey("order-1001-attempt-1")),
                Arg.Any<CancellationToken>()
            );
    }

    private static SaleRequest SaleWithKey(string key) =>
        Arg.Is<SaleRequest>(sale => sale.IdempotencyKey == new IdempotencyKey(key));

    private Task<CheckoutAnswer> PayAsync() => _checkout.PayAsync("1001", "token-from-the-browser", Token);

    private void Answer(Func<PaymentRequest, PaymentResult> answer) =>
        _gateway
            .SaleAsync(Arg.Any<SaleRequest>(), Arg.Any<CancellationToken>())
            .Returns(call => answer(call.Arg<SaleRequest>()));
}
