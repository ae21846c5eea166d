using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Whether a stored payment method can be charged.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<VaultPaymentMethodStatus>))]
public enum VaultPaymentMethodStatus
{
    /// <summary>The provider does not tell, or uses a word that is not known here.</summary>
    Unknown = 0,

    /// <summary>It can be charged, and was charged with success before where the provider tells that apart.</summary>
    Active,

    /// <summary>It is stored, and no payment with it was approved yet.</summary>
    NeverApproved,

    /// <summary>The customer has to verify it first.</summary>
    VerificationNeeded,

    /// <summary>The card has expired.</summary>
    Expired,

    /// <summary>It was removed and cannot be charged.</summary>
    Deactivated,
}
