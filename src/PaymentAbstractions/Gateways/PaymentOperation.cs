using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What is done to money.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<PaymentOperation>))]
public enum PaymentOperation
{
    /// <summary>Not known; never a valid operation of a request.</summary>
    Unknown = 0,

    /// <summary>Takes money at once.</summary>
    Sale,

    /// <summary>Holds money for a later capture.</summary>
    Authorize,

    /// <summary>Takes money that an authorization holds.</summary>
    Capture,

    /// <summary>Undoes a transaction before settlement.</summary>
    Void,

    /// <summary>Gives settled money back.</summary>
    Refund,

    /// <summary>Pays money out without a sale behind it.</summary>
    Credit,

    /// <summary>Verifies a payment method for later use without a purchase.</summary>
    Setup,
}
