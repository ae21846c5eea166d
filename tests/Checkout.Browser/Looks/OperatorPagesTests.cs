using Checkout.Browser.Running;
using Checkout.Browser.Visits;
using static Microsoft.Playwright.Assertions;

namespace Checkout.Browser.Looks;

/// <summary>The operator's page and the emulators' own pages are accessible, too.</summary>
public sealed class OperatorPagesTests(SharedBrowser browser, PatientShopFixture shop)
    : ShopTest(browser, shop),
        IClassFixture<PatientShopFixture>
{
    private readonly Inspection _inspection = new();

    [Fact]
    public async Task Pages_of_payments_in_doubt_are_accessible()
    {
        var visitor = await VisitAsync();
        await visitor.OperateAsync("#fault-reset");
        await visitor.BuyAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paying");
        await _inspection.OfAsync(visitor.Page, "order-in-doubt");
        await visitor.GoAsync("operator");
        await visitor.Page.GetByTestId("resolve-open").ClickAsync();
        await visitor.Page.ClickAsync("#permit-open");
        await _inspection.OfAsync(visitor.Page, "operator-doubt");
        await visitor.Page.GetByTestId("look-up").ClickAsync();
        await Expect(visitor.Page.GetByTestId("no-doubts")).ToBeVisibleAsync();
        await _inspection.OfAsync(visitor.Page, "operator-resolved");

        var number = await visitor.BuyAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paid");
        await visitor.OperateAsync("#fault-reset");
        await visitor.GoToOrderAsync(number);
        await visitor.Page.FillAsync("#refund-amount", "10");
        await visitor.Page.ClickAsync("#refund");
        await Expect(visitor.Page.Locator("#finish")).ToBeVisibleAsync();
        await _inspection.OfAsync(visitor.Page, "order-refund-in-doubt");

        Assert.Empty(_inspection.Findings);
    }

    [Fact]
    public async Task The_armed_killer_is_shown_accessibly()
    {
        var visitor = await VisitAsync();
        await visitor.OperateAsync("#kill");
        await Expect(visitor.Page.GetByTestId("killer-armed")).ToBeVisibleAsync();
        await _inspection.OfAsync(visitor.Page, "operator-armed");
        await visitor.OperateAsync("#fault-none");

        Assert.Empty(_inspection.Findings);
    }

    [Fact]
    public async Task Pages_of_the_emulators_are_accessible()
    {
        var visitor = await VisitAsync();
        await visitor.FillCartAsync();
        await visitor.PlaceAsync();
        var fields = await visitor.Page.Locator("#card-frame").GetAttributeAsync("src");
        await visitor.Page.GotoAsync(fields!);
        await _inspection.OfAsync(visitor.Page, "hosted-fields");
        await visitor.Page.GetByLabel("Card number").FillAsync("4111111111111112");
        await visitor.Page.GetByLabel("Expiry date").FillAsync("12/49");
        await visitor.Page.GetByLabel("Security code").FillAsync("123");
        visitor.Watch.Permit("422");
        await visitor.Page.GetByTestId("submit-card").ClickAsync();
        await Expect(visitor.Page.Locator("#problem")).ToContainTextAsync("was not accepted");
        await _inspection.OfAsync(visitor.Page, "hosted-fields-problem");

        await visitor.OperateAsync("#switch-terminal");
        await visitor.FillCartAsync("NUT-10");
        await visitor.PlaceAsync();
        var form = await visitor.Page.Locator("#card-frame").GetAttributeAsync("src");
        await visitor.Page.GotoAsync(form!);
        await _inspection.OfAsync(visitor.Page, "hosted-form");
        await visitor.OperateAsync("#switch-rebilly");

        await visitor.Page.GotoAsync(Ledger.Page.AbsoluteUri);
        await Expect(visitor.Page.Locator("#requests table")).ToBeVisibleAsync();
        await _inspection.OfAsync(visitor.Page, "console");

        Assert.Empty(_inspection.Findings);
    }
}
