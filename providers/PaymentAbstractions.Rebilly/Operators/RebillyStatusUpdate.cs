namespace PaymentAbstractions.Rebilly;

/// <summary>What Rebilly's record of a transaction is to say. Source: core API reference, update a transaction.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record RebillyStatusUpdate
{
    /// <summary>What the transaction came to.</summary>
    public required RebillyFinalResult Result { get; init; }

    /// <summary>What was processed, in major units, when it is not what Rebilly knows; greater than zero.</summary>
    /// <value>Default <see langword="null"/>: the amount stays.</value>
    public Money? Amount { get; init; }
}
