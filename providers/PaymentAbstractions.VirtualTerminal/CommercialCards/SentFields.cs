using static PaymentAbstractions.VirtualTerminal.FieldRules;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Determines which properties of the neutral data each level sends, and which of the others carry no information.</summary>
internal static class SentFields
{
    private const string Lines = "LineItems[*].";
    private const string Address = "ShipTo.";

    // A taxable order is recognized by its tax amount, an exempt one by zero. The tax calculation changes no figure: prices that include
    // tax are refused, and when no price is sent it carries no information.
    private static readonly HashSet<string> AtLevelII = new(StringComparer.Ordinal)
    {
        "CustomerReference",
        "Tax.Amount",
        "Tax.Treatment",
        "Tax.Calculation",
        "Freight",
    };

    // The country is implied, and any other is refused. Discounts and duty are zero or included in the prices, and prices that include tax
    // are refused; LinePrices handles all three.
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

    /// <summary>The fields that are set, carry information and are not sent at a level.</summary>
    public static IEnumerable<string> LeftOut(CommercialCardData data, CommercialDataLevel level)
    {
        var sent = level switch
        {
            CommercialDataLevel.LevelIII => AtLevelIII,
            CommercialDataLevel.LevelII => AtLevelII,
            _ => [],
        };
        return data.GivenFields().Where(field => !sent.Contains(field) && !HasNoInformation(data, field));
    }

    /// <summary>Whether a field belongs only to Level III, so that a request for Level II does not require it.</summary>
    public static bool IsOfLevelIII(string field) =>
        field.StartsWith(Lines, StringComparison.Ordinal)
        || field.StartsWith(Address, StringComparison.Ordinal)
        || field is "ShipToStoredAddressId" or "ShipFromPostalCode" or "Discount" or "DiscountTreatment" or "Duty";

    /// <summary>The part that a field belongs to, and the lowest level that sends it; <see langword="null"/> when no level does.</summary>
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

    // A zero without a field at the provider means the same as its absence.
    private static bool HasNoInformation(CommercialCardData data, string field) =>
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
