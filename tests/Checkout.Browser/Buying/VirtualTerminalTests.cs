using Checkout.Browser.Running;
using Checkout.Browser.Visits;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Checkout.Browser.Buying;

public sealed class VirtualTerminalTests(SharedBrowser browser, ShopFixture shop)
    : ShopTest(browser, shop),
        IClassFixture<ShopFixture>
{
    [Fact]
    public async Task A_card_in_the_form_pays_the_order_once()
    {
        var visitor = await VisitTerminalAsync();

        await visitor.FillCartAsync();
        var number = await visitor.PlaceAsync();
        await visitor.FillCardAsync(TestCard.Approved);
        await visitor.CardFrame.GetByTestId("submit-card").DblClickAsync();

        await visitor.ExpectAsync("Paid");
        Assert.Equal("VirtualTerminal", Assert.Single(await Ledger.ExpectAsync(number, "Sale")).Provider);
    }

    [Fact]
    public async Task A_card_that_is_refused_charges_nothing_and_another_card_pays()
    {
        var visitor = await VisitTerminalAsync();

        var number = await visitor.BuyAsync(TestCard.Expired);

        await visitor.ExpectAsync("Open");
        await Ledger.ExpectAsync(number);
        await visitor.Page.ClickAsync("#pay-again");
        await visitor.Page.ClickAsync("#pay");
        await visitor.AtCardAsync();
        await visitor.EnterAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Sale");
    }

    [Fact]
    public async Task A_business_order_sends_its_purchase_order()
    {
        var visitor = await VisitTerminalAsync();
        await visitor.FillCartAsync("BOLT-10", "WRENCH-17");
        await visitor.Page.CheckAsync("#IsBusiness");
        await visitor.Page.FillAsync("#PurchaseOrder", "PO-88");

        var number = await visitor.PlaceAsync();
        await visitor.EnterAsync(TestCard.Approved);

        await visitor.ExpectAsync("Paid");
        await Expect(visitor.Page.GetByTestId("data-level")).ToContainTextAsync("Level II sent");
        var sale = Assert.Single(await Ledger.ExpectAsync(number, "Sale"));
        Assert.Equal("PO-88", sale.CustomerPONumber);
        Assert.Equal(2, sale.DataLevel);
    }

    [Fact]
    public async Task A_payment_is_voided_before_it_settles()
    {
        var visitor = await VisitTerminalAsync();
        var number = await visitor.BuyAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paid");

        await visitor.Page.ClickAsync("#void");

        await visitor.ExpectAsync("Reversed");
        await Ledger.ExpectAsync(number, "Sale", "Void");
    }

    [Fact]
    public async Task A_timeout_after_charging_is_found_and_charged_once()
    {
        var visitor = await VisitTerminalAsync();
        await visitor.OperateAsync("#fault-timeout");

        var number = await visitor.BuyAsync(TestCard.Approved);

        // On a busy machine the look-up may come before the page is seen, so the state in between is not awaited here.
        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Sale");
    }

    [Fact]
    public async Task An_order_stays_with_the_gateway_that_took_its_payment()
    {
        var visitor = await VisitAsync();
        await SwitchAsync(visitor, "rebilly");
        var number = await visitor.BuyAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paid");
        await SwitchAsync(visitor, "terminal");

        await visitor.GoToOrderAsync(number);
        await visitor.Page.FillAsync("#refund-amount", "5");
        await visitor.Page.ClickAsync("#refund");

        await Expect(visitor.Page.GetByTestId("order-refunded")).ToHaveTextAsync("5.00 USD");
        var entries = await Ledger.ExpectAsync(number, "Sale", "Refund");
        Assert.All(entries, entry => Assert.Equal("Rebilly", entry.Provider));
    }

    private async Task<Visitor> VisitTerminalAsync()
    {
        var visitor = await VisitAsync();
        await SwitchAsync(visitor, "terminal");
        return visitor;
    }

    private static async Task SwitchAsync(Visitor visitor, string gateway)
    {
        await visitor.GoAsync("operator");
        var button = visitor.Page.Locator($"#switch-{gateway}");
        if (await button.CountAsync() == 1)
        {
            await button.ClickAsync();
            await Expect(visitor.Page.GetByTestId("notice")).ToHaveTextAsync($"New payments go to {gateway}.");
        }

        await Expect(visitor.Page.GetByRole(AriaRole.Row, new() { Name = gateway }).GetByTestId("in-use"))
            .ToBeVisibleAsync();
    }
}
