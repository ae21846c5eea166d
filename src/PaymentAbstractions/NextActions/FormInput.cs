namespace PaymentAbstractions;

/// <summary>A field of a form that the customer fills in.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record FormInput
{
    /// <summary>The name under which the browser posts it.</summary>
    public required string Name { get; init; }

    /// <summary>What belongs in it.</summary>
    public required FormInputKind Kind { get; init; }
}
