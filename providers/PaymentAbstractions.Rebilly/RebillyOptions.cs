namespace PaymentAbstractions.Rebilly;

/// <summary>The options of one Rebilly gateway. Configuration names them as they are named here.</summary>
public sealed class RebillyOptions : GatewayOptions
{
    /// <summary>The organization, at most 50 characters. Required.</summary>
    public string? OrganizationId { get; set; }

    /// <summary>The secret API key, sent as <c>REB-APIKEY</c>. Required.</summary>
    public ApiKey? ApiKey { get; set; }

    /// <summary>
    /// The publishable key, with which a customer's browser exchanges a card for a token (<see cref="RebillyTokenAction"/>). It can do
    /// nothing else, and browsers may see it. At most 200 printable ASCII characters without spaces.
    /// </summary>
    /// <value>Default none: a customer who chooses the method at Rebilly is led to its approval page, and no card can be stored so.</value>
    public string? PublishableKey { get; set; }

    /// <summary>The website that customers and transactions belong to, at most 50 characters. Required.</summary>
    public string? WebsiteId { get; set; }

    /// <summary>
    /// Another address than the environment's, for example of an emulator. <c>https</c>, or <c>http</c> on loopback only. The
    /// published hosts belong to their environment. Another host is another account.
    /// </summary>
    /// <value>
    /// Default: <c>https://api-sandbox.rebilly.com/</c> for Sandbox, <c>https://api.rebilly.com/</c> for Live.
    /// </value>
    public Uri? BaseUrl { get; set; }

    /// <summary>A gateway account to use instead of Rebilly's own routing, at most 50 characters.</summary>
    public string? GatewayAccountId { get; set; }

    /// <summary>How long one exchange may take, 100 milliseconds to 10 minutes.</summary>
    /// <value>Default 150 seconds: Rebilly waits up to 120 seconds for its gateways.</value>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(150);

    /// <summary>How long a connection may take before the request counts as not sent, 100 milliseconds to 2 minutes.</summary>
    /// <value>Default 30 seconds, or <see cref="Deadline"/> when that is shorter.</value>
    public TimeSpan? SendTimeout { get; set; }

    /// <summary>What a sale does about authorizations that it would capture instead of charging afresh.</summary>
    /// <value>Default <see cref="OpenAuthorizationCheck.Known"/>.</value>
    public OpenAuthorizationCheck OpenAuthorizations { get; set; }

    /// <summary>
    /// How long before an authorization lapses it is not captured any more, and how long after that it still keeps sales from being
    /// sent; up to 3 days.
    /// </summary>
    /// <value>Default 1 hour. Rebilly documents a life of seven days.</value>
    public TimeSpan AuthorizationMargin { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long after its final answer a closed payment is still looked up again, in case Rebilly corrected it or it was refunded in the
    /// dashboard; zero for never, up to 90 days.
    /// </summary>
    /// <value>
    /// Default 7 days. Rebilly documents that a transaction can be corrected against its source of truth afterwards
    /// (<c>hadDiscrepancy</c>); how late that can be is unverified, and disputes can come later still.
    /// </value>
    public TimeSpan MayChangeFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Whether less than the authorized amount may be captured.</summary>
    /// <value>Default false. Unverified: Rebilly does not document partial captures.</value>
    public bool AllowPartialCapture { get; set; }

    /// <summary>
    /// Whether a part of a sale may be refunded that was processed in another currency than the one asked for. Refunds are then in the
    /// currency that was processed, as whole refunds of such sales always are.
    /// </summary>
    /// <value>Default false. Unverified: Rebilly documents no such refund.</value>
    public bool AllowPartialRefundOfConverted { get; set; }

    /// <summary>A custom field of the organization that takes the order reference. It must exist at Rebilly.</summary>
    /// <value>Default none: the order reference is sent as the description when the request has none.</value>
    public string? OrderReferenceCustomField { get; set; }

    /// <summary>
    /// A custom field of the organization that takes commercial card data (Level II and III) as one JSON text. It must exist at
    /// Rebilly and be another than <see cref="OrderReferenceCustomField"/>.
    /// </summary>
    /// <value>Default none: the gateway takes no such data.</value>
    /// <remarks>
    /// Rebilly's transactions have no fields for this data. It is passed through and kept with the transaction; nothing says
    /// that it reaches the card's scheme. Unverified: that the field takes a text of this form.
    /// </remarks>
    public string? CommercialDataCustomField { get; set; }

    /// <summary>
    /// The longest JSON text that <see cref="CommercialDataCustomField"/> takes, in characters, 1 to 4000. Raise it only as far
    /// as the field's own definition at Rebilly goes.
    /// </summary>
    /// <value>Default 255. An order with lines needs more.</value>
    /// <remarks>
    /// Source: Rebilly's public API definitions, string custom fields: 255 unless the field is defined with more, 4000 at most.
    /// Unverified against Rebilly itself.
    /// </remarks>
    public int MaxCommercialDataLength { get; set; } = 255;

    /// <summary>
    /// The field of a webhook that names the transaction, in the account's own template: a name, or names of nested JSON objects with dots
    /// between. At most 100 letters, digits and <c>_ - .</c> characters; so for the other two.
    /// </summary>
    /// <value>Default <c>transactionId</c>, as the default body has it.</value>
    public string WebhookTransactionField { get; set; } = "transactionId";

    /// <summary>The field of a webhook that names the event.</summary>
    /// <value>Default <c>eventType</c>, as the default body has it.</value>
    public string WebhookEventField { get; set; } = "eventType";

    /// <summary>The field of a webhook that counts the changes of the transaction. Without it a repeat cannot be told, and is read again; another number there has webhooks sent again for ever.</summary>
    /// <value>Default <c>_embedded.transaction.revision</c>, as the default body has it.</value>
    public string WebhookRevisionField { get; set; } = "_embedded.transaction.revision";
}
