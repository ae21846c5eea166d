namespace PaymentAbstractions.Adapters;

/// <summary>
/// What a transaction must show before it proves anything about an attempt. Created from the attempt, never by an adapter.
/// </summary>
internal sealed record Expectation
{
    /// <summary>The types that the transaction of the operation may have.</summary>
    public required ValueList<PaymentOperation> Types { get; init; }

    public Money? Amount { get; init; }

    public string? CustomerId { get; init; }

    public string? PaymentMethodId { get; init; }

    public string? ParentId { get; init; }

    public string? WireKey { get; init; }

    /// <summary>The earliest time at which it can have been created, if the transaction shows a time.</summary>
    public DateTimeOffset? Earliest { get; init; }

    /// <summary>The latest time at which it can have been created, if the transaction shows a time.</summary>
    public DateTimeOffset? Latest { get; init; }

    public bool AllowPartial { get; init; }

    /// <summary>Whether it was only to be recorded; <see langword="null"/> for a transaction that is read by its id.</summary>
    public bool? IsRecordOnly { get; init; }

    /// <summary>The level of commercial card data that was sent.</summary>
    public CommercialDataLevel? DataLevel { get; init; }
}
