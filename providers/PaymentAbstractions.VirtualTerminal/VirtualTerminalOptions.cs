namespace PaymentAbstractions.VirtualTerminal;

/// <summary>The options of one gateway to the virtual terminal API. Configuration keys have the names of these properties.</summary>
public sealed class VirtualTerminalOptions : GatewayOptions
{
    /// <summary>
    /// The address of the API with its path, for example <c>https://gateway.arrowpayments.com/api/</c>. <c>https</c>, or <c>http</c> on
    /// loopback or if <see cref="AllowInsecureDemo"/> allows it. Required.
    /// </summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>The API key. It is sent in the body of writes and in the path of reads, and is never shown. Required.</summary>
    public ApiKey? ApiKey { get; set; }

    /// <summary>The merchant account number (MID), at most 50 printable ASCII characters without spaces. Required.</summary>
    public string? MerchantId { get; set; }

    /// <summary>
    /// How requests identify customers: by the number that the provider assigned, or by the merchant's own id, which the provider stores as
    /// the customer's <c>Code</c>. With codes, the same id identifies a customer at every gateway; the customer is read before a charge,
    /// and its code must match the request.
    /// </summary>
    /// <value>
    /// Default <see cref="VirtualTerminalCustomerIds.Number"/>. Unverified: the API documents neither that codes are unique nor their
    /// maximum length; a code that two customers share is refused.
    /// </value>
    public VirtualTerminalCustomerIds CustomerIds { get; set; }

    /// <summary>The currency of the merchant account. The API has no field for it, so all other currencies are refused.</summary>
    /// <value>Default <c>USD</c>. Only currencies with two decimals are possible.</value>
    public string Currency { get; set; } = "USD";

    /// <summary>How long one exchange may take, 100 milliseconds to 10 minutes.</summary>
    /// <value>Default 150 seconds.</value>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(150);

    /// <summary>How long connecting may take before the request counts as not sent, 100 milliseconds to 2 minutes.</summary>
    /// <value>Default 30 seconds, or <see cref="Deadline"/> when that is shorter.</value>
    public TimeSpan? SendTimeout { get; set; }

    /// <summary>
    /// Whether plain <c>http</c> to the public demonstration host, <c>demo.arrowpayments.com</c>, is allowed. It can be set only in the
    /// Sandbox environment; the key and the data are sent unencrypted.
    /// </summary>
    /// <value>Default false.</value>
    public bool AllowInsecureDemo { get; set; }

    /// <summary>The <c>ShippingId</c> that indicates a new shipping address, -1 or 0.</summary>
    /// <value>Default 0. Unverified: the value is missing from the published documentation.</value>
    public long NewShippingAddressId { get; set; }

    /// <summary>Whether a new shipping address is stored in the customer's address book.</summary>
    /// <value>Default false.</value>
    public bool SaveNewShippingAddress { get; set; }

    /// <summary>The maximum length of a line of a shipping address (recipient, street, city), 1 to 60 characters.</summary>
    /// <value>Default 30. The limits are not documented; a longer line is refused, never truncated.</value>
    public int MaxAddressLineLength { get; set; } = 30;

    /// <summary>
    /// Whether refunds are possible: a void of the whole amount before settlement, an unlinked credit afterwards. The provider does not
    /// keep track of credits, so the caller must.
    /// </summary>
    /// <value>Default false.</value>
    public bool EnableRefunds { get; set; }

    /// <summary>
    /// Whether a refusal is believed although this library does not know its text. Otherwise one more read must confirm the refusal: of the
    /// customer's unsettled transactions for a sale, of the transaction itself for a capture or void. An authorization or a credit stays
    /// Unknown, because it is not documented that the list contains them. For credits, see also <see cref="BelieveDeclinedCredits"/>.
    /// </summary>
    /// <value>Default false. Unverified: refusal texts are not documented. Enable it once you know the texts of your account.</value>
    public bool BelieveUnlistedRefusals { get; set; }

    /// <summary>
    /// How long closed payments are still looked up again after their final answer, because they may have been voided or changed at the
    /// provider; zero for never, at most 90 days.
    /// </summary>
    /// <value>
    /// Default zero. Unverified: it is not documented that a final answer changes. The transaction shows a void that was made in the
    /// provider's own interface, and its settlement; it does not show a credit, because credits are not linked to it.
    /// </value>
    public TimeSpan MayChangeFor { get; set; }

    /// <summary>
    /// Whether a decline of a sale or an authorization is believed when its text is in the table of the README. Otherwise a read must
    /// confirm the decline: for a sale, of the customer's unsettled transactions. For an authorization no documented read can confirm it,
    /// so it stays Unknown until it is found or an operator resolves it.
    /// </summary>
    /// <value>
    /// Default true. Unverified: the table is that of the gateway behind the provider, from third-party copies; it is not documented that
    /// its texts are passed on unchanged.
    /// </value>
    public bool BelieveListedDeclines { get; set; } = true;

    /// <summary>
    /// Whether a decline of a credit, including a refund that becomes one, is believed under the same conditions as that of a charge.
    /// Otherwise it stays Unknown unless the provider shows the credit, because a credit that is wrongly considered declined would be paid
    /// twice.
    /// </summary>
    /// <value>Default false.</value>
    public bool BelieveDeclinedCredits { get; set; }

    /// <summary>
    /// Whether data for which the API has no field is omitted and listed in <see cref="PaymentResult.LeftOutFields"/> (billing address,
    /// metadata, device data, return URLs, most uses of a stored payment method, the description of a capture or void). Otherwise such data
    /// is refused. This does not apply to commercial card data, for which <see cref="CommercialCardData.WhenNotExpressible"/> of the
    /// request decides.
    /// </summary>
    /// <value>Default false.</value>
    public bool LeaveOutUnsupportedData { get; set; }

    /// <summary>
    /// Whether discounts and duty, for which the API has no field, are included in the prices of Level III: a line's discount in the line's
    /// price, the order's discount and duty in all prices in proportion to the line totals. This is done only if every share is a whole
    /// cent and every price has two decimals, so that the sum stays exact; otherwise the order is refused, or sent at a lower level if it
    /// permits that. The provider then shows other prices than the shop's invoice.
    /// </summary>
    /// <value>
    /// Default false. Source: the page on submitting a stored transaction, where a line has only a product code, a quantity and a price.
    /// Unverified: that the provider does not compare prices with its catalog.
    /// </value>
    public bool FoldAdjustmentsIntoPrices { get; set; }
}
