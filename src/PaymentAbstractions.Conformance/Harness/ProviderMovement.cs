namespace PaymentAbstractions.Conformance;

/// <summary>One thing that really happened to money at the provider, by the provider's own record.</summary>
public sealed record ProviderMovement
{
    /// <summary>What happened.</summary>
    public required PaymentOperation Kind { get; init; }

    /// <summary>The provider's id of the transaction that did it.</summary>
    public required string TransactionId { get; init; }

    /// <summary>How much, zero or more; <see cref="Kind"/> says in which direction.</summary>
    public required Money Amount { get; init; }

    /// <summary>The level of commercial card data that it was booked at; none when the provider's record tells no level.</summary>
    public CommercialDataLevel? DataLevel { get; init; }
}
