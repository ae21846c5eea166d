using Checkout.Browser.Running;
using Checkout.Browser.Visits;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Checkout.Browser.Buying;

/// <summary>Whatever the shopper does twice, the provider charges once.</summary>
public sealed class OnceTests(SharedBrowser browser, ShopFixture shop)
    : ShopTest(browser, shop),
        IClassFixture<ShopFixture>
{
    private const int Times = 5;

    [Fact]
    public async Task A_double_click_on_the_order_and_on_the_card_charges_once()
    {
        var visitor = await VisitAsync();
        await visitor.FillCartAsync();
        await visitor.PlaceOrder.DblClickAsync();
        var number = await visitor.AtCardAsync();
        await visitor.FillCardAsync(TestCard.Approved);

        await visitor.CardFrame.GetByTestId("submit-card").DblClickAsync();

        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Sale");
        await ExpectOrdersAsync(visitor, 1);
    }

    [Fact]
    public async Task A_double_click_without_scripts_places_one_order()
    {
        var visitor = await VisitAsync(scripts: false);
        await visitor.FillCartAsync();

        await visitor.PlaceOrder.DblClickAsync();

        // The second click shows the order when the first one has not reached the card yet.
        await visitor.AtOrderAsync();
        await ExpectOrdersAsync(visitor, 1);
    }

    [Fact]
    public async Task An_order_that_is_sent_several_times_at_once_charges_the_stored_card_once()
    {
        var visitor = await VisitAsync();
        await visitor.BuyAsync(TestCard.Approved, () => visitor.Page.CheckAsync("#keep"));
        await visitor.ExpectAsync("Paid");
        await visitor.FillCartAsync();
        var form = await StoredForm.OfAsync(visitor, visitor.PlaceOrder);

        var answers = await form.SendAtOnceAsync(Times);

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        var number = Assert.Single(answers.Select(answer => Visitor.NumberIn(answer.Url)).Distinct());
        await visitor.GoToOrderAsync(number);
        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Sale");
        await ExpectOrdersAsync(visitor, 2);
    }

    [Fact]
    public async Task The_back_button_leads_to_the_order_that_is_paid()
    {
        var visitor = await VisitAsync();
        await visitor.FillCartAsync();
        var checkout = await StoredForm.OfAsync(visitor, visitor.PlaceOrder);
        var number = await visitor.PlaceAsync();
        await visitor.EnterAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paid");

        await visitor.Page.GoBackAsync();

        Assert.Equal(number, await visitor.NumberAsync());
        await visitor.ExpectAsync("Paid");
        // A browser that has kept the page of the checkout sends it as it was.
        var again = await checkout.SendAsync();
        Assert.Equal(number, Visitor.NumberIn(again.Url));
        await Ledger.ExpectAsync(number, "Sale");
        await ExpectOrdersAsync(visitor, 1);
    }

    [Fact]
    public async Task Two_tabs_with_the_same_cart_charge_once()
    {
        var visitor = await VisitAsync();
        await visitor.FillCartAsync();
        var first = await visitor.OpenTabAsync();
        var second = visitor.Page;
        await visitor.GoAsync("checkout");
        await Expect(visitor.PlaceOrder).ToBeVisibleAsync();

        visitor.Use(first);
        var number = await visitor.PlaceAsync();
        await visitor.FillCardAsync(TestCard.Approved);
        visitor.Use(second);
        Assert.Equal(number, await visitor.PlaceAsync());
        await visitor.FillCardAsync(TestCard.MasterCard);
        await Task.WhenAll(SubmitAsync(first), SubmitAsync(second));

        await visitor.ExpectAsync("Paid");
        visitor.Use(first);
        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Sale");
        await ExpectOrdersAsync(visitor, 1);
    }

    [Fact]
    public async Task A_refund_that_is_sent_several_times_at_once_is_one_refund()
    {
        var visitor = await VisitAsync();
        var number = await visitor.BuyAsync(TestCard.Approved);
        await visitor.ExpectAsync("Paid");
        await visitor.Page.FillAsync("#refund-amount", "10");
        var form = await StoredForm.OfAsync(visitor, visitor.Page.Locator("#refund"));

        await form.SendAtOnceAsync(Times);

        await visitor.GoToOrderAsync(number);
        await Expect(visitor.Page.GetByTestId("order-refunded")).ToHaveTextAsync("10.00 USD");
        await Ledger.ExpectAsync(number, "Sale", "Refund");
    }

    [Fact]
    public async Task A_capture_that_is_sent_several_times_at_once_is_one_capture()
    {
        var visitor = await VisitAsync();
        var number = await visitor.BuyAsync(TestCard.Approved, () => visitor.Page.CheckAsync("#CaptureLater"));
        await visitor.ExpectAsync("Authorized");
        var form = await StoredForm.OfAsync(visitor, visitor.Page.Locator("#capture"));

        await form.SendAtOnceAsync(Times);

        await visitor.GoToOrderAsync(number);
        await visitor.ExpectAsync("Paid");
        await Ledger.ExpectAsync(number, "Authorize", "Capture");
    }

    private static Task SubmitAsync(IPage tab) =>
        tab.FrameLocator("#card-frame").GetByTestId("submit-card").ClickAsync();

    private static async Task ExpectOrdersAsync(Visitor visitor, int count)
    {
        await visitor.GoAsync("orders");
        await Expect(visitor.Page.Locator("tbody tr")).ToHaveCountAsync(count);
    }
}
