using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The rules for commercial card data.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CommercialCardRule>))]
public enum CommercialCardRule
{
    /// <summary>A rule other than those below.</summary>
    Other = 0,

    /// <summary>Every given item has a value: no null in a list, no <c>default(Money)</c>.</summary>
    HasValue,

    /// <summary>An enumeration value is one of the defined values.</summary>
    KnownChoice,

    /// <summary>Every amount is in the currency of the payment.</summary>
    SameCurrency,

    /// <summary>No amount is below zero.</summary>
    NotNegative,

    /// <summary>A quantity is greater than zero, at most 999,999,999, and has at most 4 decimals.</summary>
    QuantityRange,

    /// <summary>A rate is 0 to 100 percent, with at most 4 decimals.</summary>
    RateRange,

    /// <summary>A text is no longer than its field.</summary>
    Length,

    /// <summary>A text contains only the characters that its field allows.</summary>
    Characters,

    /// <summary>A value is real data and not filler: not blank, not all zeros, not a generic word.</summary>
    NoFiller,

    /// <summary>A commodity code has as many digits as the codes of its catalog, and no letters.</summary>
    CommodityCodeForm,

    /// <summary>A postal code has the format of its country.</summary>
    PostalCodeForm,

    /// <summary>A country is an ISO 3166-1 code (<see cref="Country"/>) in two upper-case letters.</summary>
    CountryCode,

    /// <summary>An order ships to an address or to a stored address, not both.</summary>
    OneShippingAddress,

    /// <summary>A line's discount is not greater than the line.</summary>
    DiscountWithinLine,

    /// <summary>A line's discount equals its rate applied to the line, to within one minor unit.</summary>
    DiscountMatchesRate,

    /// <summary>A line's net amount is quantity x unit price, rounded, less the discount.</summary>
    NetAmountMatchesParts,

    /// <summary>A tax equals its rate applied to its base, to within one minor unit.</summary>
    TaxMatchesRate,

    /// <summary>A tax that is included in prices is not greater than the amount that includes it.</summary>
    TaxWithinPrice,

    /// <summary>An exempt order or line has no positive tax.</summary>
    ExemptHasNoTax,

    /// <summary>A taxable order or line gives its tax.</summary>
    TaxableHasTax,

    /// <summary>Either all lines or no lines include the tax in their prices, in line with the tax calculation.</summary>
    OneTaxInclusion,

    /// <summary>When any line has a tax, the taxes of the lines and of the freight add up to the tax of the order exactly.</summary>
    LineTaxesMakeTax,

    /// <summary>The tax on the freight and the national tax are parts of the tax of the order.</summary>
    TaxContainsItsParts,

    /// <summary>The discount on the order is not greater than the lines.</summary>
    DiscountWithinOrder,

    /// <summary>The lines, the tax, the freight and the duty, less the discount, add up to the amount exactly.</summary>
    PartsMakeAmount,

    /// <summary>Without lines, the sum of the tax, the freight and the duty is not greater than the amount.</summary>
    PartsWithinAmount,

    /// <summary>The required fields of the level are given.</summary>
    RequiredForLevel,

    /// <summary>Each line has its own product code.</summary>
    UniqueProductCode,

    /// <summary>The tax is in the range that the scheme's program accepts.</summary>
    SchemeTaxWindow,

    /// <summary>A program of the card's scheme accepts the data, costs nothing, and has everything else that it requires.</summary>
    SchemeProgram,

    /// <summary>A value fits the field that the card's scheme has for it.</summary>
    SchemeLimit,

    /// <summary>The card's scheme carries this data.</summary>
    SchemeCarriesData,
}
