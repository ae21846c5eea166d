namespace PaymentAbstractions.Sandbox;

/// <summary>The options of a <see cref="RebillySandbox"/>. Do not change them after the start.</summary>
public sealed class RebillySandboxOptions : SandboxOptions
{
    /// <summary>The organizations. Default: one <see cref="RebillySandboxAccount"/> with its defaults.</summary>
    public IList<RebillySandboxAccount> Accounts { get; } = [new()];

    /// <summary>The behavior where the provider's documentation is ambiguous.</summary>
    public RebillySandboxProfile Profile { get; set; } = RebillySandboxProfile.Documented;

    /// <summary>
    /// The custom fields that are defined in the organizations; others are refused. Default <c>order_reference</c>, <c>level_data</c> and
    /// <c>channel</c>.
    /// </summary>
    public ISet<string> CustomFieldKeys { get; } =
        new HashSet<string>(["order_reference", "level_data", "channel"], StringComparer.Ordinal);

    /// <summary>
    /// The currencies that a gateway account processes; others are declined. Default USD, EUR, GBP, JPY and KWD.
    /// </summary>
    public ISet<string> Currencies { get; } =
        new HashSet<string>(["USD", "EUR", "GBP", "JPY", "KWD"], StringComparer.Ordinal);

    /// <summary>
    /// The payment methods that ready-to-pay lists, in this order, for every amount and customer. Default <c>payment-card</c> with Visa,
    /// MasterCard and American Express, the same with <c>Google Pay</c>, and <c>paypal</c>.
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

    /// <summary>How long after processing a transaction is settled, by the sandbox's clock. Default 24 hours.</summary>
    public TimeSpan SettleAfter { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// The number of writes that an organization may send within 10 minutes of the sandbox's clock before it receives 429. Default null: no
    /// limit, although the headers show the limit of the provider's sandbox, 3000.
    /// </summary>
    public int? WriteLimit { get; set; }

    /// <summary>
    /// The receivers of webhooks. Default: none. <see cref="RebillySandboxWebhooks.Add"/> adds more while the sandbox runs.
    /// </summary>
    public IList<RebillySandboxWebhook> Webhooks { get; } = [];
}
