namespace PaymentAbstractions.VirtualTerminal;

/// <summary>The options of one gateway to the virtual terminal API. Configuration names them as they are named here.</summary>
public sealed class VirtualTerminalOptions : GatewayOptions
{
    /// <summary>
    /// The address of the API with its path, for example <c>https://gateway.arrowpayments.com/api/</c>. <c>https</c>, or
    /// <c>http</c> on loopback, or as <see cref="AllowInsecureDemo"/> says. Required.
    /// </summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>The API key. It travels in the body of writes and in the path of reads, and is never shown. Required.</summary>
    public ApiKey? ApiKey { get; set; }

    /// <summary>The merchant account number (MID), at most 50 printable ASCII characters without spaces. Required.</summary>
    public string? MerchantId { get; set; }

    /// <summary>
    /// How requests name customers: by the number that the provider gave them, or by the merchant's own id, which the provider keeps as the
    /// customer's <c>Code</c>. With codes, the same id names a customer at every gateway; before a charge the customer is read, and its
    /// code must be the one of the request.
    /// </summary>
    /// <value>
    /// Default <see cref="VirtualTerminalCustomerIds.Number"/>. Unverified: the API documents neither that codes are unique nor how long
    /// they may be; a code that two customers have is refused.
    /// </value>
    public VirtualTerminalCustomerIds CustomerIds { get; set; }

    /// <summary>The currency of the merchant account. The API has no field for it, so every other one is refused.</summary>
    /// <value>Default <c>USD</c>. Only currencies with two decimals are possible.</value>
    public string Currency { get; set; } = "USD";

    /// <summary>How long one exchange may take, 100 milliseconds to 10 minutes.</summary>
    /// <value>Default 150 seconds.</value>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(150);

    /// <summary>How long a connection may take before the request counts as not sent, 100 milliseconds to 2 minutes.</summary>
    /// <value>Default 30 seconds, or <see cref="Deadline"/> when that is shorter.</value>
    public TimeSpan? SendTimeout { get; set; }

    /// <summary>
    /// Whether plain <c>http</c> to the public demonstration host, <c>demo.arrowpayments.com</c>, is allowed. Only with the
    /// environment Sandbox; key and data are readable on the way.
    /// </summary>
    /// <value>Default false.</value>
    public bool AllowInsecureDemo { get; set; }

    /// <summary>The <c>ShippingId</c> that announces a new shipping address, -1 or 0.</summary>
    /// <value>Default 0. Unverified: the published documentation lost the value.</value>
    public long NewShippingAddressId { get; set; }

    /// <summary>Whether a new shipping address is kept in the customer's address book.</summary>
    /// <value>Default false.</value>
    public bool SaveNewShippingAddress { get; set; }

    /// <summary>The longest line of a shipping address (recipient, street, city), 1 to 60 characters.</summary>
    /// <value>Default 30. The limits are not documented; a longer line is refused, never cut.</value>
    public int MaxAddressLineLength { get; set; } = 30;

    /// <summary>
    /// Whether refunds are possible: a void of the whole before settlement, an unlinked credit afterwards. The provider keeps
    /// no count of credits, so the caller must.
    /// </summary>
    /// <value>Default false.</value>
    public bool EnableRefunds { get; set; }

    /// <summary>
    /// Whether a refusal with a text that this library does not know is believed as it stands. Otherwise what the provider
    /// shows afterwards has to agree with it, by one read more: the customer's unsettled transactions for a sale, the
    /// transaction itself for a capture or void. An authorization or a credit stays Unknown, for nothing documents that the
    /// list has those. For a credit see also <see cref="BelieveDeclinedCredits"/>.
    /// </summary>
    /// <value>Default false. Unverified: the texts of refusals are not documented. Set it once you know those of your account.</value>
    public bool BelieveUnlistedRefusals { get; set; }

    /// <summary>
    /// For how long after a final answer closed payments are looked up again, because they may have been voided or changed at the provider; zero
    /// for never, up to 90 days.
    /// </summary>
    /// <value>
    /// Default zero. Unverified: nothing documents that a final answer changes. A void in the provider's own interface, and that a transaction
    /// is settled, can be seen in it; a credit cannot, because credits are not linked to it.
    /// </value>
    public TimeSpan MayChangeFor { get; set; }

    /// <summary>
    /// Whether a decline of a sale or an authorization is believed when its text is in the table of the README. Otherwise what the
    /// provider shows afterwards has to agree with it: for a sale the customer's unsettled transactions. For an authorization nothing
    /// is documented that could agree, so it stays Unknown until it is found or a person closes it.
    /// </summary>
    /// <value>
    /// Default true. Unverified: the table is that of the gateway behind the provider, from third-party copies; nobody documents that
    /// its texts are passed on unchanged.
    /// </value>
    public bool BelieveListedDeclines { get; set; } = true;

    /// <summary>
    /// Whether a decline of a credit, also of a refund that becomes one, is believed as that of a charge is. Otherwise it stays Unknown
    /// unless the provider shows the credit, because one that is wrongly believed to be declined would be paid twice.
    /// </summary>
    /// <value>Default false.</value>
    public bool BelieveDeclinedCredits { get; set; }

    /// <summary>
    /// Whether data that the API has no field for is left out and named in <see cref="PaymentResult.LeftOutFields"/> (billing address,
    /// metadata, device, addresses to return to, most kinds of use of a stored method, the description of a capture or void).
    /// Otherwise it is refused. Commercial card data is not meant:
    /// <see cref="CommercialCardData.WhenNotExpressible"/> of the request decides on that.
    /// </summary>
    /// <value>Default false.</value>
    public bool LeaveOutUnsupportedData { get; set; }

    /// <summary>
    /// Whether discounts and duty, which the API has no field for, are put into the prices of Level III: a line's discount
    /// into the line's price, the order's discount and duty into all prices in proportion to what the lines come to. Only
    /// where every share is a whole cent and every price has two decimals, so that the sum stays exact; otherwise the order
    /// is refused, or goes down a level where it permits that. The provider then shows other prices than the shop's invoice.
    /// </summary>
    /// <value>
    /// Default false. Source: the page on submitting a stored transaction, where a line has no more than product code,
    /// quantity and price. Unverified: that the provider compares no price with its catalog's.
    /// </value>
    public bool FoldAdjustmentsIntoPrices { get; set; }
}
