namespace PaymentAbstractions;

/// <summary>The limits of a card scheme for commercial card data.</summary>
/// <remarks>
/// <para>
/// Sources: the schemes' limits as acquirers and gateways publish them (BlueSnap, CyberSource, Orbital, PayPal). They are limits of the
/// scheme, not of a provider; an adapter knows those of its provider. <see cref="CommercialCardPrograms"/> shows how the schemes use the
/// data. Instances are immutable and thread-safe.
/// </para>
/// <para>The numbers of lines per order are general knowledge, unverified.</para>
/// </remarks>
public sealed record CommercialCardSchemeLimits
{
    /// <summary>Visa.</summary>
    public static CommercialCardSchemeLimits Visa { get; } =
        new()
        {
            Brand = CardBrand.Visa,
            HighestLevel = CommercialDataLevel.LevelIII,
            CustomerReferenceLength = 25,
            DescriptionLength = 26,
            UnitOfMeasureLength = 12,
            FreightDigits = 12,
            LineAmountDigits = 12,
            LineItems = 99,
            NeedsNumericCommodityCode = true,
            NeedsLineDiscount = true,
        };

    /// <summary>Mastercard.</summary>
    public static CommercialCardSchemeLimits Mastercard { get; } =
        new()
        {
            Brand = CardBrand.Mastercard,
            HighestLevel = CommercialDataLevel.LevelIII,
            CustomerReferenceLength = 25,
            DescriptionLength = 35,
            UnitOfMeasureLength = 3,
            FreightDigits = 9,
            LineAmountDigits = 9,
            LineItems = 998,
        };

    /// <summary>American Express: Level II; lines are only for reports.</summary>
    public static CommercialCardSchemeLimits AmericanExpress { get; } =
        new()
        {
            Brand = CardBrand.AmericanExpress,
            HighestLevel = CommercialDataLevel.LevelII,
            CustomerReferenceLength = 17,
            DescriptionLength = 40,
            UnitOfMeasureLength = 2,
        };

    /// <summary>All schemes with known limits.</summary>
    public static ValueList<CommercialCardSchemeLimits> All { get; } = [Visa, Mastercard, AmericanExpress];

    /// <summary>The scheme.</summary>
    public required CardBrand Brand { get; init; }

    /// <summary>The highest level that the scheme accepts.</summary>
    public required CommercialDataLevel HighestLevel { get; init; }

    /// <summary>The maximum number of characters of <see cref="CommercialCardData.CustomerReference"/>.</summary>
    public required int CustomerReferenceLength { get; init; }

    /// <summary>The maximum number of characters of a line's description.</summary>
    public required int DescriptionLength { get; init; }

    /// <summary>The maximum number of characters of a unit of measure.</summary>
    public required int UnitOfMeasureLength { get; init; }

    /// <summary>The maximum number of digits of freight and duty, in minor units. The default is 12.</summary>
    public int FreightDigits { get; init; } = 12;

    /// <summary>The maximum number of digits of a line's tax and discount, in minor units. The default is 12.</summary>
    public int LineAmountDigits { get; init; } = 12;

    /// <summary>
    /// The maximum number of lines of an order; <see langword="null"/> when it is not known. It is unverified, so an order with more lines
    /// causes only a warning.
    /// </summary>
    public int? LineItems { get; init; }

    /// <summary>
    /// Whether some acquirers accept only digits in commodity codes, so that other characters cause a warning. The default is
    /// <see langword="false"/>.
    /// </summary>
    public bool NeedsNumericCommodityCode { get; init; }

    /// <summary>Whether Level III requires the discount of each line, even if it is zero. The default is <see langword="false"/>.</summary>
    public bool NeedsLineDiscount { get; init; }

    /// <summary>Gets the limits of a scheme.</summary>
    /// <param name="brand">The scheme.</param>
    /// <returns>Its limits, or <see langword="null"/> when none are known.</returns>
    public static CommercialCardSchemeLimits? Of(CardBrand brand)
    {
        foreach (var limits in All.AsSpan())
        {
            if (limits.Brand == brand)
            {
                return limits;
            }
        }

        return null;
    }
}
