namespace PaymentAbstractions;

/// <summary>A field of a form that the customer fills in.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record FormInput
{
    /// <summary>The name under which the browser posts it.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of data that the customer enters.</summary>
    public required FormInputKind Kind { get; init; }
}
