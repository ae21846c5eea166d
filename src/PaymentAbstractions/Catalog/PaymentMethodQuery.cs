namespace PaymentAbstractions;

/// <summary>Asks which payment methods can be offered for an amount.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record PaymentMethodQuery
{
    /// <summary>The amount to pay, in major units, greater than zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The id of the customer, as payments name it.</summary>
    /// <value>Default <see langword="null"/>: the customer is not known.</value>
    public string? CustomerId { get; init; }

    /// <summary>The billing address.</summary>
    /// <value>Default <see langword="null"/>: the address is not known.</value>
    public Address? BillingAddress { get; init; }

    /// <summary>What is known of the shopper's device. What the provider does not take is refused, because no result could report it.</summary>
    /// <value>Default <see langword="null"/>: nothing is known.</value>
    public ShopperContext? Shopper { get; init; }
}
