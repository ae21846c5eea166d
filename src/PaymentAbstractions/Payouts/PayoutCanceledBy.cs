using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Who canceled a payout request.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<PayoutCanceledBy>))]
public enum PayoutCanceledBy
{
    /// <summary>The provider does not report it, or uses an unknown name.</summary>
    Unknown = 0,

    /// <summary>The merchant.</summary>
    Merchant,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The provider. This value is only read; a merchant or a customer requests a cancellation.</summary>
    System,
}
