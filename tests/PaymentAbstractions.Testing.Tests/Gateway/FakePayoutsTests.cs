namespace PaymentAbstractions.Testing.Tests;

public sealed class FakePayoutsTests
{
    private static readonly PayoutRequest Request = new()
    {
        Id = "payout",
        Amount = Money.Usd(10m),
        CustomerId = "customer",
    };

    private readonly FakePaymentGateway _gateway = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IPayouts Payouts =>
        _gateway.TryGet<IPayouts>(out var payouts)
            ? payouts
            : throw new InvalidOperationException("There are no payout requests.");

    [Fact]
    public async Task Requests_are_kept_listed_and_canceled()
    {
        var created = await Payouts.RequestAsync(Request, Token);
        var updated = await Payouts.RequestAsync(Request with { PaymentMethodId = "method_1" }, Token);
        var numbered = await Payouts.RequestAsync(Request with { Id = null, CustomerId = "other" }, Token);
        var cancellation = new CancelPayoutRequest { PayoutId = "payout", CanceledBy = PayoutCanceledBy.Merchant };
        var methods = await Payouts.ListPaymentMethodsAsync("payout", Token);
        var canceled = await Payouts.CancelAsync(cancellation, Token);
        var again = await Payouts.CancelAsync(cancellation, Token);
        var late = await Payouts.RequestAsync(Request, Token);
        var unknown = await Payouts.CancelAsync(cancellation with { PayoutId = "none" }, Token);

        Assert.Equal((false, PayoutStatus.Pending), (created.AlreadyExisted, created.Payout!.Status));
        Assert.Equal((true, PayoutStatus.MethodSelected), (updated.AlreadyExisted, updated.Payout!.Status));
        Assert.Equal("payout_1", numbered.Payout!.Id);
        Assert.Equal("method_1", Assert.Single(methods).PaymentMethodId);
        Assert.Equal((false, PayoutStatus.Canceled), (canceled.AlreadyExisted, canceled.Payout!.Status));
        Assert.True(again.AlreadyExisted);
        Assert.Equal(PaymentOutcome.Rejected, late.Outcome);
        Assert.Equal(PaymentReason.NotFound, unknown.Reason);
        Assert.Equal(["payout"], await IdsAsync("customer"));
        Assert.Equal(["payout", "payout_1"], await IdsAsync(null));
        Assert.Null(await Payouts.GetAsync("none", Token));
        await Assert.ThrowsAsync<PaymentReadException>(() => Payouts.ListPaymentMethodsAsync("none", Token));
        Assert.Empty(_gateway.Calls);
    }

    [Fact]
    public async Task Credits_use_a_request_up_and_no_more()
    {
        await Payouts.RequestAsync(Request, Token);

        var part = await _gateway.CreditAsync(Credit(4m), Token);
        var partly = await Payouts.GetAsync("payout", Token);
        var tooMuch = await _gateway.CreditAsync(Credit(7m), Token);
        var rest = await _gateway.CreditAsync(Credit(6m), Token);
        var whole = await Payouts.GetAsync("payout", Token);
        var more = await _gateway.CreditAsync(Credit(1m), Token);

        Assert.Equal(
            [PaymentOutcome.Approved, PaymentOutcome.Rejected, PaymentOutcome.Approved, PaymentOutcome.Rejected],
            new[] { part, tooMuch, rest, more }.Select(result => result.Outcome)
        );
        Assert.Equal(PaymentReason.ExceedsAvailableAmount, tooMuch.Reason);
        Assert.Equal((PayoutStatus.PartiallyFulfilled, Money.Usd(6m)), (partly!.Status, partly.AvailableAmount));
        Assert.Equal((PayoutStatus.Fulfilled, Money.Usd(0m)), (whole!.Status, whole.AvailableAmount));
        Assert.Equal(new[] { part, rest }.Select(result => result.Transaction!.TransactionId), whole.TransactionIds);
    }

    [Theory]
    [InlineData("none", "customer", "USD")]
    [InlineData("payout", "other", "USD")]
    [InlineData("payout", "customer", "EUR")]
    public async Task A_credit_for_what_is_not_there_or_anothers_is_refused(string id, string customer, string currency)
    {
        await Payouts.RequestAsync(Request, Token);

        var result = await _gateway.CreditAsync(
            Credit(1m) with
            {
                PayoutId = id,
                Customer = new Customer { Id = customer },
                Amount = Money.Of(1m, currency),
            },
            Token
        );

        Assert.Equal(PaymentOutcome.Rejected, result.Outcome);
    }

    [Fact]
    public async Task A_lost_credit_counts_and_its_repeat_pays_no_more()
    {
        await Payouts.RequestAsync(Request, Token);
        var credit = Credit(10m);
        _gateway.EnqueueUnknown();

        var lost = await _gateway.CreditAsync(credit, Token);
        var repeated = await _gateway.CreditAsync(credit, Token);

        Assert.Equal(PaymentOutcome.Unknown, lost.Outcome);
        Assert.Equal(PaymentOutcome.Approved, repeated.Outcome);
        Assert.Single((await Payouts.GetAsync("payout", Token))!.TransactionIds);
    }

    [Fact]
    public async Task Without_the_capability_there_are_none_and_no_credit_names_one()
    {
        var gateway = new FakePaymentGateway
        {
            Capabilities = new FakePaymentGateway().Capabilities with { Payouts = false },
        };

        Assert.False(gateway.TryGet<IPayouts>(out _));
        await Assert.ThrowsAsync<PaymentRequestException>(() => gateway.CreditAsync(Credit(1m), Token));
    }

    private static CreditRequest Credit(decimal amount) =>
        PaymentRequests.Credit() with
        {
            IdempotencyKey = new IdempotencyKey($"key-{Guid.NewGuid():N}"),
            Amount = Money.Usd(amount),
            Customer = new Customer { Id = "customer" },
            PayoutId = "payout",
        };

    private async Task<List<string>> IdsAsync(string? customer)
    {
        var ids = new List<string>();
        await foreach (var payout in Payouts.ListAsync(customer, Token))
        {
            ids.Add(payout.Id);
        }

        return ids;
    }
}
