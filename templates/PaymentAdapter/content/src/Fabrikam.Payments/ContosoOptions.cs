namespace Fabrikam.Payments;

/// <summary>The configuration of a gateway to Contoso.</summary>
public sealed class ContosoOptions : GatewayOptions
{
    /// <summary>The address of the API. Required.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>The merchant's account at Contoso. Required.</summary>
    public string? Merchant { get; set; }

    /// <summary>The secret API key of the account. Required.</summary>
    public ApiKey? ApiKey { get; set; }
}
