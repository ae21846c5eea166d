using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What must hold of commercial card data.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CommercialCardRule>))]
public enum CommercialCardRule
{
    /// <summary>Another rule than those below.</summary>
    Other = 0,

    /// <summary>What is given holds a value: no null in a list, no <c>default(Money)</c>.</summary>
    HasValue,

    /// <summary>The value of a list of choices is one of the choices.</summary>
    KnownChoice,

    /// <summary>Every amount is in the currency of the payment.</summary>
    SameCurrency,

    /// <summary>No amount is below zero.</summary>
    NotNegative,

    /// <summary>A quantity is above zero, at most 999,999,999, and has at most 4 decimals.</summary>
    QuantityRange,

    /// <summary>A rate is 0 to 100 percent, with at most 4 decimals.</summary>
    RateRange,

    /// <summary>A text is no longer than its field.</summary>
    Length,

    /// <summary>A text has only the characters of its field.</summary>
    Characters,

    /// <summary>A value is data and no filler: not blank, not all zeros, no word that would fit anything.</summary>
    NoFiller,

    /// <summary>A commodity code has as many digits as those of its catalog, and no letters.</summary>
    CommodityCodeForm,

    /// <summary>A postal code has the form of its country.</summary>
    PostalCodeForm,

    /// <summary>A country is one of ISO 3166-1 (<see cref="Country"/>), in two upper-case letters.</summary>
    CountryCode,

    /// <summary>An order ships to an address or to a stored address, not both.</summary>
    OneShippingAddress,

    /// <summary>A line's discount is not more than the line.</summary>
    DiscountWithinLine,

    /// <summary>A line's discount is its rate of the line, to one minor unit.</summary>
    DiscountMatchesRate,

    /// <summary>A line's net amount is quantity x unit price, rounded, less the discount.</summary>
    NetAmountMatchesParts,

    /// <summary>A tax is its rate of its base, to one minor unit.</summary>
    TaxMatchesRate,

    /// <summary>A tax that prices contain is not more than what contains it.</summary>
    TaxWithinPrice,

    /// <summary>What is exempt has no positive tax.</summary>
    ExemptHasNoTax,

    /// <summary>What is taxable names its tax.</summary>
    TaxableHasTax,

    /// <summary>Prices contain the tax in every line or in none, as the tax calculation says.</summary>
    OneTaxInclusion,

    /// <summary>When any line has a tax, the taxes of the lines and of the freight make the tax of the order exactly.</summary>
    LineTaxesMakeTax,

    /// <summary>The tax on the freight and the national tax are parts of the tax of the order.</summary>
    TaxContainsItsParts,

    /// <summary>The discount on the order is not more than the lines.</summary>
    DiscountWithinOrder,

    /// <summary>The lines, the tax, the freight and the duty less the discount make the amount exactly.</summary>
    PartsMakeAmount,

    /// <summary>Without lines, the tax, the freight and the duty are not more than the amount.</summary>
    PartsWithinAmount,

    /// <summary>The fields of the level are there.</summary>
    RequiredForLevel,

    /// <summary>Each line has a product code of its own.</summary>
    UniqueProductCode,

    /// <summary>The tax lies in the window that the scheme's program takes.</summary>
    SchemeTaxWindow,

    /// <summary>A program of the card's scheme takes the data, costs nothing, and has what else it needs.</summary>
    SchemeProgram,

    /// <summary>A value fits the field that the card's scheme has for it.</summary>
    SchemeLimit,

    /// <summary>The card's scheme carries this data.</summary>
    SchemeCarriesData,
}
