using Checkout.Browser.Running;
using Checkout.Browser.Visits;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Checkout.Browser.Trouble;

public sealed class KilledShopTests(SharedBrowser browser, ShopFixture shop)
    : ShopTest(browser, shop),
        IClassFixture<ShopFixture>
{
    private readonly ShopFixture _shop = shop;

    [Fact]
    public async Task A_shop_that_is_killed_during_a_payment_finds_it_and_charges_once()
    {
        var visitor = await VisitAsync();
        visitor.Watch.Permit("net::ERR_");
        await visitor.OperateAsync("#kill");

        var number = await visitor.BuyAsync(TestCard.Approved);
        await Shop.OpenedAsync();

        await visitor.GoToOrderAsync(number);
        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Sale");
        Assert.Contains("The shop died", Shop.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_run_with_the_same_data_knows_the_orders_of_the_first_one()
    {
        var visitor = await VisitAsync();
        var number = await visitor.BuyAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paid");
        var transaction = await visitor.Page.GetByTestId("transaction").InnerTextAsync();

        visitor.Watch.Permit("net::ERR_");
        await _shop.RunAgainAsync();

        await visitor.GoAsync("orders");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await visitor.ExpectAsync("Paid");
        await Expect(visitor.Page.GetByTestId("transaction")).ToHaveTextAsync(transaction);
        await Expect(visitor.Page.GetByTestId("forgotten")).ToContainTextAsync(transaction);
        var next = await visitor.BuyAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(next, "Sale");
    }
}
