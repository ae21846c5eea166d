using System.Net.Http.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions;
using PaymentAbstractions.Testing;
using WebShop.Checkout;
using WebShop.Orders;

namespace WebShop.Tests;

/// <summary>The whole application over its own routes, without keys, a journal file or a network.</summary>
public sealed class WebShopTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly FakePaymentGateway _gateway;
    private readonly WebApplicationFactory<Program> _shop;

    public WebShopTests()
    {
        _gateway = new FakePaymentGateway { TimeProvider = _clock };
        _shop = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.ConfigureTestServices(services => services.ReplacePaymentGateways(_gateway))
        );
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Order Order => _shop.Services.GetRequiredService<OrderBook>()["1001"];

    [Fact]
    public async Task A_shopper_pays_with_another_card_after_a_decline()
    {
        _gateway.Enqueue(PaymentOperation.Sale, sale => PaymentResults.Declined(sale, "43"));

        var declined = await PayAsync();
        var paid = await PayAsync();

        Assert.Equal((NextStep.UseAnotherCard, NextStep.ThankYou), (declined.Step, paid.Step));
        Assert.Equal(OrderStatus.Paid, Order.Status);
    }

    [Fact]
    public async Task Recovery_closes_the_order_of_a_payment_whose_answer_was_lost()
    {
        _gateway.EnqueueUnknown(moneyMoved: true);
        await PayAsync();
        Assert.Equal(OrderStatus.InDoubt, Order.Status);

        // In production recovery runs by itself; here the test says when.
        _clock.Advance(TimeSpan.FromMinutes(10));
        await _shop.Services.GetRequiredService<IPaymentRecovery>().RecoverAsync(Token);

        Assert.Equal(OrderStatus.Paid, Order.Status);
        Assert.Single(_gateway.Calls);
    }

    public void Dispose() => _shop.Dispose();

    private async Task<CheckoutAnswer> PayAsync()
    {
        using var browser = _shop.CreateClient();
        var response = await browser.PostAsJsonAsync(
            "/orders/1001/pay",
            new CardInput("token-from-the-browser"),
            Token
        );
        return (await response.Content.ReadFromJsonAsync<CheckoutAnswer>(Token))!;
    }
}
