namespace PaymentAbstractions.Rebilly;

/// <summary>The options of one Rebilly gateway. Configuration keys have the names of these properties.</summary>
public sealed class RebillyOptions : GatewayOptions
{
    /// <summary>The id of the organization, at most 50 characters. Required.</summary>
    public string? OrganizationId { get; set; }

    /// <summary>The secret API key, sent in the header <c>REB-APIKEY</c>. Required.</summary>
    public ApiKey? ApiKey { get; set; }

    /// <summary>
    /// The publishable key, with which a customer's browser exchanges a card for a token (<see cref="RebillyTokenAction"/>). It permits
    /// nothing else, so browsers may see it. At most 200 printable ASCII characters without spaces.
    /// </summary>
    /// <value>
    /// Default: <see langword="null"/>. Customers who choose a method at Rebilly are then redirected to its approval page, and no card can
    /// be stored this way.
    /// </value>
    public string? PublishableKey { get; set; }

    /// <summary>The id of the website that customers and transactions belong to, at most 50 characters. Required.</summary>
    public string? WebsiteId { get; set; }

    /// <summary>
    /// An address to use instead of the environment's, for example that of an emulator. <c>https</c>, or <c>http</c> on loopback only. Each
    /// published host can be used in its own environment only. Another host is another account.
    /// </summary>
    /// <value>
    /// Default: <c>https://api-sandbox.rebilly.com/</c> for Sandbox, <c>https://api.rebilly.com/</c> for Live.
    /// </value>
    public Uri? BaseUrl { get; set; }

    /// <summary>The id of a gateway account to use instead of Rebilly's own routing, at most 50 characters.</summary>
    public string? GatewayAccountId { get; set; }

    /// <summary>How long one exchange may take, 100 milliseconds to 10 minutes.</summary>
    /// <value>Default 150 seconds: Rebilly waits up to 120 seconds for its gateways.</value>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(150);

    /// <summary>How long connecting may take before the request counts as not sent, 100 milliseconds to 2 minutes.</summary>
    /// <value>Default 30 seconds, or <see cref="Deadline"/> when that is shorter.</value>
    public TimeSpan? SendTimeout { get; set; }

    /// <summary>How a sale handles open authorizations that it would capture instead of charging.</summary>
    /// <value>Default <see cref="OpenAuthorizationCheck.Known"/>.</value>
    public OpenAuthorizationCheck OpenAuthorizations { get; set; }

    /// <summary>
    /// How long before it lapses an authorization is no longer captured, and how long after it lapses it still prevents sales; at most 3
    /// days.
    /// </summary>
    /// <value>Default 1 hour. Rebilly documents that an authorization lapses after seven days.</value>
    public TimeSpan AuthorizationMargin { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long a closed payment is still looked up again after its final answer, in case Rebilly corrected it or it was refunded in the
    /// dashboard; zero for never, at most 90 days.
    /// </summary>
    /// <value>
    /// Default 7 days. Rebilly documents that a transaction can be corrected against its source of truth afterwards
    /// (<c>hadDiscrepancy</c>); how late that can be is unverified, and disputes can come later still.
    /// </value>
    public TimeSpan MayChangeFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Whether a capture may be for less than the authorized amount.</summary>
    /// <value>Default false. Unverified: Rebilly does not document partial captures.</value>
    public bool AllowPartialCapture { get; set; }

    /// <summary>
    /// Whether a sale that was processed in a different currency than requested may be refunded in part. Refunds are then in the processed
    /// currency, as full refunds of such sales always are.
    /// </summary>
    /// <value>Default false. Unverified: Rebilly documents no such refund.</value>
    public bool AllowPartialRefundOfConverted { get; set; }

    /// <summary>
    /// The name of a custom field of the organization that receives the order reference. The field must exist at Rebilly.
    /// </summary>
    /// <value>Default: <see langword="null"/>. The order reference is then sent as the description if the request has none.</value>
    public string? OrderReferenceCustomField { get; set; }

    /// <summary>
    /// The name of a custom field of the organization that receives commercial card data (Level II and III) as one JSON text. The field
    /// must exist at Rebilly and differ from <see cref="OrderReferenceCustomField"/>.
    /// </summary>
    /// <value>Default: <see langword="null"/>. The gateway then accepts no such data.</value>
    /// <remarks>
    /// Rebilly's transactions have no fields for this data. It is passed through and kept with the transaction; it is not documented that
    /// it reaches the card scheme. Unverified: that the field accepts a text of this form.
    /// </remarks>
    public string? CommercialDataCustomField { get; set; }

    /// <summary>
    /// The maximum length, in characters, of the JSON text in <see cref="CommercialDataCustomField"/>, 1 to 4000. Do not set it higher than
    /// the field's own definition at Rebilly allows.
    /// </summary>
    /// <value>Default 255. An order with line items needs more.</value>
    /// <remarks>
    /// Source: Rebilly's public API definitions, string custom fields: 255 unless the field is defined with more, at most 4000. Unverified
    /// against Rebilly itself.
    /// </remarks>
    public int MaxCommercialDataLength { get; set; } = 255;

    /// <summary>
    /// The field of a webhook that contains the transaction id, according to the account's own template: a name, or the names of nested
    /// JSON objects separated by dots. At most 100 letters, digits and <c>_ - .</c> characters; the same applies to the two following
    /// options.
    /// </summary>
    /// <value>Default <c>transactionId</c>, as in Rebilly's default body.</value>
    public string WebhookTransactionField { get; set; } = "transactionId";

    /// <summary>The field of a webhook that contains the event type.</summary>
    /// <value>Default <c>eventType</c>, as in Rebilly's default body.</value>
    public string WebhookEventField { get; set; } = "eventType";

    /// <summary>
    /// The field of a webhook that contains the transaction's revision number. Without it, repeated webhooks cannot be recognized and are
    /// read again. If the field contains a different number, Rebilly sends the webhooks again indefinitely.
    /// </summary>
    /// <value>Default <c>_embedded.transaction.revision</c>, as in Rebilly's default body.</value>
    public string WebhookRevisionField { get; set; } = "_embedded.transaction.revision";
}
