using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What is proven about a payment. An axis of its own: never derived from a response code alone.</summary>
/// <remarks>Approval needs positive evidence. Whatever is in doubt is <see cref="Unknown"/>, which is also the zero value.</remarks>
[JsonConverter(typeof(EnumNameJsonConverter<PaymentOutcome>))]
public enum PaymentOutcome
{
    /// <summary>
    /// Sent, and no trustworthy answer came; or an answer that contradicts the request. Money may have moved.
    /// Never send again: find the transaction.
    /// </summary>
    Unknown = 0,

    /// <summary>Evidence for the whole amount. Money moved or is held.</summary>
    Approved,

    /// <summary>Evidence for a smaller amount: see <see cref="PaymentResult.ApprovedAmount"/>. Complete or void it.</summary>
    PartiallyApproved,

    /// <summary>The issuer or the provider said no. No money moved. A new attempt takes a new key.</summary>
    Declined,

    /// <summary>The provider works on it or the customer must act. Money may move. Find until it is final.</summary>
    Pending,

    /// <summary>The request itself was refused. No money moved. Fix it and send it under the same key, unless it left a transaction.</summary>
    Rejected,

    /// <summary>Proven not to have been sent. No money moved. The same key may be sent again.</summary>
    NotSent,

    /// <summary>
    /// Was approved, and all of it was voided or refunded since. Nothing is paid or held any more: do not ship. Derived when a
    /// payment is answered or looked up, never by an adapter's answer to a new payment.
    /// </summary>
    Reversed,
}
