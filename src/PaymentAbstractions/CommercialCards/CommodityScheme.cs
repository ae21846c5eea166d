using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The catalog that a commodity code is taken from.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CommodityScheme>))]
public enum CommodityScheme
{
    /// <summary>Not said.</summary>
    NotProvided = 0,

    /// <summary>United Nations Standard Products and Services Code.</summary>
    Unspsc,

    /// <summary>Harmonized System of the World Customs Organization.</summary>
    HarmonizedSystem,

    /// <summary>North American Industry Classification System.</summary>
    Naics,

    /// <summary>North American Product Classification System.</summary>
    Napcs,
}
