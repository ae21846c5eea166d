using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What a scheme's program does with commercial card data.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CommercialProgramKind>))]
public enum CommercialProgramKind
{
    /// <summary>Nothing: the scheme does not carry the data.</summary>
    None = 0,

    /// <summary>The data reach the buyer's reports and bring no rate.</summary>
    Report,

    /// <summary>The data can bring a lower rate of interchange.</summary>
    Rate,

    /// <summary>The data cost a fee, whether they bring a rate or not.</summary>
    Fee,
}
