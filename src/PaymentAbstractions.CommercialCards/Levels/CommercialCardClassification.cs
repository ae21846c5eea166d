namespace PaymentAbstractions;

/// <summary>The level that commercial card data reaches, in a form that a user interface can show.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record CommercialCardClassification
{
    /// <summary>The level that the data reaches.</summary>
    public required CommercialDataLevel Level { get; init; }

    /// <summary>The next higher level; <see langword="null"/> at the highest level.</summary>
    public CommercialDataLevel? NextLevel { get; init; }

    /// <summary>
    /// The properties of <see cref="CommercialCardData"/> that are missing for <see cref="NextLevel"/>, with their paths, for
    /// example <c>LineItems[2].CommodityCode</c>.
    /// </summary>
    public ValueList<string> MissingFields { get; init; } = [];

    /// <summary>
    /// The programs of the card's scheme that are in force, and what prevents the order from qualifying for each. Empty when the amount and
    /// the options were not given.
    /// </summary>
    public ValueList<CommercialCardProgramFit> Programs
    {
        get;
        init => field = value ?? [];
    } = [];
}
