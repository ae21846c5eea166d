using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Visa's category of a decline, which determines how often the payment may be tried again.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<RetryCategory>))]
public enum RetryCategory
{
    /// <summary>No category: an approval, an unknown code, or a card of another brand.</summary>
    None = 0,

    /// <summary>Category 1, the issuer will never approve: no retries.</summary>
    NeverRetry = 1,

    /// <summary>Category 2, the issuer cannot approve now: try later, within the limit.</summary>
    CannotApproveNow = 2,

    /// <summary>Category 3, data quality: try again after the data is corrected, within the limit.</summary>
    FixData = 3,

    /// <summary>Category 4, every other decline: try again within the limit.</summary>
    Generic = 4,
}
