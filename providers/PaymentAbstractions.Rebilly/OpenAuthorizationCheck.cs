using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Rebilly;

/// <summary>
/// At Rebilly a sale captures an open authorization of the same customer, currency and instrument, if there is one. This says
/// how a sale keeps clear of that.
/// </summary>
[JsonConverter(typeof(EnumNameJsonConverter<OpenAuthorizationCheck>))]
public enum OpenAuthorizationCheck
{
    /// <summary>
    /// Refuse the sale while the journal has such an authorization open or in doubt. Each one whose transaction is known is read first,
    /// because it may have been ended elsewhere.
    /// </summary>
    Known = 0,

    /// <summary>Ask Rebilly first as well; one more read per sale.</summary>
    AskProvider,

    /// <summary>Send the sale; if it comes back as a capture the result is Unknown, with both references.</summary>
    AcceptRisk,
}
