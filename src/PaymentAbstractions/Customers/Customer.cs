namespace PaymentAbstractions;

/// <summary>The customer as the provider knows them.</summary>
public sealed record Customer
{
    /// <summary>The provider's id of the customer, or the merchant's own id where the provider allows it.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Whether the provider should create or update the customer from the request. The default is <see langword="false"/>: the customer
    /// exists.
    /// </summary>
    public bool CreateOrUpdate { get; init; }

    /// <summary>The customer's main address, used when the customer is created or updated.</summary>
    public Address? Address { get; init; }
}
