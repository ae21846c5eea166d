namespace PaymentAbstractions.Adapters;

/// <summary>
/// What an adapter read under the guards immediately before a write. It is recorded with the attempt, and the journal checks limits with
/// it.
/// </summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record AttemptReading
{
    /// <summary>What distinguishes the attempt from others; <see langword="null"/> when there is nothing to record.</summary>
    public RecoveryHints? Hints { get; init; }

    /// <summary>The amount that the authorization holds, for a capture; <see langword="null"/> when it was not read.</summary>
    public Money? Authorized { get; init; }

    /// <summary>
    /// The amount of the original that could be refunded before any refund, for a refund; <see langword="null"/> when it was not read.
    /// </summary>
    public Money? Captured { get; init; }

    /// <summary>
    /// Whether the provider lists the movements of the original by id. The default is <see langword="false"/>: the sum in the journal
    /// counts.
    /// </summary>
    public bool ShowsMovements { get; init; }

    /// <summary>All movements of the original, when the provider lists them.</summary>
    public ValueList<ShownMovement> Movements { get; init; } = [];

    /// <summary>The amount that a void refunds because the original is settled; <see langword="null"/> when it stays a void.</summary>
    public Money? VoidAsRefund { get; init; }
}
