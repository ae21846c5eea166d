namespace PaymentAbstractions.Adapters;

/// <summary>What a transaction must show before it proves anything about an attempt; made from the attempt, never by an adapter.</summary>
internal sealed record Expectation
{
    /// <summary>The types that the operation may come back as.</summary>
    public required ValueList<PaymentOperation> Types { get; init; }

    public Money? Amount { get; init; }

    public string? CustomerId { get; init; }

    public string? PaymentMethodId { get; init; }

    public string? ParentId { get; init; }

    public string? WireKey { get; init; }

    /// <summary>The earliest time at which it can have been made, where it shows one.</summary>
    public DateTimeOffset? Earliest { get; init; }

    /// <summary>The latest time at which it can have been made, where it shows one.</summary>
    public DateTimeOffset? Latest { get; init; }

    public bool AllowPartial { get; init; }

    /// <summary>Whether it was only to be recorded; none for a transaction that is looked at by its id.</summary>
    public bool? IsRecordOnly { get; init; }

    /// <summary>The level of commercial card data that was sent.</summary>
    public CommercialDataLevel? DataLevel { get; init; }
}
