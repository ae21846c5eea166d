using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Rebilly;

/// <summary>The results that a person can give a transaction. Source: core API reference, update a transaction.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<RebillyFinalResult>))]
public enum RebillyFinalResult
{
    /// <summary>Not given. Never sent.</summary>
    Unspecified = 0,

    /// <summary>The customer did not finish in time.</summary>
    Abandoned,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Canceled before funds moved.</summary>
    Canceled,

    /// <summary>Declined.</summary>
    Declined,
}
