namespace PaymentAbstractions.Adapters;

/// <summary>What was read under the guards, immediately before a write. It becomes part of the record, and limits are decided with it.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record AttemptReading
{
    /// <summary>What the attempt can be told from others by; none when there is nothing to note.</summary>
    public RecoveryHints? Hints { get; init; }

    /// <summary>What the authorization holds, for a capture; none when it was not read.</summary>
    public Money? Authorized { get; init; }

    /// <summary>What there is to give back of the original, before anything was, for a refund; none when it was not read.</summary>
    public Money? Captured { get; init; }

    /// <summary>Whether the provider shows what was done to the original by id. Default: no, then the journal's sum counts.</summary>
    public bool ShowsMovements { get; init; }

    /// <summary>Everything that was done to the original, where the provider shows it.</summary>
    public ValueList<ShownMovement> Movements { get; init; } = [];

    /// <summary>What a void gives back as a refund, because the original is settled; none when it stays a void.</summary>
    public Money? VoidAsRefund { get; init; }
}
