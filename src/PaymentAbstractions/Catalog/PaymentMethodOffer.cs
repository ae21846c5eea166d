namespace PaymentAbstractions;

/// <summary>A payment method that the provider offers for an amount.</summary>
/// <remarks>Instances are immutable, compare by value and are thread-safe. They hold no secrets.</remarks>
public sealed record PaymentMethodOffer
{
    /// <summary>
    /// The provider's name of the method, for example <c>payment-card</c>. It can be a name that this library does not know.
    /// </summary>
    public required string Method { get; init; }

    /// <summary>The kind of payment method that charges it.</summary>
    /// <value>The default is <see cref="PaymentMethodKind.None"/>: the adapter knows no such kind.</value>
    public PaymentMethodKind Kind { get; init; }

    /// <summary>The provider's name of a feature of the method, for example the wallet <c>Google Pay</c>.</summary>
    /// <value>The default is <see langword="null"/>: the method itself.</value>
    public string? Feature { get; init; }

    /// <summary>The card brands that are accepted, in the provider's order, including brands that this library does not name.</summary>
    /// <value>The default is an empty list: the method has no brands, or the provider does not report them.</value>
    public ValueList<CardBrand> Brands { get; init; } = [];

    /// <summary>
    /// The provider's conditions, as the provider writes them: the method can be used when at least one of them matches. The library does
    /// not evaluate them.
    /// </summary>
    /// <value>The default is an empty list: no restriction.</value>
    public ValueList<string> Filters { get; init; } = [];
}
