using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The severity of a finding about commercial card data.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CommercialCardSeverity>))]
public enum CommercialCardSeverity
{
    /// <summary>The provider would refuse the data, or a sum is wrong. The data is not sent.</summary>
    Error = 0,

    /// <summary>The data is accepted, but it probably brings no benefit.</summary>
    Warning,

    /// <summary>The card's scheme does not carry the data, has no program for it, or requires a fee or an opt-in.</summary>
    Info,
}
