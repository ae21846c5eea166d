using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions.Rebilly;

/// <summary>
/// How a sale avoids capturing an open authorization: at Rebilly, a sale captures an open authorization of the same customer, currency and
/// payment instrument, if there is one.
/// </summary>
[JsonConverter(typeof(EnumNameJsonConverter<OpenAuthorizationCheck>))]
public enum OpenAuthorizationCheck
{
    /// <summary>
    /// Refuse the sale while the journal contains such an authorization that is open or unresolved. Each one whose transaction is known is
    /// read first, because it may have been captured or voided outside this library.
    /// </summary>
    Known = 0,

    /// <summary>Also ask Rebilly for open authorizations first; this adds one read per sale.</summary>
    AskProvider,

    /// <summary>
    /// Send the sale without a check; if it is processed as a capture, the result is Unknown and carries both references.
    /// </summary>
    AcceptRisk,
}
