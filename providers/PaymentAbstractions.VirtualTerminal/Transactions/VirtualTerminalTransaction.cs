namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// A transaction in the virtual terminal's own terms, for data that the neutral results do not contain:
/// <c>result.As&lt;VirtualTerminalTransaction&gt;()</c>.
/// </summary>
/// <remarks>
/// Source: the page on submitting a stored transaction, and published answers. Values that cannot be read are absent, and enumerated values
/// are kept as the provider writes them. Do not derive the outcome from it; use <see cref="PaymentResult.Outcome"/>. The result of a
/// capture or void contains the changed transaction as it was read afterwards. Secrets that the provider echoes are masked. Immutable,
/// compares by value, thread-safe.
/// </remarks>
public sealed record VirtualTerminalTransaction
{
    /// <summary>
    /// The id. It may be 0 when a transaction was looked up by id; <see cref="PaymentResult.Transaction"/> then contains the id.
    /// </summary>
    public long? Id { get; init; }

    /// <summary>The authorization code of a sale or an authorization.</summary>
    public string? AuthorizationCode { get; init; }

    /// <summary>The number of the customer.</summary>
    public long? CustomerId { get; init; }

    /// <summary>The name of the customer.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The account; the pages disagree about whose account it is.</summary>
    public string? Account { get; init; }

    /// <summary>The type, for example <c>sale</c>.</summary>
    public string? Type { get; init; }

    /// <summary>When it was created, by the provider's clock.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The level at which the provider processed it, 1 to 3.</summary>
    public long? Level { get; init; }

    /// <summary>The total including tax and shipping.</summary>
    public Money? TotalAmount { get; init; }

    /// <summary>The tax in the total, at Levels II and III.</summary>
    public Money? TaxAmount { get; init; }

    /// <summary>The shipping cost in the total, at Levels II and III.</summary>
    public Money? ShippingAmount { get; init; }

    /// <summary>
    /// The capture amount. The pages define it in two ways, as the captured and as the authorized amount; use the verified
    /// <see cref="TransactionState.CapturedAmount"/>.
    /// </summary>
    public Money? CaptureAmount { get; init; }

    /// <summary>The customer's purchase order number, at Levels II and III.</summary>
    public string? CustomerPONumber { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Where it was created, for example <c>API</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The status, for example <c>Not Settled</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The number of the stored payment method; 0 for none.</summary>
    public long? PaymentMethodId { get; init; }

    /// <summary>The first name of the cardholder.</summary>
    public string? CardholderFirstName { get; init; }

    /// <summary>The last name of the cardholder.</summary>
    public string? CardholderLastName { get; init; }

    /// <summary>The card brand, for example <c>Visa</c>.</summary>
    public string? CardType { get; init; }

    /// <summary>The last four digits of the card.</summary>
    public string? CardLastFour { get; init; }

    /// <summary>The billing address, with its tag as <see cref="Address.Organization"/>.</summary>
    public Address? Billing { get; init; }

    /// <summary>
    /// The number of the shipping address in the customer's address book; 0 for none. Use it as
    /// <see cref="CommercialCardData.ShipToStoredAddressId"/>.
    /// </summary>
    public long? ShippingAddressId { get; init; }

    /// <summary>The shipping address, with its recipient as <see cref="Address.Organization"/>.</summary>
    public Address? Shipping { get; init; }

    /// <summary>The line items of Level III.</summary>
    public ValueList<VirtualTerminalLineItem> LineItems { get; init; } = [];

    /// <summary>The text of the answer; only that of a success is documented.</summary>
    public string? Message { get; init; }

    /// <summary>Returns the type and the id.</summary>
    /// <returns>For example <c>sale 501234</c>.</returns>
    public override string ToString() => $"{Type} {Id}";
}
