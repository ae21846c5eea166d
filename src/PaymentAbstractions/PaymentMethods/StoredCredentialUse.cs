using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>How a stored card or account is used, in the terms of the card schemes' stored-credential rules.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<StoredCredentialUse>))]
public enum StoredCredentialUse
{
    /// <summary>The method is neither stored nor being stored.</summary>
    None = 0,

    /// <summary>The customer is present and agrees that the method is stored for later use.</summary>
    First,

    /// <summary>The customer is present and pays with a stored method.</summary>
    LaterByCustomer,

    /// <summary>The merchant charges a stored method on a schedule without an end, such as a subscription.</summary>
    MerchantRecurring,

    /// <summary>The merchant charges one part of a purchase that is paid in installments.</summary>
    MerchantInstallment,

    /// <summary>The merchant charges a stored method as agreed but without a schedule, such as a top-up.</summary>
    MerchantUnscheduled,
}
