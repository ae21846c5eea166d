namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Determines which parts make up a level at this provider.</summary>
/// <remarks>
/// Source: the page on submitting a stored transaction. Level II is tax, freight and the purchase order number; Level III adds a shipping
/// address and line items. This is less than the card schemes require: commodity code, description and unit come from the merchant's
/// catalog at the provider, and the country is the United States.
/// </remarks>
internal static class DataLevels
{
    /// <summary>The highest level for which all parts are present, regardless of their content.</summary>
    public static CommercialDataLevel MadeBy(CommercialCardData data) =>
        Missing(data, CommercialDataLevel.LevelII).Any() ? CommercialDataLevel.LevelI
        : Missing(data, CommercialDataLevel.LevelIII).Any() ? CommercialDataLevel.LevelII
        : CommercialDataLevel.LevelIII;

    /// <summary>The parts that are missing for a level, including those of the lower levels.</summary>
    public static IEnumerable<string> Missing(CommercialCardData data, CommercialDataLevel level)
    {
        var parts = new (CommercialDataLevel Level, string Field, bool IsThere)[]
        {
            (CommercialDataLevel.LevelII, nameof(data.CustomerReference), data.CustomerReference is not null),
            (CommercialDataLevel.LevelII, "Tax.Amount", HasTax(data)),
            (CommercialDataLevel.LevelII, nameof(data.Freight), data.Freight is not null),
            (
                CommercialDataLevel.LevelIII,
                nameof(data.ShipTo),
                data.ShipTo is not null || data.ShipToStoredAddressId is not null
            ),
            (CommercialDataLevel.LevelIII, nameof(data.LineItems), data.LineItems.Count > 0),
        };
        return parts.Where(part => part.Level <= level && !part.IsThere).Select(part => part.Field);
    }

    /// <summary>The tax to send: zero for an order that is exempt.</summary>
    public static Money TaxOf(CommercialCardData data, Currency currency) => data.Tax?.Amount ?? Money.Zero(currency);

    private static bool HasTax(CommercialCardData data) =>
        data.Tax is { Amount: not null } or { Treatment: TaxTreatment.Exempt };
}
