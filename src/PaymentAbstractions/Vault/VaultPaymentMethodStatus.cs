using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Whether a stored payment method can be charged.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<VaultPaymentMethodStatus>))]
public enum VaultPaymentMethodStatus
{
    /// <summary>The provider does not report it, or uses an unknown name.</summary>
    Unknown = 0,

    /// <summary>It can be charged. If the provider distinguishes it, a payment with it was already approved.</summary>
    Active,

    /// <summary>It is stored, and no payment with it has been approved yet.</summary>
    NeverApproved,

    /// <summary>The customer must verify it first.</summary>
    VerificationNeeded,

    /// <summary>The card has expired.</summary>
    Expired,

    /// <summary>It was removed and cannot be charged.</summary>
    Deactivated,
}
