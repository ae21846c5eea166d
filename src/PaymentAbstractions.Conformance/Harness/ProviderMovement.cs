namespace PaymentAbstractions.Conformance;

/// <summary>One actual money movement at the provider, according to the provider's own record.</summary>
public sealed record ProviderMovement
{
    /// <summary>The kind of movement.</summary>
    public required PaymentOperation Kind { get; init; }

    /// <summary>The provider's id of the transaction that caused it.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The amount, zero or more; <see cref="Kind"/> determines the direction.</summary>
    public required Money Amount { get; init; }

    /// <summary>
    /// The level of commercial card data at which it was booked; <see langword="null"/> when the provider's record contains no level.
    /// </summary>
    public CommercialDataLevel? DataLevel { get; init; }
}
