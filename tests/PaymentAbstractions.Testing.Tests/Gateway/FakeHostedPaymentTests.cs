namespace PaymentAbstractions.Testing.Tests;

public sealed class FakeHostedPaymentTests
{
    private static readonly SaleRequest Sale = PaymentRequests.Sale() with
    {
        PaymentMethod = new CustomerChoicePaymentMethod(),
        ReturnUrl = new Uri("https://shop.example/paid"),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_that_is_entered_in_the_browser_pays_once()
    {
        var gateway = new FakePaymentGateway();
        var hosted = HostedOf(gateway);

        var started = await hosted.StartAsync(Sale, Token);
        var paid = await hosted.CompleteAsync(Sale, FakePaymentGateway.ReturnedFields, Token);
        var restarted = await hosted.StartAsync(Sale, Token);
        var reopened = await hosted.CompleteAsync(Sale, new Dictionary<string, string>(), Token);

        Assert.Equal(PaymentOutcome.Pending, started.Outcome);
        Assert.IsType<FormPostAction>(started.NextAction);
        Assert.True(paid.IsApproved, $"{paid}");
        Assert.Equal((paid.Transaction, paid.Transaction), (restarted.Transaction, reopened.Transaction));
    }

    [Fact]
    public async Task A_browser_that_brings_nothing_back_pays_nothing()
    {
        var hosted = HostedOf(new FakePaymentGateway());
        await hosted.StartAsync(Sale, Token);

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            hosted.CompleteAsync(Sale, new Dictionary<string, string>(), Token)
        );

        Assert.Equal("returnedFields", Assert.Single(refusal.Problems).Field);
        Assert.True((await hosted.CompleteAsync(Sale, FakePaymentGateway.ReturnedFields, Token)).IsApproved);
    }

    [Fact]
    public async Task A_decline_ends_the_attempt_and_the_next_one_is_started_under_a_key_of_its_own()
    {
        var gateway = new FakePaymentGateway();
        gateway.Enqueue(PaymentOperation.Sale, request => PaymentResults.Declined(request));
        var hosted = HostedOf(gateway);

        var declined = await hosted.CompleteAsync(Sale, FakePaymentGateway.ReturnedFields, Token);
        var same = await hosted.StartAsync(Sale, Token);
        var next = await hosted.StartAsync(Sale with { IdempotencyKey = new IdempotencyKey("second") }, Token);

        Assert.Equal(PaymentOutcome.Declined, declined.Outcome);
        Assert.Equal(PaymentOutcome.Declined, same.Outcome);
        Assert.Equal(PaymentOutcome.Pending, next.Outcome);
    }

    [Fact]
    public async Task A_card_that_is_entered_in_the_browser_is_stored()
    {
        var gateway = new FakePaymentGateway();
        var request = new StorePaymentMethodRequest
        {
            CustomerId = "cus_77",
            PaymentMethod = new CustomerChoicePaymentMethod(),
            ReturnUrl = new Uri("https://shop.example/cards"),
        };
        Assert.True(gateway.TryGet<ICustomerVault>(out var vault));
        await vault.UpsertCustomerAsync(new Customer { Id = "cus_77" }, Token);

        var started = await HostedOf(gateway).StartAsync(request, Token);
        var stored = await HostedOf(gateway).CompleteAsync(request, FakePaymentGateway.ReturnedFields, Token);

        Assert.Equal((PaymentOutcome.Pending, true), (started.Outcome, started.NextAction is FormPostAction));
        Assert.Equal((PaymentOutcome.Approved, true), (stored.Outcome, stored.Id is not null));
    }

    [Fact]
    public void Without_the_capability_there_is_no_hosted_entry()
    {
        var gateway = new FakePaymentGateway();
        gateway = new FakePaymentGateway { Capabilities = gateway.Capabilities with { Hosted = null } };

        Assert.False(gateway.TryGet<IHostedPayment>(out _));
    }

    private static IHostedPayment HostedOf(FakePaymentGateway gateway) =>
        gateway.TryGet<IHostedPayment>(out var hosted)
            ? hosted
            : throw new InvalidOperationException("There is no hosted entry.");
}
