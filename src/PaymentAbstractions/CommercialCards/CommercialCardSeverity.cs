using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>How much a finding about commercial card data matters.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<CommercialCardSeverity>))]
public enum CommercialCardSeverity
{
    /// <summary>The provider would refuse it, or a sum is wrong; it is not sent.</summary>
    Error = 0,

    /// <summary>It is accepted, but probably brings no benefit.</summary>
    Warning,

    /// <summary>The card's scheme does not carry it, has no program for it, or asks a fee or an opt-in.</summary>
    Info,
}
