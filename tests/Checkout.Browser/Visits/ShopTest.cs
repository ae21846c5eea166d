using Checkout.Browser.Running;

namespace Checkout.Browser.Visits;

/// <summary>A test in the browser. It fails, too, when a visit showed an error or sent a card number to the shop.</summary>
public abstract class ShopTest(SharedBrowser browser, ShopFixture shop) : IAsyncLifetime
{
    private readonly List<Visitor> _visitors = [];

    protected RunningShop Shop => shop.Shop;

    protected ProviderLedger Ledger => Shop.Ledger;

    protected async Task<Visitor> VisitAsync(bool scripts = true)
    {
        var visitor = await Visitor.ComeAsync(browser.Browser, () => shop.Shop, scripts);
        _visitors.Add(visitor);
        return visitor;
    }

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Chromium.Path is null, Chromium.Missing);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        if (failed)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(shop.Shop.Output);
        }

        foreach (var visitor in _visitors)
        {
            if (failed)
            {
                await Pictures.TakeAsync(visitor.Page, $"failed-{TestContext.Current.TestMethod?.MethodName}");
            }

            await visitor.DisposeAsync();
        }

        GC.SuppressFinalize(this);
        Assert.Empty(_visitors.SelectMany(visitor => visitor.Watch.Findings()));
    }
}
