using Checkout.Browser.Running;
using Checkout.Browser.Visits;
using static Microsoft.Playwright.Assertions;

namespace Checkout.Browser.Buying;

public sealed class AfterSaleTests(SharedBrowser browser, ShopFixture shop)
    : ShopTest(browser, shop),
        IClassFixture<ShopFixture>
{
    [Fact]
    public async Task A_part_is_refunded_and_then_the_rest()
    {
        var visitor = await VisitAsync();
        var number = await visitor.BuyAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paid");

        await visitor.Page.FillAsync("#refund-amount", "12.50");
        await visitor.Page.ClickAsync("#refund");

        await Expect(visitor.Page.GetByTestId("order-refunded")).ToHaveTextAsync("12.50 USD");
        await Expect(visitor.State).ToHaveTextAsync("Partly refunded");
        var entries = await Ledger.ExpectAsync(number, "Sale", "Refund");
        Assert.Equal(12.50m, entries[1].Amount);

        await visitor.Page.ClickAsync("#refund");

        await visitor.ExpectAsync("Reversed");
        entries = await Ledger.ExpectAsync(number, "Sale", "Refund", "Refund");
        Assert.Equal(entries[0].Amount, entries[1].Amount + entries[2].Amount);
    }

    [Fact]
    public async Task A_card_that_the_shopper_did_not_agree_to_keep_is_not_offered_again()
    {
        var visitor = await VisitAsync();
        var number = await visitor.BuyAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paid");

        await visitor.FillCartAsync();
        await Expect(visitor.Page.GetByText("(stored)")).ToHaveCountAsync(0);
        await visitor.GoToOrderAsync(number);
        await visitor.Page.ClickAsync("#void");
        await visitor.ExpectAsync("Reversed");

        await visitor.FillCartAsync();
        await Expect(visitor.Page.GetByText("(stored)")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1000")]
    [InlineData("ten")]
    public async Task An_amount_that_cannot_be_refunded_is_refused(string amount)
    {
        var visitor = await VisitAsync();
        var number = await visitor.BuyAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paid");

        await visitor.Page.FillAsync("#refund-amount", amount);
        await visitor.Page.ClickAsync("#refund");

        await Expect(visitor.Page.GetByTestId("problem")).ToContainTextAsync("Nothing was refunded.");
        await Ledger.ExpectAsync(number, "Sale");
    }

    [Fact]
    public async Task A_reserved_amount_is_charged_later()
    {
        var visitor = await VisitAsync();
        var number = await visitor.BuyAsync(TestCard.Approved, () => visitor.Page.CheckAsync("#CaptureLater"));
        await visitor.ExpectAsync("Authorized");
        await Ledger.ExpectAsync(number, "Authorize");

        await visitor.Page.ClickAsync("#capture");

        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Authorize", "Capture");
    }

    [Fact]
    public async Task A_reserved_amount_is_voided()
    {
        var visitor = await VisitAsync();
        var number = await visitor.BuyAsync(TestCard.Approved, () => visitor.Page.CheckAsync("#CaptureLater"));
        await visitor.ExpectAsync("Authorized");

        await visitor.Page.ClickAsync("#void");

        await visitor.ExpectAsync("Reversed");
        await Ledger.ExpectAsync(number, "Authorize", "Void");
    }

    [Fact]
    public async Task A_voided_order_is_paid_again_only_after_a_person_permits_it()
    {
        var visitor = await VisitAsync();
        var number = await visitor.BuyAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paid");
        await visitor.Page.ClickAsync("#void");
        await visitor.ExpectAsync("Reversed");
        await Expect(visitor.Page.Locator("#pay-again")).ToHaveCountAsync(0);

        await visitor.PermitAsync(number);

        await visitor.GoToOrderAsync(number);
        await Expect(visitor.Page.Locator("#order-status")).ToContainTextAsync("Grace Hopper: Asked the provider");
        await visitor.Page.ClickAsync("#pay-again");
        await visitor.Page.CheckAsync("#card-new");
        await visitor.Page.ClickAsync("#pay");
        await visitor.AtCardAsync();
        await visitor.EnterAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Sale", "Void", "Sale");
    }
}
