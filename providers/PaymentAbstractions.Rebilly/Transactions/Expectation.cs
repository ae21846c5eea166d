namespace PaymentAbstractions.Rebilly;

/// <summary>What an answer must show before it proves anything about a request.</summary>
internal sealed record Expectation
{
    /// <summary>The types of transaction that the operation may come back as.</summary>
    public required ValueList<PaymentOperation> Types { get; init; }

    /// <summary>The amount that was asked for.</summary>
    public Money? Amount { get; init; }

    /// <summary>The customer that was named.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The transaction that the new one must be a child of.</summary>
    public string? ParentId { get; init; }

    /// <summary>The requestId that was sent.</summary>
    public string? WireKey { get; init; }

    /// <summary>The earliest time at which the transaction can have been made, where it shows one.</summary>
    public DateTimeOffset? Earliest { get; init; }

    /// <summary>The latest time at which the transaction can have been made, where it shows one.</summary>
    public DateTimeOffset? Latest { get; init; }

    /// <summary>Whether the caller allowed a partial approval.</summary>
    public bool AllowPartial { get; init; }
}
