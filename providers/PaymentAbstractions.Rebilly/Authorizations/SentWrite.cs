namespace PaymentAbstractions.Rebilly;

/// <summary>A capture, void or refund that this process sent on a transaction.</summary>
/// <param name="Operation">What was asked for.</param>
/// <param name="WireKey">The key on the wire.</param>
/// <param name="Amount">The amount that was sent.</param>
/// <param name="KnownChildren">The children that the transaction had before.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="ChildId">The child that it made; <see langword="null"/> while that is in doubt.</param>
internal sealed record SentWrite(
    PaymentOperation Operation,
    string WireKey,
    Money Amount,
    ValueList<string> KnownChildren,
    DateTimeOffset SentAt,
    string? ChildId = null
);
