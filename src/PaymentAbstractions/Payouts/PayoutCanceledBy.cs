using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Who canceled a payout request.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<PayoutCanceledBy>))]
public enum PayoutCanceledBy
{
    /// <summary>The provider does not tell, or uses a word that is not known here.</summary>
    Unknown = 0,

    /// <summary>The merchant.</summary>
    Merchant,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The provider. It is only read; a cancellation that is asked for is the merchant's or the customer's.</summary>
    System,
}
