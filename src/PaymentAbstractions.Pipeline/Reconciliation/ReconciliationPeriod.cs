namespace PaymentAbstractions;

/// <summary>What is to be compared.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record ReconciliationPeriod
{
    /// <summary>The configured name of the gateway, or a former one.</summary>
    public required string Gateway { get; init; }

    /// <summary>The earliest beginning of a payment, by the journal's clock.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The time before which it began; later than <see cref="From"/>.</summary>
    public required DateTimeOffset Until { get; init; }
}
