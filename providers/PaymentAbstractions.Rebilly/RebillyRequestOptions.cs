using System.Text.Json.Serialization;

namespace PaymentAbstractions.Rebilly;

/// <summary>Fields of a payment that only Rebilly has. Put them into <see cref="PaymentRequest.ProviderOptions"/>.</summary>
/// <remarks>
/// For sales, authorizations, set-ups and credits; a refund takes <see cref="IsProcessedOutside"/> and <see cref="Expand"/> only, and
/// captures and voids, which go by their original, take none. Source: core API reference, create a transaction. Immutable, compares by value.
/// </remarks>
public sealed record RebillyRequestOptions : ProviderRequestOptions
{
    /// <summary>
    /// The gateway account at Rebilly that processes the payment, instead of the one of <see cref="RebillyOptions.GatewayAccountId"/> or
    /// of Rebilly's own rules; at most 50 characters.
    /// </summary>
    public string? GatewayAccountId { get; init; }

    /// <summary>The invoices at Rebilly that the payment is for; ids of at most 50 characters.</summary>
    public ValueList<string> InvoiceIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The limit that the payment counts against. It informs. Not for credits.</summary>
    public RebillyLimit? Limit { get; init; }

    /// <summary>
    /// Whether the money moved elsewhere, for example by another provider, and Rebilly only records it: <b>nothing is charged or given back</b>.
    /// An approved result says no more than that it is recorded. For sales, credits and refunds; what is recorded so can only be refunded so.
    /// </summary>
    /// <value>Default <see langword="false"/>.</value>
    public bool IsProcessedOutside { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsRecordOnly => IsProcessedOutside;

    /// <summary>When the money moved elsewhere. Only with <see cref="IsProcessedOutside"/>, and not for refunds.</summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>
    /// Headers of the customer's request, for the scoring of risk, for example <c>User-Agent</c>. Headers that may let somebody
    /// act as the customer, such as <c>Cookie</c>, are refused: those whose name contains auth, cookie, jwt, key, password, secret, session or
    /// token.
    /// </summary>
    public Metadata HttpHeaders
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether the customer's browser blocks advertisements; sent with <see cref="ShopperContext.Browser"/>.</summary>
    public bool? IsAdBlockEnabled { get; init; }

    /// <summary>The session of Kount, 10 to 32 characters.</summary>
    public string? KountFraudSessionId { get; init; }

    /// <summary>The session of PayPal, 1 to 64 characters.</summary>
    public string? PayPalMerchantSessionId { get; init; }

    /// <summary>The session of ThreatMetrix, 1 to 128 characters.</summary>
    public string? ThreatMetrixSessionId { get; init; }

    /// <summary>
    /// The objects to embed in the answer, for example <c>customer</c>; <see cref="RebillyTransaction.Embedded"/> shows them. Not for
    /// credits, whose operation documents no such parameter.
    /// </summary>
    public ValueList<string> Expand
    {
        get;
        init => field = value ?? [];
    } = [];
}
