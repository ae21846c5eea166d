using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>Visa's category of a decline, which says how often the payment may be tried again.</summary>
[JsonConverter(typeof(EnumNameJsonConverter<RetryCategory>))]
public enum RetryCategory
{
    /// <summary>No category: an approval, a code that the table does not know, or a card of another brand.</summary>
    None = 0,

    /// <summary>Category 1, the issuer will never approve: no retry at all.</summary>
    NeverRetry = 1,

    /// <summary>Category 2, the issuer cannot approve now: later, within the limit.</summary>
    CannotApproveNow = 2,

    /// <summary>Category 3, data quality: after the data are corrected, within the limit.</summary>
    FixData = 3,

    /// <summary>Category 4, every other decline: within the limit.</summary>
    Generic = 4,
}
