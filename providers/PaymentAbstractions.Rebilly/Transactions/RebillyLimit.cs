namespace PaymentAbstractions.Rebilly;

/// <summary>
/// A limit that payments count against. It is informational; Rebilly documents no effect. Source: core API reference, <c>limits</c>.
/// </summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record RebillyLimit
{
    /// <summary>The limit, in major units.</summary>
    public required Money Amount { get; init; }

    /// <summary>When the limit is reset.</summary>
    public DateTimeOffset? ResetAt { get; init; }
}
