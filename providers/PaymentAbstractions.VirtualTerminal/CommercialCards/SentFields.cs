using static PaymentAbstractions.VirtualTerminal.FieldRules;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Which properties of the neutral data each level sends, and which of the others say nothing.</summary>
internal static class SentFields
{
    private const string Lines = "LineItems[*].";
    private const string Address = "ShipTo.";

    // Taxable stands in the amount, exempt in its zero. How tax was reckoned changes no figure: prices with tax in them are
    // refused, and where no price is sent it says nothing.
    private static readonly HashSet<string> AtLevelII = new(StringComparer.Ordinal)
    {
        "CustomerReference",
        "Tax.Amount",
        "Tax.Treatment",
        "Tax.Calculation",
        "Freight",
    };

    // The country is implied, and another one refused. Discounts and duty are zero or in the prices, and prices with tax are
    // refused: all three are the business of LinePrices.
    private static readonly HashSet<string> AtLevelIII = new(AtLevelII, StringComparer.Ordinal)
    {
        "ShipTo.FirstName",
        "ShipTo.LastName",
        "ShipTo.Organization",
        "ShipTo.Line1",
        "ShipTo.Line2",
        "ShipTo.City",
        "ShipTo.Region",
        "ShipTo.PostalCode",
        "ShipTo.Country",
        "ShipTo.Phone",
        "ShipToStoredAddressId",
        "Discount",
        "Duty",
        Lines + "ProductCode",
        Lines + "Quantity",
        Lines + "UnitPrice",
        Lines + "Discount",
        Lines + "TaxIncluded",
    };

    /// <summary>What is given, says something, and is not sent at a level.</summary>
    public static IEnumerable<string> LeftOut(CommercialCardData data, CommercialDataLevel level)
    {
        var sent = level switch
        {
            CommercialDataLevel.LevelIII => AtLevelIII,
            CommercialDataLevel.LevelII => AtLevelII,
            _ => [],
        };
        return data.GivenFields().Where(field => !sent.Contains(field) && !SaysNothing(data, field));
    }

    /// <summary>Whether a field belongs to Level III alone, so that who asks for Level II has not asked for it.</summary>
    public static bool IsOfLevelIII(string field) =>
        field.StartsWith(Lines, StringComparison.Ordinal)
        || field.StartsWith(Address, StringComparison.Ordinal)
        || field is "ShipToStoredAddressId" or "ShipFromPostalCode" or "Discount" or "DiscountTreatment" or "Duty";

    /// <summary>The part that a field belongs to, and the lowest level that sends it; none when no level does.</summary>
    public static (string Part, CommercialDataLevel? Level) PartOf(string field) =>
        field switch
        {
            "CustomerReference" or "Freight" => (field, CommercialDataLevel.LevelII),
            "ShipToStoredAddressId" => (field, CommercialDataLevel.LevelIII),
            _ when field.StartsWith("Tax.", StringComparison.Ordinal) => ("Tax", CommercialDataLevel.LevelII),
            _ when field.StartsWith(Address, StringComparison.Ordinal) => ("ShipTo", CommercialDataLevel.LevelIII),
            _ when field.StartsWith(Lines, StringComparison.Ordinal) => ("LineItems", CommercialDataLevel.LevelIII),
            _ => (field, null),
        };

    // A zero that has no field is what its absence means there.
    private static bool SaysNothing(CommercialCardData data, string field) =>
        field switch
        {
            "Discount" or "DiscountTreatment" => IsNothing(data.Discount),
            "Duty" => IsNothing(data.Duty),
            "FreightTax" => IsNothing(data.FreightTax),
            "FreightTaxRate" => data.FreightTaxRate == 0,
            "Tax.NationalAmount" => IsNothing(data.Tax?.NationalAmount),
            "Tax.NationalRate" => data.Tax?.NationalRate == 0,
            Lines + "Discount" => Every(data, line => IsNothing(line.Discount)),
            Lines + "DiscountRate" => Every(data, line => line.DiscountRate is null or 0),
            Lines + "DiscountTreatment" => Every(
                data,
                line => line.DiscountTreatment == DiscountTreatment.NotProvided || IsNothing(line.Discount)
            ),
            Lines + "Tax" => Every(data, line => IsNothing(line.Tax)),
            Lines + "TaxRate" => Every(data, line => line.TaxRate is null or 0),
            _ => false,
        };

    private static bool Every(CommercialCardData data, Func<CommercialLineItem, bool> says) =>
        data.LineItems.All(line => line is null || says(line));
}
