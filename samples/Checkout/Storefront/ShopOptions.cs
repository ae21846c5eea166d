namespace Checkout.Storefront;

/// <summary>The settings that the watcher passes to the shop.</summary>
public sealed class ShopOptions
{
    /// <summary>The shop's own address.</summary>
    public Uri Url { get; set; } = new("http://127.0.0.1:5180/");

    /// <summary>The folder of orders, journal and keys.</summary>
    public string Data { get; set; } = "data";

    /// <summary>The console of the emulated providers.</summary>
    public Uri Console { get; set; } = new("http://127.0.0.1:18482/");

    /// <summary>When the emulated providers were started; they know nothing of earlier payments.</summary>
    public DateTimeOffset EmulatorsStartedAt { get; set; }

    /// <summary>Whether traces and metrics are printed.</summary>
    public bool PrintsTelemetry { get; set; }
}
