namespace PaymentAbstractions.Adapters;

/// <summary>A capture, void or refund that the provider shows of a transaction, by its own id.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record ShownMovement
{
    /// <summary>The provider's id of the movement.</summary>
    public required string TransactionId { get; init; }

    /// <summary>What it is.</summary>
    public required PaymentOperation Operation { get; init; }

    /// <summary>How much was moved, in the provider's currency.</summary>
    public required Money Amount { get; init; }

    /// <summary>Whether it moved nothing after all: it was voided, declined or refused. Default: no.</summary>
    public bool MovedNothing { get; init; }

    /// <summary>
    /// The key that is proven to have made it: the attempt's own or one of those in <see cref="RunningAttempt.Others"/>; none when that
    /// is not proven.
    /// </summary>
    public IdempotencyKey? MadeBy { get; init; }
}
