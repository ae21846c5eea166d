namespace AcmePayments;

/// <summary>The configuration of a gateway to Acme.</summary>
/// <remarks>Source: acme-api.md, introduction and section 1.</remarks>
public sealed class AcmeOptions : GatewayOptions
{
    /// <summary>The https address of the API. Default: Acme's own address for the environment.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>The id of your account at Acme, <c>acct_…</c>. Required.</summary>
    public string? AccountId { get; set; }

    /// <summary>The secret key of that account, <c>sk_…</c>. Required.</summary>
    public ApiKey? ApiKey { get; set; }
}
