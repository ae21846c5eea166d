namespace PaymentAbstractions;

/// <summary>What is known about the shopper's device, for risk scoring and 3-D Secure.</summary>
public sealed record ShopperContext
{
    /// <summary>The IP address, version 4 or 6.</summary>
    public string? IpAddress { get; init; }

    /// <summary>A fingerprint of the device, as the provider's script computed it.</summary>
    public string? DeviceFingerprint { get; init; }

    /// <summary>What the browser reports about itself; 3-D Secure needs it.</summary>
    public BrowserInfo? Browser { get; init; }
}
