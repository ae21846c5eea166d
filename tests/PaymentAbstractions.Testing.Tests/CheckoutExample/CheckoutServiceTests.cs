using NSubstitute;

namespace PaymentAbstractions.Testing.Tests.CheckoutExample;

public sealed class CheckoutServiceTests
{
    private static readonly Order Order = new("order-1001", Money.Usd(49.90m), "token-from-the-browser");

    private static readonly SaleRequest ExpectedSale = new()
    {
        IdempotencyKey = new IdempotencyKey("order-1001-1"),
        OrderReference = new OrderReference("order-1001"),
        Amount = Money.Usd(49.90m),
        PaymentMethod = PaymentMethod.Token("token-from-the-browser"),
        AllowPartialApproval = true,
    };

    private readonly IPaymentGateway _gateway = Substitute.For<IPaymentGateway>();
    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_gateway_is_asked_once_for_exactly_the_order()
    {
        Answer(PaymentResults.Approved(ExpectedSale));

        await PayAsync();

        await _gateway.Received(1).SaleAsync(ExpectedSale, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task The_second_attempt_has_another_key_and_the_same_order()
    {
        Answer(PaymentResults.Declined(ExpectedSale));

        await new CheckoutService(_gateway, _clock).PayAsync(Order with { Attempt = 2 }, Token);

        await _gateway
            .Received(1)
            .SaleAsync(
                ExpectedSale with
                {
                    IdempotencyKey = new IdempotencyKey("order-1001-2"),
                },
                Arg.Any<CancellationToken>()
            );
    }

    [Fact]
    public async Task Only_the_sale_of_this_order_is_answered()
    {
        _gateway
            .SaleAsync(Arg.Is<SaleRequest>(sale => sale.Amount == Order.Total), Arg.Any<CancellationToken>())
            .Returns(PaymentResults.Approved(ExpectedSale));

        var answer = await PayAsync();

        Assert.Equal(CheckoutStep.ShipOrder, answer.Step);
    }

    [Fact]
    public async Task An_approved_order_is_shipped_and_its_transaction_stored()
    {
        var approved = PaymentResults.Approved(ExpectedSale);
        Answer(approved);

        var answer = await PayAsync();

        Assert.Equal(CheckoutStep.ShipOrder, answer.Step);
        Assert.Equal(approved.Transaction, TransactionReference.Parse(answer.TransactionToStore!));
    }

    [Fact]
    public async Task After_a_partial_approval_the_rest_is_asked_for()
    {
        Answer(PaymentResults.PartiallyApproved(ExpectedSale, Money.Usd(40m)));

        var answer = await PayAsync();

        Assert.Equal(CheckoutStep.AskForTheRest, answer.Step);
        Assert.Equal(Money.Usd(9.90m), answer.StillToPay);
    }

    [Fact]
    public async Task After_a_decline_another_card_is_asked_for()
    {
        Answer(PaymentResults.Declined(ExpectedSale, "51"));

        var answer = await PayAsync();

        Assert.Equal(CheckoutStep.AskForAnotherCard, answer.Step);
        Assert.Null(answer.AttemptToFind);
    }

    [Fact]
    public async Task A_pending_payment_sends_the_customer_to_the_bank()
    {
        var page = new Uri("https://bank.example/approve");
        Answer(PaymentResults.Pending(ExpectedSale, page));

        var answer = await PayAsync();

        Assert.Equal(CheckoutStep.SendCustomerToBank, answer.Step);
        Assert.Equal(page, answer.BankPage);
    }

    [Fact]
    public async Task A_payment_that_the_provider_works_on_is_waited_for()
    {
        Answer(PaymentResults.Pending(ExpectedSale));

        var answer = await PayAsync();

        Assert.Equal(CheckoutStep.WaitForTheBank, answer.Step);
    }

    [Fact]
    public async Task A_rejected_request_is_a_case_for_support()
    {
        Answer(PaymentResults.Rejected(ExpectedSale));

        var answer = await PayAsync();

        Assert.Equal(CheckoutStep.TellSupport, answer.Step);
    }

    [Fact]
    public async Task An_unsent_payment_may_be_tried_again()
    {
        Answer(PaymentResults.NotSent(ExpectedSale));

        var answer = await PayAsync();

        Assert.Equal(CheckoutStep.TryAgainLater, answer.Step);
    }

    [Fact]
    public async Task An_unknown_payment_is_looked_up_and_never_paid_again()
    {
        Answer(PaymentResults.Unknown(ExpectedSale));

        var answer = await PayAsync();

        Assert.Equal(CheckoutStep.LookForThePayment, answer.Step);
        Assert.Equal(PaymentAttempt.Of(ExpectedSale, _clock.GetUtcNow()), answer.AttemptToFind);
    }

    [Fact]
    public async Task An_unknown_payment_is_found_by_the_attempt_that_the_checkout_kept()
    {
        var gateway = new FakePaymentGateway().EnqueueUnknown();
        var answer = await new CheckoutService(gateway, _clock).PayAsync(Order, Token);

        var found = await gateway.FindAsync(FindRequest.For(answer.AttemptToFind!), Token);

        Assert.True(found.IsFound);
        Assert.Equal(Order.Total, found.State.CapturedAmount);
    }

    private Task<CheckoutAnswer> PayAsync() => new CheckoutService(_gateway, _clock).PayAsync(Order, Token);

    private void Answer(PaymentResult result) =>
        _gateway.SaleAsync(Arg.Any<SaleRequest>(), Arg.Any<CancellationToken>()).Returns(result);
}
