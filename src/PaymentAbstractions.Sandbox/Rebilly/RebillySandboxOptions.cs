namespace PaymentAbstractions.Sandbox;

/// <summary>How a <see cref="RebillySandbox"/> is set up. Not to be changed once the sandbox has started.</summary>
public sealed class RebillySandboxOptions : SandboxOptions
{
    /// <summary>The organizations. Default: one <see cref="RebillySandboxAccount"/> with its defaults.</summary>
    public IList<RebillySandboxAccount> Accounts { get; } = [new()];

    /// <summary>The behaviour where the provider's documents leave a choice.</summary>
    public RebillySandboxProfile Profile { get; set; } = RebillySandboxProfile.Documented;

    /// <summary>
    /// The custom fields that the organizations have defined; others are refused. Default <c>order_reference</c>,
    /// <c>level_data</c> and <c>channel</c>.
    /// </summary>
    public ISet<string> CustomFieldKeys { get; } =
        new HashSet<string>(["order_reference", "level_data", "channel"], StringComparer.Ordinal);

    /// <summary>
    /// Currencies that a gateway account processes; others are declined. Default USD, EUR, GBP, JPY and KWD.
    /// </summary>
    public ISet<string> Currencies { get; } =
        new HashSet<string>(["USD", "EUR", "GBP", "JPY", "KWD"], StringComparer.Ordinal);

    /// <summary>
    /// What ready-to-pay lists, in this order, for every amount and customer. Default <c>payment-card</c> with Visa, MasterCard and American
    /// Express, the same with <c>Google Pay</c>, and <c>paypal</c>.
    /// </summary>
    public IList<RebillySandboxPaymentMethod> ReadyToPay { get; } =
    [
        new() { Method = "payment-card", Brands = ["Visa", "MasterCard", "American Express"] },
        new()
        {
            Method = "payment-card",
            Feature = "Google Pay",
            Brands = ["Visa", "MasterCard", "American Express"],
        },
        new() { Method = "paypal" },
    ];

    /// <summary>How long after processing a transaction settles, by the sandbox's clock. Default 24 hours.</summary>
    public TimeSpan SettleAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How many writes an organization may send in 10 minutes of the sandbox's clock before it gets 429. Default null: no
    /// limit, while the headers tell of the 3000 of the provider's sandbox.
    /// </summary>
    public int? WriteLimit { get; set; }

    /// <summary>
    /// Who receives webhooks. Default none. <see cref="RebillySandboxWebhooks.Add"/> adds more while the sandbox runs.
    /// </summary>
    public IList<RebillySandboxWebhook> Webhooks { get; } = [];
}
