using Checkout.Browser.Running;
using Checkout.Browser.Visits;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Checkout.Browser.Buying;

public sealed class RebillyTests(SharedBrowser browser, ShopFixture shop)
    : ShopTest(browser, shop),
        IClassFixture<ShopFixture>
{
    [Fact]
    public async Task A_card_in_the_hosted_fields_pays_the_order_once()
    {
        var visitor = await VisitAsync();

        var number = await visitor.BuyAsync(TestCard.Approved);

        await visitor.ExpectAsync("Paid");
        var entry = Assert.Single(await Ledger.ExpectAsync(number, "Sale"));
        await Expect(visitor.Page.GetByTestId("ledger")).ToContainTextAsync(entry.Id);
        Assert.Equal("Rebilly", entry.Provider);
    }

    [Fact]
    public async Task A_declined_card_charges_nothing_and_another_card_pays()
    {
        var visitor = await VisitAsync();

        var number = await visitor.BuyAsync(TestCard.Declined);

        await visitor.ExpectAsync("Open");
        await Expect(visitor.Page.GetByTestId("shopper-message")).ToContainTextAsync("You have not been charged.");
        await Ledger.ExpectAsync(number);

        await visitor.Page.ClickAsync("#pay-again");
        await visitor.Page.ClickAsync("#pay");
        await visitor.AtCardAsync();
        await visitor.EnterAsync(TestCard.MasterCard);

        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Sale");
    }

    [Fact]
    public async Task A_payment_that_is_approved_at_the_bank_is_paid()
    {
        var visitor = await VisitAsync();

        var number = await visitor.BuyAsync(TestCard.AsksForApproval);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();

        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Sale");
    }

    [Fact]
    public async Task A_payment_that_is_canceled_at_the_bank_charges_nothing_and_another_card_pays()
    {
        var visitor = await VisitAsync();

        var number = await visitor.BuyAsync(TestCard.AsksForApproval);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

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
    public async Task A_shopper_who_left_the_bank_goes_on_from_the_order()
    {
        var visitor = await VisitAsync();
        var number = await visitor.BuyAsync(TestCard.AsksForApproval);
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToBeVisibleAsync();

        await visitor.GoToOrderAsync(number);
        await visitor.ExpectAsync("Paying");
        await visitor.Page.ClickAsync("#to-bank");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();

        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Sale");
    }

    [Fact]
    public async Task A_card_that_was_kept_pays_the_next_order_without_being_entered()
    {
        var visitor = await VisitAsync();
        await visitor.BuyAsync(TestCard.Approved, () => visitor.Page.CheckAsync("#keep"));
        await visitor.ExpectAsync("Paid");

        await visitor.FillCartAsync("NUT-10");
        await Expect(visitor.Page.GetByLabel("Visa ending in 1111")).ToBeCheckedAsync();
        await visitor.PlaceOrder.ClickAsync();

        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(await visitor.NumberAsync(), "Sale");
    }

    [Fact]
    public async Task A_business_order_sends_its_purchase_order_and_line_items()
    {
        var visitor = await VisitAsync();

        var number = await visitor.BuyAsync(
            TestCard.Approved,
            async () =>
            {
                await visitor.Page.CheckAsync("#IsBusiness");
                await visitor.Page.FillAsync("#PurchaseOrder", "PO-88");
            }
        );

        await visitor.ExpectAsync("Paid");
        await Expect(visitor.Page.GetByTestId("purchase-order")).ToHaveTextAsync("PO-88");
        await Expect(visitor.Page.GetByTestId("data-level")).ToContainTextAsync("Level III sent");
        await Ledger.ExpectAsync(number, "Sale");
    }

    [Fact]
    public async Task A_business_order_without_a_purchase_order_number_is_not_placed()
    {
        var visitor = await VisitAsync();
        await visitor.FillCartAsync();
        await visitor.Page.CheckAsync("#IsBusiness");

        await visitor.PlaceOrder.ClickAsync();

        await Expect(visitor.Page.Locator("#form-problems")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("#PurchaseOrder")).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.GoAsync("orders");
        await Expect(visitor.Page.Locator("tbody tr")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_keyboard_is_enough_to_buy()
    {
        var visitor = await VisitAsync();
        await visitor.GoAsync("");
        await visitor.PressAsync(visitor.Page.Locator("#add-HAMMER-16"));
        await visitor.PressAsync(visitor.Page.Locator("#to-checkout"));
        await visitor.PressAsync(visitor.PlaceOrder);
        var number = await visitor.AtCardAsync();

        await visitor.TabToAsync(visitor.CardFrame.GetByLabel("Card number"));
        await visitor.Page.Keyboard.TypeAsync(TestCard.Approved.Number);
        await visitor.TabToAsync(visitor.CardFrame.GetByLabel("Expiry date"));
        await visitor.Page.Keyboard.TypeAsync("12/49");
        await visitor.TabToAsync(visitor.CardFrame.GetByLabel("Security code"));
        await visitor.Page.Keyboard.TypeAsync("123");
        await visitor.PressAsync(visitor.CardFrame.GetByTestId("submit-card"));

        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Sale");
    }
}
