namespace PaymentAbstractions;

/// <summary>Tells which level commercial card data reaches by the schemes' matrix, and what is missing for the next.</summary>
/// <remarks>
/// <para>
/// Level II: the tax (its amount, or whether the order is taxed or exempt) and the customer's reference.
/// Level III: that, and freight, duty and discount (zero counts, nothing does not), where the goods go (postal code and country,
/// or a stored address) and come from, and at least one line; every line with product code, commodity code, description and
/// unit of measure.
/// </para>
/// <para>
/// It looks at what is there, not at whether it is right: that is the validator's work, which refuses a taxable order without
/// its tax. Giving a field more never lowers the level; a line more does when it lacks fields. A provider may need less, or take none of
/// it: see <see cref="CommercialDataResult.SentLevel"/>. Thread-safe.
/// </para>
/// </remarks>
public static class CommercialCardClassifier
{
    /// <summary>The level that data reaches.</summary>
    /// <param name="data">The data; none reaches Level I.</param>
    /// <returns>The level, and which fields are missing for the next.</returns>
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

    /// <summary>The level that data reaches, and what the programs of the card's scheme make of it.</summary>
    /// <param name="data">The data; none reaches Level I.</param>
    /// <param name="amount">The amount of the payment, whose currency and tax count.</param>
    /// <param name="options">
    /// The brand, the day, the merchant's country and what else is known. Without a brand, the programs of every scheme are listed.
    /// </param>
    /// <returns>The level, what is missing for the next, and whether the data can help, costs a fee or needs opting in.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
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

    /// <summary>The fields that are missing for a level, those of the lower levels included.</summary>
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

    // How a tax is reckoned, or a part of it, is no tax yet.
    private static bool HasTax(CommercialCardData data) =>
        data.Tax is { Amount: not null } or { Treatment: not TaxTreatment.NotProvided };

    private static bool HasShipTo(CommercialCardData data, string? part) =>
        IsGiven(part) || IsGiven(data.ShipToStoredAddressId);

    private static bool IsGiven(string? text) => !string.IsNullOrWhiteSpace(text);
}
