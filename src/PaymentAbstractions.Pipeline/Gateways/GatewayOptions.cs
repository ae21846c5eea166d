namespace PaymentAbstractions;

/// <summary>
/// The options that every gateway has, for any provider. A provider derives its own options from this class. The configuration keys have
/// the same names, below <c>Payments:Gateways:&lt;name&gt;</c>.
/// </summary>
/// <remarks>
/// The options are read when the application starts and when its configuration changes. Not thread-safe; do not change them later.
/// </remarks>
public abstract class GatewayOptions
{
    /// <summary>Whether the gateway moves real money. Some providers require this option.</summary>
    /// <value>Default <see langword="null"/>, which counts as <see cref="GatewayEnvironment.Live"/>.</value>
    public GatewayEnvironment? Environment { get; set; }

    /// <summary>Earlier names of the gateway, which stored references may still contain. A name can belong to one gateway only.</summary>
    /// <value>Default empty.</value>
    public IList<string> FormerNames { get; set; } = [];

    /// <summary>The merchant's name, at most 100 characters. An order line must not use it as its description.</summary>
    /// <value>Default <see langword="null"/>.</value>
    public string? MerchantName { get; set; }

    /// <summary>
    /// The merchant's tax number as the acquirer has it, at most 20 characters. It counts where a card scheme's program requires one. It is
    /// not sent; to send it, set it on the order.
    /// </summary>
    /// <value>Default <see langword="null"/>.</value>
    public string? MerchantTaxId { get; set; }

    /// <summary>The merchant's country, two letters of ISO 3166-1. It determines which card scheme programs apply.</summary>
    /// <value>Default <see langword="null"/>: not known.</value>
    public string? MerchantCountry { get; set; }

    /// <summary>The merchant category code, four digits. It determines which card scheme programs apply.</summary>
    /// <value>Default <see langword="null"/>: not known.</value>
    public string? MerchantCategoryCode { get; set; }

    /// <summary>
    /// The card brands whose program for commercial cards requires a verification or approval that the merchant has, with its fee accepted.
    /// Without it, no data is left out; the log reports what costs a fee.
    /// </summary>
    /// <value>Default empty.</value>
    public IList<CardBrand> CommercialDataOptIn { get; set; } = [];

    /// <summary>How the provider authenticates its webhooks, for gateways that receive them.</summary>
    /// <value>Default <see langword="null"/>: the webhook endpoint cannot be mapped when the provider sends webhooks.</value>
    public WebhookOptions? Webhooks { get; set; }
}
