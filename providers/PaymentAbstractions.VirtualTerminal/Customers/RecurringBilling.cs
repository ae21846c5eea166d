namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// A charge that the provider repeats automatically. It is set up in the provider's own interface; this library only reads it.
/// </summary>
/// <remarks>Immutable, compares by value. Source: the page on getting a customer and its payment methods.</remarks>
public sealed record RecurringBilling
{
    /// <summary>The billing's id at the provider.</summary>
    public required string Id { get; init; }

    /// <summary>The provider's id of the stored payment method that is charged.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>How often it is charged.</summary>
    public RecurringFrequency Frequency { get; init; }

    /// <summary>The total amount of one charge.</summary>
    public Money? TotalAmount { get; init; }

    /// <summary>The part of the total that is for shipping.</summary>
    public Money? ShippingAmount { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// The day of the charge: 1 to 7 if weekly, 1 to 28 if monthly, 1 to 3 if quarterly (the month of the quarter), 1 to 12 if yearly (the
    /// month).
    /// </summary>
    public int? TransactionDay { get; init; }

    /// <summary>When the billing was set up.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
