using System.Text.Json.Serialization;

namespace PaymentAbstractions.Rebilly;

/// <summary>Fields of a payment that only Rebilly has. Set them in <see cref="PaymentRequest.ProviderOptions"/>.</summary>
/// <remarks>
/// For sales, authorizations, set-ups and credits. A refund accepts only <see cref="IsProcessedOutside"/> and <see cref="Expand"/>;
/// captures and voids, which follow their original, accept none. Source: core API reference, create a transaction. Immutable, compares by
/// value.
/// </remarks>
public sealed record RebillyRequestOptions : ProviderRequestOptions
{
    /// <summary>
    /// The gateway account at Rebilly that processes the payment, instead of the one in <see cref="RebillyOptions.GatewayAccountId"/> or
    /// the one that Rebilly's own rules select; at most 50 characters.
    /// </summary>
    public string? GatewayAccountId { get; init; }

    /// <summary>The ids of the invoices at Rebilly that the payment is for, at most 50 characters each.</summary>
    public ValueList<string> InvoiceIds
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The limit that the payment counts against. It is informational. Not for credits.</summary>
    public RebillyLimit? Limit { get; init; }

    /// <summary>
    /// Whether the money moved outside of Rebilly, for example at another provider, and Rebilly only records it: <b>nothing is charged or
    /// given back</b>. An approved result only means that the transaction was recorded. For sales, credits and refunds; a transaction
    /// recorded this way can only be refunded this way.
    /// </summary>
    /// <value>Default <see langword="false"/>.</value>
    public bool IsProcessedOutside { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsRecordOnly => IsProcessedOutside;

    /// <summary>When the money moved outside of Rebilly. Only with <see cref="IsProcessedOutside"/>, and not for refunds.</summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>
    /// Headers of the customer's request for risk scoring, for example <c>User-Agent</c>. Headers that might allow somebody to impersonate
    /// the customer, such as <c>Cookie</c>, are refused: those whose name contains auth, cookie, jwt, key, password, secret, session or
    /// token.
    /// </summary>
    public Metadata HttpHeaders
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether the customer's browser blocks advertisements; sent with <see cref="ShopperContext.Browser"/>.</summary>
    public bool? IsAdBlockEnabled { get; init; }

    /// <summary>The Kount session id, 10 to 32 characters.</summary>
    public string? KountFraudSessionId { get; init; }

    /// <summary>The PayPal session id, 1 to 64 characters.</summary>
    public string? PayPalMerchantSessionId { get; init; }

    /// <summary>The ThreatMetrix session id, 1 to 128 characters.</summary>
    public string? ThreatMetrixSessionId { get; init; }

    /// <summary>
    /// The objects to embed in the answer, for example <c>customer</c>; read them from <see cref="RebillyTransaction.Embedded"/>. Not for
    /// credits, because that operation documents no such parameter.
    /// </summary>
    public ValueList<string> Expand
    {
        get;
        init => field = value ?? [];
    } = [];
}
