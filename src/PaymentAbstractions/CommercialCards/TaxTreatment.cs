using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Whether something is taxed.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<TaxTreatment>))]
public enum TaxTreatment
{
    /// <summary>Not provided.</summary>
    NotProvided = 0,

    /// <summary>Tax is included, and its amount is given.</summary>
    Taxable,

    /// <summary>Not subject to tax; a positive tax contradicts it.</summary>
    Exempt,
}
