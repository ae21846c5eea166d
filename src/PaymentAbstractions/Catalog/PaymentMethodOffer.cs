namespace PaymentAbstractions;

/// <summary>A payment method that the provider offers for an amount.</summary>
/// <remarks>Immutable, compares by value, thread-safe. Holds no secret.</remarks>
public sealed record PaymentMethodOffer
{
    /// <summary>The provider's name of the method, for example <c>payment-card</c>; also one that this library does not know.</summary>
    public required string Method { get; init; }

    /// <summary>The form of payment method that charges it.</summary>
    /// <value>Default <see cref="PaymentMethodKind.None"/>: the adapter knows none.</value>
    public PaymentMethodKind Kind { get; init; }

    /// <summary>The provider's name of a feature of the method, for example the wallet <c>Google Pay</c>.</summary>
    /// <value>Default <see langword="null"/>: the method itself.</value>
    public string? Feature { get; init; }

    /// <summary>The brands of card that are accepted, in the provider's order; also those that this library does not name.</summary>
    /// <value>Default none: the method has no brands, or the provider does not tell them.</value>
    public ValueList<CardBrand> Brands { get; init; } = [];

    /// <summary>
    /// The provider's conditions, as it writes them: the method can be used when at least one of them matches. The library does not evaluate
    /// them.
    /// </summary>
    /// <value>Default none: no restriction.</value>
    public ValueList<string> Filters { get; init; } = [];
}
