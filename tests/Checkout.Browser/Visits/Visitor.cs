using System.Text.RegularExpressions;
using Checkout.Browser.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Checkout.Browser.Visits;

/// <summary>A person with a browser profile of their own, and what they do in the shop.</summary>
public sealed partial class Visitor : IAsyncDisposable
{
    public const int Width = 1280;
    public const int Height = 800;

    private readonly Func<RunningShop> _shop;

    private Visitor(IBrowserContext context, IPage page, Watch watch, Func<RunningShop> shop)
    {
        (Context, Page, Watch, _shop) = (context, page, watch, shop);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; private set; }

    public Watch Watch { get; }

    public ILocator State => Page.GetByTestId("order-state");

    public ILocator PlaceOrder => Page.Locator("#place-order");

    public IFrameLocator CardFrame => Page.FrameLocator("#card-frame");

    public static async Task<Visitor> ComeAsync(IBrowser browser, Func<RunningShop> shop, bool scripts = true)
    {
        ArgumentNullException.ThrowIfNull(browser);
        ArgumentNullException.ThrowIfNull(shop);
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = Width, Height = Height },
                JavaScriptEnabled = scripts,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(SharedBrowser.Patience);
        var watch = new Watch(context, shop().Address);
        return new Visitor(context, await context.NewPageAsync(), watch, shop);
    }

    /// <summary>Opens a page of the shop.</summary>
    public Task GoAsync(string path) => Page.GotoAsync(new Uri(_shop().Address, path).AbsoluteUri);

    public Task GoToOrderAsync(string number) => GoAsync($"orders/{number}");

    /// <summary>Opens another tab, which is the visitor's page from now on.</summary>
    public async Task<IPage> OpenTabAsync()
    {
        var before = Page;
        Page = await Context.NewPageAsync();
        return before;
    }

    /// <summary>Goes on in another tab.</summary>
    public void Use(IPage tab) => Page = tab;

    /// <summary>Puts something into the cart and goes to the checkout.</summary>
    public async Task FillCartAsync(params string[] codes)
    {
        foreach (var code in codes is [] ? ["BOLT-10"] : codes)
        {
            await GoAsync("");
            await Page.ClickAsync($"#add-{code}");
        }

        await Page.ClickAsync("#to-checkout");
        await Expect(PlaceOrder).ToBeVisibleAsync();
    }

    /// <summary>Places the order with a card that is entered at the provider.</summary>
    /// <returns>The order's number.</returns>
    public async Task<string> PlaceAsync()
    {
        await Page.CheckAsync("#card-new");
        await PlaceOrder.ClickAsync();
        return await AtCardAsync();
    }

    /// <summary>Waits for a page of an order.</summary>
    public Task AtOrderAsync() => Expect(Page).ToHaveURLAsync(OrderAddress());

    /// <summary>Waits for the page with the card's frame.</summary>
    public async Task<string> AtCardAsync()
    {
        // Not for the load event, which Playwright sometimes misses when a frame loads with its page.
        await Expect(Page).ToHaveURLAsync(CardAddress());
        await Expect(Page.Locator("#card-frame")).ToBeVisibleAsync();
        return NumberIn(Page.Url);
    }

    /// <summary>Enters a test card in the provider's frame.</summary>
    public async Task EnterAsync(TestCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        await FillCardAsync(card);
        await CardFrame.GetByTestId("submit-card").ClickAsync();
    }

    public Task FillCardAsync(TestCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return CardFrame.GetByRole(AriaRole.Button, new() { Name = card.Button, Exact = true }).ClickAsync();
    }

    /// <summary>Buys something with a card that is entered at the provider.</summary>
    /// <returns>The order's number.</returns>
    public async Task<string> BuyAsync(TestCard card, Func<Task>? before = null)
    {
        await FillCartAsync();
        if (before is not null)
        {
            await before();
        }

        var number = await PlaceAsync();
        await EnterAsync(card);
        return number;
    }

    /// <summary>Waits until the page of the order shows a state.</summary>
    public Task ExpectAsync(string state) => Expect(State).ToHaveAttributeAsync("data-state", state);

    public async Task<string> NumberAsync() => await Page.GetByTestId("order-number").InnerTextAsync();

    /// <summary>Presses a button of the operator's page and waits for what it says.</summary>
    public async Task OperateAsync(string button)
    {
        await GoAsync("operator");
        await Page.ClickAsync(button);
        await Expect(Page.GetByTestId("notice")).ToBeVisibleAsync();
    }

    /// <summary>Resolves the payment of an order that is in doubt by hand, as Grace Hopper, who asked the provider.</summary>
    public async Task ResolveAsync(string number, string outcome, string? transaction = null)
    {
        await GoAsync("operator");
        var doubt = Page.GetByTestId("doubt").Filter(new() { HasText = number });
        await doubt.GetByTestId("resolve-open").ClickAsync();
        await doubt.GetByTestId("resolve-outcome").SelectOptionAsync(outcome);
        await doubt.GetByTestId("resolve-transaction").FillAsync(transaction ?? "");
        await doubt.GetByTestId("resolve-who").FillAsync("Grace Hopper");
        await doubt.GetByTestId("resolve-why").FillAsync("Asked the provider");
        await doubt.GetByTestId("resolve").ClickAsync();
        await Expect(Page.GetByTestId("notice")).ToContainTextAsync($"It is resolved as {outcome}");
    }

    /// <summary>Permits another payment of an order, as Grace Hopper, who asked the provider.</summary>
    public async Task PermitAsync(string number)
    {
        await GoAsync("operator");
        await Page.ClickAsync("#permit-open");
        await Page.SelectOptionAsync("#permit-order", number);
        await Page.FillAsync("#permit-who", "Grace Hopper");
        await Page.FillAsync("#permit-why", "Asked the provider");
        await Page.CheckAsync("#permit-sure");
        await Page.ClickAsync("#permit");
        await Expect(Page.GetByTestId("notice")).ToContainTextAsync("can be paid again");
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    public static string NumberIn(string url) => OrderAddress().Match(url).Groups[1].Value;

    // Playwright passes these to the browser, and knows no option of theirs.
    [GeneratedRegex("/orders/([^/?]+)", RegexOptions.None, 1000)]
    private static partial Regex OrderAddress();

    [GeneratedRegex("/orders/[^/?]+/card$", RegexOptions.None, 1000)]
    private static partial Regex CardAddress();
}
