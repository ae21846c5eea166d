namespace PaymentAbstractions.Rebilly;

/// <summary>The new result of a transaction in Rebilly's record. Source: core API reference, update a transaction.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record RebillyStatusUpdate
{
    /// <summary>The result of the transaction.</summary>
    public required RebillyFinalResult Result { get; init; }

    /// <summary>The processed amount in major units, when it differs from Rebilly's record; greater than zero.</summary>
    /// <value>Default: <see langword="null"/>, which keeps the amount.</value>
    public Money? Amount { get; init; }
}
