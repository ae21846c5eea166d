using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Rebilly;

/// <summary>The results that an operator can set on a transaction. Source: core API reference, update a transaction.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<RebillyFinalResult>))]
public enum RebillyFinalResult
{
    /// <summary>Not specified. The zero value; it is never sent.</summary>
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
