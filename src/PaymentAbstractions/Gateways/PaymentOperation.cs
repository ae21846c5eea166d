using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The operations on money.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<PaymentOperation>))]
public enum PaymentOperation
{
    /// <summary>Not known; never a valid operation of a request.</summary>
    Unknown = 0,

    /// <summary>Charges a payment method at once.</summary>
    Sale,

    /// <summary>Holds money for a later capture.</summary>
    Authorize,

    /// <summary>Takes money that an authorization holds.</summary>
    Capture,

    /// <summary>Cancels a transaction before it is settled.</summary>
    Void,

    /// <summary>Pays settled money back.</summary>
    Refund,

    /// <summary>Pays out money that is not linked to a sale.</summary>
    Credit,

    /// <summary>Verifies a payment method for later use without a purchase.</summary>
    Setup,
}
