namespace PaymentAbstractions;

/// <summary>The gateway and the period to reconcile.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record ReconciliationPeriod
{
    /// <summary>The configured name of the gateway, or an earlier one.</summary>
    public required string Gateway { get; init; }

    /// <summary>The earliest start of a payment, by the journal's clock. Inclusive.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>The end of the period, exclusive; later than <see cref="From"/>.</summary>
    public required DateTimeOffset Until { get; init; }
}
