namespace PaymentAbstractions.Adapters;

/// <summary>A capture, void or refund of a transaction that the provider lists with an id of its own.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record ShownMovement
{
    /// <summary>The provider's id of the movement.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The kind of movement.</summary>
    public required PaymentOperation Operation { get; init; }

    /// <summary>The amount that was moved, in the provider's currency.</summary>
    public required Money Amount { get; init; }

    /// <summary>Whether it moved no money: it was voided, declined or refused. The default is <see langword="false"/>.</summary>
    public bool MovedNothing { get; init; }

    /// <summary>
    /// The key of the attempt that is proven to have made the movement: this attempt's own or one of <see cref="RunningAttempt.Others"/>;
    /// <see langword="null"/> when that is not proven.
    /// </summary>
    public IdempotencyKey? MadeBy { get; init; }
}
