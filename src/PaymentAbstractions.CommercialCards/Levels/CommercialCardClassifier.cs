namespace PaymentAbstractions;

/// <summary>
/// Determines the level that commercial card data reaches according to the schemes' matrix, and what is missing for the next level.
/// </summary>
/// <remarks>
/// <para>
/// Level II requires the tax (its amount, or whether the order is taxed or exempt) and the customer's reference. Level III also requires
/// freight, duty and discount (zero counts, a missing value does not), where the goods are shipped to (postal code and country, or a stored
/// address) and from, and at least one line. Every line requires a product code, a commodity code, a description and a unit of measure.
/// </para>
/// <para>
/// The classifier checks only whether values are given, not whether they are right; that is the job of the validator, which refuses a
/// taxable order without its tax. An additional field never lowers the level; an additional line does when it lacks fields. A provider may
/// require less, or accept none of it: see <see cref="CommercialDataResult.SentLevel"/>. This type is thread-safe.
/// </para>
/// </remarks>
public static class CommercialCardClassifier
{
    /// <summary>Determines the level that data reaches.</summary>
    /// <param name="data">The data; <see langword="null"/> reaches Level I.</param>
    /// <returns>The level, and the fields that are missing for the next level.</returns>
    public static CommercialCardClassification Classify(CommercialCardData? data)
    {
        data ??= Nothing;
        var level =
            Reaches(data, CommercialDataLevel.LevelIII) ? CommercialDataLevel.LevelIII
            : Reaches(data, CommercialDataLevel.LevelII) ? CommercialDataLevel.LevelII
            : CommercialDataLevel.LevelI;
        return level == CommercialDataLevel.LevelIII
            ? new CommercialCardClassification { Level = level }
            : new CommercialCardClassification
            {
                Level = level,
                NextLevel = level + 1,
                MissingFields = [.. Missing(data, level + 1)],
            };
    }

    /// <summary>Determines the level that data reaches, and the effect of the programs of the card's scheme.</summary>
    /// <param name="data">The data; <see langword="null"/> reaches Level I.</param>
    /// <param name="amount">The amount of the payment. Its currency and the share of the tax matter.</param>
    /// <param name="options">
    /// The brand, the date, the merchant's country and other known values. Without a brand, the programs of every scheme are listed.
    /// </param>
    /// <returns>
    /// The level, the fields that are missing for the next level, and for each program whether the data can help, costs a fee or requires
    /// an opt-in.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is <see langword="null"/>.</exception>
    public static CommercialCardClassification Classify(
        CommercialCardData? data,
        Money amount,
        CommercialCardValidationOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        return Classify(data) with { Programs = [.. ProgramRules.FitsOf(data ?? Nothing, amount, options)] };
    }

    private static CommercialCardData Nothing { get; } = new();

    internal static bool Reaches(CommercialCardData data, CommercialDataLevel level)
    {
        if (level == CommercialDataLevel.LevelI)
        {
            return true;
        }

        if (!HasTax(data) || !IsGiven(data.CustomerReference))
        {
            return false;
        }

        if (level == CommercialDataLevel.LevelII)
        {
            return true;
        }

        if (
            data.Freight is null
            || data.Duty is null
            || data.Discount is null
            || !HasShipTo(data, data.ShipTo?.PostalCode)
            || !HasShipTo(data, data.ShipTo?.Country)
            || !IsGiven(data.ShipFromPostalCode)
            || data.LineItems.Count == 0
        )
        {
            return false;
        }

        foreach (var line in data.LineItems.AsSpan())
        {
            if (!IsComplete(line))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The fields that are missing for a level, including those of the lower levels.</summary>
    internal static IEnumerable<string> Missing(CommercialCardData data, CommercialDataLevel level)
    {
        var fields = new (CommercialDataLevel Level, string Field, bool IsThere)[]
        {
            (CommercialDataLevel.LevelII, "CustomerReference", IsGiven(data.CustomerReference)),
            (CommercialDataLevel.LevelII, "Tax.Amount", HasTax(data)),
            (CommercialDataLevel.LevelIII, "Freight", data.Freight is not null),
            (CommercialDataLevel.LevelIII, "Duty", data.Duty is not null),
            (CommercialDataLevel.LevelIII, "Discount", data.Discount is not null),
            (CommercialDataLevel.LevelIII, "ShipTo.PostalCode", HasShipTo(data, data.ShipTo?.PostalCode)),
            (CommercialDataLevel.LevelIII, "ShipTo.Country", HasShipTo(data, data.ShipTo?.Country)),
            (CommercialDataLevel.LevelIII, "ShipFromPostalCode", IsGiven(data.ShipFromPostalCode)),
            (CommercialDataLevel.LevelIII, "LineItems", data.LineItems.Count > 0),
        };
        foreach (var field in fields)
        {
            if (field.Level <= level && !field.IsThere)
            {
                yield return field.Field;
            }
        }

        for (var i = 0; level >= CommercialDataLevel.LevelIII && i < data.LineItems.Count; i++)
        {
            foreach (var name in MissingOf(data.LineItems[i]))
            {
                yield return CommercialCardCheck.Path(i, name);
            }
        }
    }

    private static IEnumerable<string> MissingOf(CommercialLineItem? line)
    {
        if (!IsGiven(line?.ProductCode))
        {
            yield return nameof(line.ProductCode);
        }

        if (!IsGiven(line?.CommodityCode?.Code))
        {
            yield return nameof(line.CommodityCode);
        }

        if (!IsGiven(line?.Description))
        {
            yield return nameof(line.Description);
        }

        if (!IsGiven(line?.UnitOfMeasure))
        {
            yield return nameof(line.UnitOfMeasure);
        }
    }

    private static bool IsComplete(CommercialLineItem? line) =>
        line is not null
        && IsGiven(line.ProductCode)
        && IsGiven(line.CommodityCode?.Code)
        && IsGiven(line.Description)
        && IsGiven(line.UnitOfMeasure);

    // The calculation of a tax, or a part of a tax, is not a tax.
    private static bool HasTax(CommercialCardData data) =>
        data.Tax is { Amount: not null } or { Treatment: not TaxTreatment.NotProvided };

    private static bool HasShipTo(CommercialCardData data, string? part) =>
        IsGiven(part) || IsGiven(data.ShipToStoredAddressId);

    private static bool IsGiven(string? text) => !string.IsNullOrWhiteSpace(text);
}
