using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The catalog that a commodity code is taken from.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CommodityScheme>))]
public enum CommodityScheme
{
    /// <summary>Not provided.</summary>
    NotProvided = 0,

    /// <summary>United Nations Standard Products and Services Code, 8 digits.</summary>
    Unspsc,

    /// <summary>Harmonized System of the World Customs Organization, 6 digits.</summary>
    HarmonizedSystem,

    /// <summary>North American Industry Classification System.</summary>
    Naics,

    /// <summary>North American Product Classification System.</summary>
    Napcs,

    /// <summary>Harmonized Tariff Schedule of the United States, 10 digits.</summary>
    UsHarmonizedTariff,

    /// <summary>National Institute of Governmental Purchasing, 3, 5, 7 or 11 digits.</summary>
    Nigp,
}
