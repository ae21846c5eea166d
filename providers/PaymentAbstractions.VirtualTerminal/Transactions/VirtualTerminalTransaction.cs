namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// A transaction in the virtual terminal's own terms, for what the neutral results do not show:
/// <c>result.As&lt;VirtualTerminalTransaction&gt;()</c>.
/// </summary>
/// <remarks>
/// Source: the page on submitting a stored transaction, and published answers. Read tolerantly: a value that cannot be read is absent, and
/// words are as the provider writes them. It decides nothing; <see cref="PaymentResult.Outcome"/> does. The result of
/// a capture or void shows the transaction that it changed, as it was read afterwards. Secrets that the provider repeats are masked. Immutable, compares by value, thread-safe.
/// </remarks>
public sealed record VirtualTerminalTransaction
{
    /// <summary>The id. May be 0 where a transaction is looked up by its id; <see cref="PaymentResult.Transaction"/> has it.</summary>
    public long? Id { get; init; }

    /// <summary>The authorization code of a sale or an authorization.</summary>
    public string? AuthorizationCode { get; init; }

    /// <summary>The number of the customer.</summary>
    public long? CustomerId { get; init; }

    /// <summary>The name of the customer.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The account; the pages disagree about whose.</summary>
    public string? Account { get; init; }

    /// <summary>The kind, for example <c>sale</c>.</summary>
    public string? Type { get; init; }

    /// <summary>When it was made, by the provider's clock.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The level that the provider counted it at, 1 to 3.</summary>
    public long? Level { get; init; }

    /// <summary>The total with tax and shipping.</summary>
    public Money? TotalAmount { get; init; }

    /// <summary>The tax in the total, at Level II and III.</summary>
    public Money? TaxAmount { get; init; }

    /// <summary>The shipping in the total, at Level II and III.</summary>
    public Money? ShippingAmount { get; init; }

    /// <summary>The pages define it in two ways, as what was captured and as what was authorized; <see cref="TransactionState.CapturedAmount"/> is checked.</summary>
    public Money? CaptureAmount { get; init; }

    /// <summary>The customer's purchase order number, at Level II and III.</summary>
    public string? CustomerPONumber { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Where it was made, for example <c>API</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The status, for example <c>Not Settled</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The number of the stored payment method; 0 for none.</summary>
    public long? PaymentMethodId { get; init; }

    /// <summary>The first name of the cardholder.</summary>
    public string? CardholderFirstName { get; init; }

    /// <summary>The last name of the cardholder.</summary>
    public string? CardholderLastName { get; init; }

    /// <summary>The brand, for example <c>Visa</c>.</summary>
    public string? CardType { get; init; }

    /// <summary>The last four digits of the card.</summary>
    public string? CardLastFour { get; init; }

    /// <summary>The billing address, with its tag as <see cref="Address.Organization"/>.</summary>
    public Address? Billing { get; init; }

    /// <summary>
    /// The number of the shipping address in the customer's address book, 0 for none. It is how the number becomes known that
    /// <see cref="CommercialCardData.ShipToStoredAddressId"/> takes.
    /// </summary>
    public long? ShippingAddressId { get; init; }

    /// <summary>The shipping address, with its recipient as <see cref="Address.Organization"/>.</summary>
    public Address? Shipping { get; init; }

    /// <summary>The line items of Level III.</summary>
    public ValueList<VirtualTerminalLineItem> LineItems { get; init; } = [];

    /// <summary>The text of the answer; it documents no other than that of a success.</summary>
    public string? Message { get; init; }

    /// <summary>Kind and id.</summary>
    /// <returns>For example <c>sale 501234</c>.</returns>
    public override string ToString() => $"{Type} {Id}";
}
