namespace PaymentAbstractions;

/// <summary>The customer as the provider knows them.</summary>
public sealed record Customer
{
    /// <summary>The provider's id of the customer; where the provider allows it, the merchant's own.</summary>
    public required string Id { get; init; }

    /// <summary>Whether the provider should create or update the customer from the request. Default: the customer exists.</summary>
    public bool CreateOrUpdate { get; init; }

    /// <summary>The customer's main address, used when the customer is created or updated.</summary>
    public Address? Address { get; init; }
}
