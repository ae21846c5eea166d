namespace OldPay;

/// <summary>The configuration of a gateway to OldPay.</summary>
public sealed class OldPayOptions : GatewayOptions
{
    /// <summary>The address of the API, https. Required.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>The merchant's number. Required.</summary>
    public string? Merchant { get; set; }

    /// <summary>The password of the API. Required.</summary>
    public ApiKey? Password { get; set; }
}
