using System.Runtime.CompilerServices;
using Checkout.Browser.Running;
using Checkout.Browser.Visits;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Checkout.Browser.Looks;

/// <summary>The picture of the documentation, taken anew with <c>UPDATE_SCREENSHOTS=1</c>.</summary>
public sealed class ShopPictureTests(SharedBrowser browser, ShopFixture shop)
    : ShopTest(browser, shop),
        IClassFixture<ShopFixture>
{
    private const int MaxBytes = 250_000;

    [Fact]
    public async Task An_order_beside_the_provider_s_ledger_is_the_picture_of_the_shop()
    {
        var visitor = await VisitAsync();
        await visitor.FillCartAsync("BOLT-10", "NUT-10", "WRENCH-17");
        await visitor.Page.CheckAsync("#IsBusiness");
        await visitor.Page.FillAsync("#PurchaseOrder", "PO-2026-88");
        await visitor.Page.CheckAsync("#CaptureLater");
        var number = await visitor.PlaceAsync();
        await visitor.EnterAsync(TestCard.Approved);
        await visitor.ExpectAsync("Authorized");
        await visitor.Page.ClickAsync("#capture");
        await visitor.ExpectAsync("Paid");
        await visitor.Page.FillAsync("#refund-amount", "18.90");
        await visitor.Page.ClickAsync("#refund");
        await Expect(visitor.Page.GetByTestId("order-refunded")).ToHaveTextAsync("18.90 USD");
        await Expect(visitor.Page.GetByTestId("ledger").Locator("tbody tr")).ToHaveCountAsync(3);
        await Ledger.ExpectAsync(number, "Authorize", "Capture", "Refund");

        var picture = await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Target() });

        Assert.InRange(picture.Length, 1, MaxBytes);
    }

    private static string Target([CallerFilePath] string here = "") =>
        Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") == "1"
            ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/images/shop.png"))
            : Path.Combine(AppContext.BaseDirectory, "TestResults", "pictures", "shop.png");
}
