namespace PaymentAbstractions.Rebilly;

/// <summary>
/// A transaction in Rebilly's own terms, for data that the neutral results do not contain: <c>result.As&lt;RebillyTransaction&gt;()</c>.
/// </summary>
/// <remarks>
/// Source: core API reference, transaction, where every member may be absent. Values that cannot be read are absent, and enumerated values
/// are kept as Rebilly writes them, including unknown ones. Do not derive the outcome from it; use <see cref="PaymentResult.Outcome"/>.
/// Secrets that Rebilly echoes are masked. Immutable, compares by value, thread-safe.
/// </remarks>
public sealed record RebillyTransaction
{
    /// <summary>The transaction's id at Rebilly.</summary>
    public string? Id { get; init; }

    /// <summary>The id of the organization.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>The id of the website.</summary>
    public string? WebsiteId { get; init; }

    /// <summary>The id of the customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The type, for example <c>sale</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The status, for example <c>waiting-capture</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The result, for example <c>approved</c>.</summary>
    public string? Result { get; init; }

    /// <summary>The processed amount.</summary>
    public Money? Amount { get; init; }

    /// <summary>The requested amount.</summary>
    public Money? RequestAmount { get; init; }

    /// <summary>
    /// The amount with which the purchase was completed; it may differ from <see cref="RequestAmount"/> after an adjustment.
    /// </summary>
    public Money? PurchaseAmount { get; init; }

    /// <summary>The amount in the organization's reporting currency.</summary>
    public Money? ReportAmount { get; init; }

    /// <summary>Whether the amount was adjusted.</summary>
    public bool? HasAmountAdjustment { get; init; }

    /// <summary>The id of the transaction that this one captures, voids or refunds.</summary>
    public string? ParentTransactionId { get; init; }

    /// <summary>The ids of its captures, voids and refunds.</summary>
    public ValueList<string> ChildTransactions { get; init; } = [];

    /// <summary>The ids of the invoices.</summary>
    public ValueList<string> InvoiceIds { get; init; } = [];

    /// <summary>The ids of the subscriptions of the invoices.</summary>
    public ValueList<string> SubscriptionIds { get; init; } = [];

    /// <summary>The ids of the plans of the orders.</summary>
    public ValueList<string> PlanIds { get; init; } = [];

    /// <summary>The id of the payout request that a credit pays.</summary>
    public string? PayoutRequestId { get; init; }

    /// <summary>The id of the deposit request that it belongs to.</summary>
    public string? DepositRequestId { get; init; }

    /// <summary>The id of the transfer that it belongs to.</summary>
    public string? TransferId { get; init; }

    /// <summary>The requestId that it was sent with: the idempotency key in its wire format.</summary>
    public string? RequestId { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The billing address.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>The name of the gateway behind Rebilly.</summary>
    public string? GatewayName { get; init; }

    /// <summary>The id of the gateway account that processed it.</summary>
    public string? GatewayAccountId { get; init; }

    /// <summary>The name of the acquirer.</summary>
    public string? AcquirerName { get; init; }

    /// <summary>The payment method, for example <c>payment-card</c>.</summary>
    public string? Method { get; init; }

    /// <summary>Who received the payment, for cash.</summary>
    public string? ReceivedBy { get; init; }

    /// <summary>The reference, for a check or an alternative payment method.</summary>
    public string? Reference { get; init; }

    /// <summary>The custom fields of the account; nested values are JSON.</summary>
    public Metadata CustomFields { get; init; } = [];

    /// <summary>The references that the gateway uses for it.</summary>
    public Metadata ReferenceData { get; init; } = [];

    /// <summary>Whether it is a recurring payment of a subscription; trials and set-up fees do not count.</summary>
    public bool? IsRebill { get; init; }

    /// <summary>The number of the recurring payment.</summary>
    public long? RebillNumber { get; init; }

    /// <summary>Whether it retries a declined payment.</summary>
    public bool? IsRetry { get; init; }

    /// <summary>The number of the retry.</summary>
    public long? RetryNumber { get; init; }

    /// <summary>Whether the merchant initiated it.</summary>
    public bool? IsMerchantInitiated { get; init; }

    /// <summary>Whether it was processed outside of Rebilly and is only recorded there.</summary>
    public bool? IsProcessedOutside { get; init; }

    /// <summary>Whether it was reconciled with the gateway's batches.</summary>
    public bool? IsReconciled { get; init; }

    /// <summary>Whether it was corrected afterwards to match the gateway's record.</summary>
    public bool? HadDiscrepancy { get; init; }

    /// <summary>Whether the customer disputes it.</summary>
    public bool? IsDisputed { get; init; }

    /// <summary>The number of the customer's payments within 24 hours.</summary>
    public long? Velocity { get; init; }

    /// <summary>The risk score; Rebilly documents no scale.</summary>
    public long? RiskScore { get; init; }

    /// <summary>The risk data.</summary>
    public RebillyRisk? Risk { get; init; }

    /// <summary>The gateway's response.</summary>
    public RebillyResponse? Response { get; init; }

    /// <summary>The response of address verification (AVS).</summary>
    public RebillyResponse? AvsResponse { get; init; }

    /// <summary>The response of security code verification (CVV).</summary>
    public RebillyResponse? CvvResponse { get; init; }

    /// <summary>Whether it used 3-D Secure.</summary>
    public bool? HasThreeDSecure { get; init; }

    /// <summary>The result of 3-D Secure; for its meaning, see <see cref="PaymentResult.Verification"/>.</summary>
    public RebillyThreeDSecure? ThreeDSecure { get; init; }

    /// <summary>Whether a conversion into the card's currency applies.</summary>
    public bool? HasCurrencyConversion { get; init; }

    /// <summary>The offer to pay in the card's currency, if there was one.</summary>
    public RebillyCurrencyConversion? CurrencyConversion { get; init; }

    /// <summary>The limit that the payment counted against.</summary>
    public RebillyLimit? Limit { get; init; }

    /// <summary>The revision number, which counts the changes.</summary>
    public long? Revision { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When it was processed.</summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>When the bank settled it.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When it was disputed.</summary>
    public DateTimeOffset? DisputedAt { get; init; }

    /// <summary>When it was last corrected.</summary>
    public DateTimeOffset? DiscrepancyAt { get; init; }

    /// <summary>The URL that the customer returns to.</summary>
    public string? RedirectUrl { get; init; }

    /// <summary>The URL to which Rebilly posts that the result is final.</summary>
    public string? NotificationUrl { get; init; }

    /// <summary>The URLs of related resources by relation; the first URL of each. Some give access to a payment: do not log them.</summary>
    public Metadata Links { get; init; } = [];

    /// <summary>
    /// The objects that were requested with <see cref="RebillyRequestOptions.Expand"/> or <see cref="RebillyQueryOptions.Expand"/>, as JSON
    /// by name, with secrets and card data masked.
    /// </summary>
    public Metadata Embedded { get; init; } = [];

    /// <summary>Returns the type and the id.</summary>
    /// <returns>For example <c>sale txn_1</c>.</returns>
    public override string ToString() => $"{Type} {Id}";
}
