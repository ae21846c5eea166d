namespace PaymentAbstractions;

/// <summary>A query for the payment methods that can be offered for an amount.</summary>
/// <remarks>Instances are immutable, compare by value and are thread-safe.</remarks>
public sealed record PaymentMethodQuery
{
    /// <summary>The amount to pay, in major units, greater than zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The id of the customer, as payment requests name it.</summary>
    /// <value>The default is <see langword="null"/>: the customer is not known.</value>
    public string? CustomerId { get; init; }

    /// <summary>The billing address.</summary>
    /// <value>The default is <see langword="null"/>: the address is not known.</value>
    public Address? BillingAddress { get; init; }

    /// <summary>
    /// What is known about the shopper's device. A value that the provider does not accept is refused, because no result could report that
    /// it was left out.
    /// </summary>
    /// <value>The default is <see langword="null"/>: nothing is known.</value>
    public ShopperContext? Shopper { get; init; }
}
