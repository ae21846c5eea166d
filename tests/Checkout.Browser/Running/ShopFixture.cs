namespace Checkout.Browser.Running;

/// <summary>A shop of its own for each class of tests.</summary>
public class ShopFixture : IAsyncLifetime
{
    private readonly DataFolder _data = new();
    private RunningShop? _shop;

    public RunningShop Shop => _shop ?? throw new InvalidOperationException(Chromium.Missing);

    public string Data => _data.Path;

    /// <summary>Settings of the shop that differ from the sample's.</summary>
    protected virtual IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        // Without a browser every test is skipped.
        if (Chromium.Path is not null)
        {
            _shop = await RunningShop.StartAsync(Data, Environment);
        }
    }

    /// <summary>Ends watcher, shop and emulators, and starts them with the same data.</summary>
    public async Task RunAgainAsync()
    {
        await Shop.DisposeAsync();
        _shop = await RunningShop.StartAsync(Data, Environment);
    }

    public async ValueTask DisposeAsync()
    {
        if (_shop is not null)
        {
            await _shop.DisposeAsync();
        }

        _data.Dispose();
        GC.SuppressFinalize(this);
    }
}
