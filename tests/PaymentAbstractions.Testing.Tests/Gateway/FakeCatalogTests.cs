namespace PaymentAbstractions.Testing.Tests;

public sealed class FakeCatalogTests
{
    private static readonly PaymentMethodQuery Query = new() { Amount = Money.Usd(10m) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_lists_what_the_test_says_in_its_order()
    {
        ValueList<PaymentMethodOffer> offers =
        [
            new PaymentMethodOffer { Method = "paypal" },
            new PaymentMethodOffer { Method = "payment-card", Feature = "Apple Pay" },
        ];
        var gateway = new FakePaymentGateway { PaymentMethodOffers = offers };

        Assert.True(gateway.TryGet<IPaymentMethodCatalog>(out var catalog));
        Assert.Equal(offers, await catalog.ListAsync(Query, Token));
        Assert.Empty(gateway.Calls);
    }

    [Fact]
    public async Task By_default_there_are_cards_and_paypal()
    {
        Assert.True(new FakePaymentGateway().TryGet<IPaymentMethodCatalog>(out var catalog));

        var offers = await catalog.ListAsync(Query, Token);

        Assert.Equal(["payment-card", "paypal"], offers.Select(offer => offer.Method));
    }

    [Fact]
    public async Task An_invalid_query_is_refused_as_by_every_gateway()
    {
        Assert.True(new FakePaymentGateway().TryGet<IPaymentMethodCatalog>(out var catalog));

        await Assert.ThrowsAsync<PaymentRequestException>(() =>
            catalog.ListAsync(Query with { Amount = Money.Usd(0m) }, Token)
        );
    }

    [Fact]
    public void Without_the_capability_there_is_none()
    {
        var gateway = new FakePaymentGateway
        {
            Capabilities = new FakePaymentGateway().Capabilities with { PaymentMethodCatalog = false },
        };

        Assert.False(gateway.TryGet<IPaymentMethodCatalog>(out _));
    }
}
