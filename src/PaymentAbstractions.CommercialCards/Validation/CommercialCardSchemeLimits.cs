namespace PaymentAbstractions;

/// <summary>What a card scheme takes of commercial card data, as data.</summary>
/// <remarks>
/// <para>
/// Sources: the schemes' limits as acquirers and gateways publish them (BlueSnap, CyberSource, Orbital, PayPal). They are the
/// scheme's, not a provider's: an adapter knows its own. What the schemes make of the data, and where and when, is in
/// <see cref="CommercialCardPrograms"/>. Immutable and thread-safe.
/// </para>
/// <para>Lines per order are general knowledge, unverified.</para>
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

    /// <summary>American Express: Level II; lines are for reports.</summary>
    public static CommercialCardSchemeLimits AmericanExpress { get; } =
        new()
        {
            Brand = CardBrand.AmericanExpress,
            HighestLevel = CommercialDataLevel.LevelII,
            CustomerReferenceLength = 17,
            DescriptionLength = 40,
            UnitOfMeasureLength = 2,
        };

    /// <summary>Every scheme that has limits here.</summary>
    public static ValueList<CommercialCardSchemeLimits> All { get; } = [Visa, Mastercard, AmericanExpress];

    /// <summary>The scheme.</summary>
    public required CardBrand Brand { get; init; }

    /// <summary>The highest level that it takes.</summary>
    public required CommercialDataLevel HighestLevel { get; init; }

    /// <summary>The most characters of <see cref="CommercialCardData.CustomerReference"/>.</summary>
    public required int CustomerReferenceLength { get; init; }

    /// <summary>The most characters of a line's description.</summary>
    public required int DescriptionLength { get; init; }

    /// <summary>The most characters of a unit of measure.</summary>
    public required int UnitOfMeasureLength { get; init; }

    /// <summary>The most digits of freight and duty, in minor units. Default 12.</summary>
    public int FreightDigits { get; init; } = 12;

    /// <summary>The most digits of a line's tax and discount, in minor units. Default 12.</summary>
    public int LineAmountDigits { get; init; } = 12;

    /// <summary>The most lines of an order, unverified, so only ever a warning; none when it is not known.</summary>
    public int? LineItems { get; init; }

    /// <summary>Whether some acquirers take commodity codes of digits only, so that others are a warning. Default false.</summary>
    public bool NeedsNumericCommodityCode { get; init; }

    /// <summary>Whether Level III needs the discount of each line, zero included. Default false.</summary>
    public bool NeedsLineDiscount { get; init; }

    /// <summary>The limits of a scheme.</summary>
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
