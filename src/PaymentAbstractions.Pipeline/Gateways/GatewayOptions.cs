namespace PaymentAbstractions;

/// <summary>
/// The options that every gateway has, whichever provider it uses. Derive a provider's own options from it. Configuration names the options as
/// they are named here, below <c>Payments:Gateways:&lt;name&gt;</c>.
/// </summary>
/// <remarks>
/// They are read when the application starts and when its configuration changes. Not thread-safe; do not change them after that.
/// </remarks>
public abstract class GatewayOptions
{
    /// <summary>Whether the gateway moves real money. The provider says whether it needs to know.</summary>
    /// <value>Default none, which counts as <see cref="GatewayEnvironment.Live"/>.</value>
    public GatewayEnvironment? Environment { get; set; }

    /// <summary>Names that the gateway had before: stored references may still carry them. Each belongs to one gateway only.</summary>
    /// <value>Default none.</value>
    public IList<string> FormerNames { get; set; } = [];

    /// <summary>The merchant's name, at most 100 characters: no line of an order may have it for its description.</summary>
    /// <value>Default none.</value>
    public string? MerchantName { get; set; }

    /// <summary>
    /// The merchant's tax number as the acquirer has it, at most 20 characters: counts where a scheme's program needs it. It is not sent; to
    /// send it, set it on the order.
    /// </summary>
    /// <value>Default none.</value>
    public string? MerchantTaxId { get; set; }

    /// <summary>The merchant's country, two letters of ISO 3166-1: which programs of the schemes there are.</summary>
    /// <value>Default not known.</value>
    public string? MerchantCountry { get; set; }

    /// <summary>The merchant category code, four digits: which programs of the schemes there are.</summary>
    /// <value>Default not known.</value>
    public string? MerchantCategoryCode { get; set; }

    /// <summary>
    /// The card brands at which the merchant is verified or approved where a program for commercial cards needs it, and has accepted its fee.
    /// Nothing is left out without it; the log says what costs.
    /// </summary>
    /// <value>Default none.</value>
    public IList<CardBrand> CommercialDataOptIn { get; set; } = [];

    /// <summary>How the provider authenticates its webhooks, where they are received.</summary>
    /// <value>Default none: the endpoint for webhooks cannot be mapped when the provider sends any.</value>
    public WebhookOptions? Webhooks { get; set; }
}
