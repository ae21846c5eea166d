using Checkout.Browser.Running;
using Checkout.Browser.Visits;

namespace Checkout.Browser.Trouble;

public sealed class ProviderFaultTests(SharedBrowser browser, ShopFixture shop)
    : ShopTest(browser, shop),
        IClassFixture<ShopFixture>
{
    [Fact]
    public async Task A_timeout_after_charging_is_found_and_charged_once()
    {
        var visitor = await VisitAsync();
        await visitor.OperateAsync("#fault-timeout");

        var number = await visitor.BuyAsync(TestCard.Approved);

        // On a busy machine the notification may come before the page is seen, so the state in between is not awaited here.
        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Sale");
    }

    [Fact]
    public async Task A_connection_that_is_lost_before_charging_is_paid_again_only_after_a_person_permits_it()
    {
        var visitor = await VisitAsync();
        await visitor.OperateAsync("#fault-reset-before");
        var number = await visitor.BuyAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paying");
        // The provider shows no such payment, which does not prove that there will be none.
        await visitor.Page.ClickAsync("#finish");
        await visitor.ExpectAsync("Paying");
        await Ledger.ExpectAsync(number);

        await visitor.PermitAsync(number);

        await visitor.GoToOrderAsync(number);
        await visitor.Page.ClickAsync("#pay-again");
        await visitor.Page.CheckAsync("#card-new");
        await visitor.Page.ClickAsync("#pay");
        await visitor.AtCardAsync();
        await visitor.EnterAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Sale");
    }
}
