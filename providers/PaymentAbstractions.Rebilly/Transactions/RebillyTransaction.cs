namespace PaymentAbstractions.Rebilly;

/// <summary>
/// A transaction in Rebilly's own terms, for what the neutral results do not show: <c>result.As&lt;RebillyTransaction&gt;()</c>.
/// </summary>
/// <remarks>
/// Source: core API reference, transaction, where every member may be absent. Read tolerantly: a value that cannot be read is absent, and
/// words are as Rebilly writes them, also unknown ones. It decides nothing; <see cref="PaymentResult.Outcome"/> does. Secrets that Rebilly
/// repeats are masked. Immutable, compares by value, thread-safe.
/// </remarks>
public sealed record RebillyTransaction
{
    /// <summary>Rebilly's id.</summary>
    public string? Id { get; init; }

    /// <summary>The organization.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>The website.</summary>
    public string? WebsiteId { get; init; }

    /// <summary>The customer.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The kind, for example <c>sale</c>.</summary>
    public string? Type { get; init; }

    /// <summary>The status, for example <c>waiting-capture</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The result, for example <c>approved</c>.</summary>
    public string? Result { get; init; }

    /// <summary>What was processed.</summary>
    public Money? Amount { get; init; }

    /// <summary>What was asked for.</summary>
    public Money? RequestAmount { get; init; }

    /// <summary>What the purchase was completed with; it may differ from <see cref="RequestAmount"/> after an adjustment.</summary>
    public Money? PurchaseAmount { get; init; }

    /// <summary>The amount in the currency that the organization reports in.</summary>
    public Money? ReportAmount { get; init; }

    /// <summary>Whether the amount was adjusted.</summary>
    public bool? HasAmountAdjustment { get; init; }

    /// <summary>The transaction that it captures, voids or refunds.</summary>
    public string? ParentTransactionId { get; init; }

    /// <summary>Its captures, voids and refunds.</summary>
    public ValueList<string> ChildTransactions { get; init; } = [];

    /// <summary>The invoices.</summary>
    public ValueList<string> InvoiceIds { get; init; } = [];

    /// <summary>The subscriptions of the invoices.</summary>
    public ValueList<string> SubscriptionIds { get; init; } = [];

    /// <summary>The plans of the orders.</summary>
    public ValueList<string> PlanIds { get; init; } = [];

    /// <summary>The payout request that a credit pays.</summary>
    public string? PayoutRequestId { get; init; }

    /// <summary>The deposit request that it belongs to.</summary>
    public string? DepositRequestId { get; init; }

    /// <summary>The transfer that it belongs to.</summary>
    public string? TransferId { get; init; }

    /// <summary>The request id that it was sent with: our key in the form of the wire.</summary>
    public string? RequestId { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The billing address.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>The gateway behind Rebilly.</summary>
    public string? GatewayName { get; init; }

    /// <summary>The gateway account that processed it.</summary>
    public string? GatewayAccountId { get; init; }

    /// <summary>The acquirer.</summary>
    public string? AcquirerName { get; init; }

    /// <summary>The method of payment, for example <c>payment-card</c>.</summary>
    public string? Method { get; init; }

    /// <summary>Who received it, for cash.</summary>
    public string? ReceivedBy { get; init; }

    /// <summary>The reference, for a check or an alternative method.</summary>
    public string? Reference { get; init; }

    /// <summary>The account's own fields, nested values as JSON.</summary>
    public Metadata CustomFields { get; init; } = [];

    /// <summary>What the gateway refers to it by.</summary>
    public Metadata ReferenceData { get; init; } = [];

    /// <summary>Whether it is a later payment of a subscription, without trials and set-up fees.</summary>
    public bool? IsRebill { get; init; }

    /// <summary>The number of the later payment.</summary>
    public long? RebillNumber { get; init; }

    /// <summary>Whether it repeats a declined payment.</summary>
    public bool? IsRetry { get; init; }

    /// <summary>Its place among the repeats.</summary>
    public long? RetryNumber { get; init; }

    /// <summary>Whether the merchant initiated it.</summary>
    public bool? IsMerchantInitiated { get; init; }

    /// <summary>Whether it was processed outside of Rebilly and is only recorded there.</summary>
    public bool? IsProcessedOutside { get; init; }

    /// <summary>Whether it was compared with the gateway's batches.</summary>
    public bool? IsReconciled { get; init; }

    /// <summary>Whether it was corrected afterwards by what the gateway knows.</summary>
    public bool? HadDiscrepancy { get; init; }

    /// <summary>Whether a customer disputes it.</summary>
    public bool? IsDisputed { get; init; }

    /// <summary>The payments of the customer in 24 hours.</summary>
    public long? Velocity { get; init; }

    /// <summary>The score of the risk; Rebilly documents no scale.</summary>
    public long? RiskScore { get; init; }

    /// <summary>What was found out about the risk.</summary>
    public RebillyRisk? Risk { get; init; }

    /// <summary>The gateway's response.</summary>
    public RebillyResponse? Response { get; init; }

    /// <summary>How the address compared.</summary>
    public RebillyResponse? AvsResponse { get; init; }

    /// <summary>How the security code compared.</summary>
    public RebillyResponse? CvvResponse { get; init; }

    /// <summary>Whether it used 3-D Secure.</summary>
    public bool? HasThreeDSecure { get; init; }

    /// <summary>How 3-D Secure went; <see cref="PaymentResult.Verification"/> has its result.</summary>
    public RebillyThreeDSecure? ThreeDSecure { get; init; }

    /// <summary>Whether a conversion into the currency of the card applies.</summary>
    public bool? HasCurrencyConversion { get; init; }

    /// <summary>The offer to pay in the currency of the card, when there was one.</summary>
    public RebillyCurrencyConversion? CurrencyConversion { get; init; }

    /// <summary>The limit that the payment counted against.</summary>
    public RebillyLimit? Limit { get; init; }

    /// <summary>How often it was changed.</summary>
    public long? Revision { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When it was processed.</summary>
    public DateTimeOffset? ProcessedAt { get; init; }

    /// <summary>When the bank settled it.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When it was disputed.</summary>
    public DateTimeOffset? DisputedAt { get; init; }

    /// <summary>When it was corrected last.</summary>
    public DateTimeOffset? DiscrepancyAt { get; init; }

    /// <summary>Where the customer is sent back to.</summary>
    public string? RedirectUrl { get; init; }

    /// <summary>Where Rebilly posts that the result is final.</summary>
    public string? NotificationUrl { get; init; }

    /// <summary>The addresses of what belongs to it, by their relation; the first of each. Some open a payment: do not log them.</summary>
    public Metadata Links { get; init; } = [];

    /// <summary>
    /// The objects that were asked for by <see cref="RebillyRequestOptions.Expand"/> or <see cref="RebillyQueryOptions.Expand"/>, as JSON by
    /// their name, secrets and card data masked.
    /// </summary>
    public Metadata Embedded { get; init; } = [];

    /// <summary>Kind and id.</summary>
    /// <returns>For example <c>sale txn_1</c>.</returns>
    public override string ToString() => $"{Type} {Id}";
}
