using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What a scheme's program does with commercial card data.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CommercialProgramKind>))]
public enum CommercialProgramKind
{
    /// <summary>The scheme does not carry the data.</summary>
    None = 0,

    /// <summary>The data reaches the buyer's reports and brings no lower rate.</summary>
    Report,

    /// <summary>The data can bring a lower interchange rate.</summary>
    Rate,

    /// <summary>The data incurs a fee, whether it brings a lower rate or not.</summary>
    Fee,
}
