using Checkout.Browser.Running;
using Checkout.Browser.Visits;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Checkout.Browser.Looks;

/// <summary>Every page and state of the shop that shoppers see is accessible: axe, WCAG 2.2 AA, light and dark, wide and narrow.</summary>
public sealed class ShopPagesTests(SharedBrowser browser, ShopFixture shop)
    : ShopTest(browser, shop),
        IClassFixture<ShopFixture>
{
    private readonly Inspection _inspection = new();

    [Fact]
    public async Task Pages_before_an_order_are_accessible()
    {
        var visitor = await VisitAsync();
        // The page that is missing, and nothing else.
        visitor.Watch.Permit("404");
        await InspectAsync(visitor, "", "catalog");
        await InspectAsync(visitor, "cart", "cart-empty");
        await InspectAsync(visitor, "orders", "orders-empty");
        await InspectAsync(visitor, "nothing", "missing");
        await visitor.FillCartAsync("BOLT-10", "GLASSES-1");
        await _inspection.OfAsync(visitor.Page, "checkout");
        await visitor.Page.FillAsync("#Zip", "none");
        await visitor.Page.FillAsync("#Email", "");
        await visitor.Page.CheckAsync("#IsBusiness");
        await visitor.PlaceOrder.ClickAsync();
        await Expect(visitor.Page.Locator("#form-problems")).ToBeVisibleAsync();
        await _inspection.OfAsync(visitor.Page, "checkout-problems");
        await visitor.GoAsync("");
        await visitor.Page.ClickAsync("#add-NUT-10");
        await _inspection.OfAsync(visitor.Page, "cart");

        Assert.Empty(_inspection.Findings);
    }

    [Fact]
    public async Task Pages_of_a_payment_are_accessible()
    {
        var visitor = await VisitAsync();
        await visitor.FillCartAsync();
        await visitor.Page.CheckAsync("#keep");
        var number = await visitor.PlaceAsync();
        await Expect(visitor.CardFrame.GetByTestId("submit-card")).ToBeVisibleAsync();
        await _inspection.OfAsync(visitor.Page, "card");
        await InspectAsync(visitor, $"orders/{number}", "order-entering-card");
        await visitor.Page.ClickAsync("#enter-card");
        await visitor.EnterAsync(TestCard.Declined);
        await visitor.ExpectAsync("Open");
        await _inspection.OfAsync(visitor.Page, "order-declined");
        await visitor.Page.ClickAsync("#pay-again");
        await _inspection.OfAsync(visitor.Page, "pay");
        await visitor.Page.ClickAsync("#pay");
        await visitor.AtCardAsync();
        await visitor.EnterAsync(TestCard.AsksForApproval);
        var approve = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" });
        await Expect(approve).ToBeVisibleAsync();
        await _inspection.OfAsync(visitor.Page, "bank");
        await InspectAsync(visitor, $"orders/{number}", "order-at-the-bank");
        await visitor.Page.ClickAsync("#to-bank");
        await approve.ClickAsync();
        await visitor.ExpectAsync("Paid");
        await _inspection.OfAsync(visitor.Page, "order-paid");

        Assert.Empty(_inspection.Findings);
    }

    [Fact]
    public async Task Pages_of_orders_are_accessible()
    {
        var visitor = await VisitAsync();
        await visitor.BuyAsync(
            TestCard.Approved,
            async () =>
            {
                await visitor.Page.CheckAsync("#keep");
                await visitor.Page.CheckAsync("#CaptureLater");
                await visitor.Page.CheckAsync("#IsBusiness");
                await visitor.Page.FillAsync("#PurchaseOrder", "PO-2026-88");
            }
        );
        await visitor.ExpectAsync("Authorized");
        await _inspection.OfAsync(visitor.Page, "order-authorized");
        await visitor.Page.ClickAsync("#capture");
        await visitor.ExpectAsync("Paid");
        await visitor.Page.FillAsync("#refund-amount", "1000");
        await visitor.Page.ClickAsync("#refund");
        await Expect(visitor.Page.GetByTestId("problem")).ToBeVisibleAsync();
        await _inspection.OfAsync(visitor.Page, "order-refund-refused");
        await visitor.Page.FillAsync("#refund-amount", "10");
        await visitor.Page.ClickAsync("#refund");
        await Expect(visitor.Page.GetByTestId("order-refunded")).ToBeVisibleAsync();
        await _inspection.OfAsync(visitor.Page, "order-partly-refunded");
        await visitor.Page.ClickAsync("#refund");
        await visitor.ExpectAsync("Reversed");
        await _inspection.OfAsync(visitor.Page, "order-reversed");
        await InspectAsync(visitor, "orders", "orders");
        await visitor.FillCartAsync();
        await _inspection.OfAsync(visitor.Page, "checkout-stored-card");

        Assert.Empty(_inspection.Findings);
    }

    private async Task InspectAsync(Visitor visitor, string path, string name)
    {
        await visitor.GoAsync(path);
        await _inspection.OfAsync(visitor.Page, name);
    }
}
