using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What is proven about a payment. It is never derived from a response code alone.</summary>
/// <remarks>An approval needs positive evidence. Any uncertain result is <see cref="Unknown"/>, which is also the zero value.</remarks>
[JsonConverter(typeof(EnumNameJsonConverter<PaymentOutcome>))]
public enum PaymentOutcome
{
    /// <summary>
    /// The payment was sent, and there was no trustworthy response, or the response contradicts the request. Money may have moved. Never
    /// send it again: look up the transaction.
    /// </summary>
    Unknown = 0,

    /// <summary>There is evidence for the whole amount. Money moved or is held.</summary>
    Approved,

    /// <summary>
    /// There is evidence for a smaller amount: see <see cref="PaymentResult.ApprovedAmount"/>. Complete the payment or void it.
    /// </summary>
    PartiallyApproved,

    /// <summary>The issuer or the provider declined. No money moved. A new attempt needs a new key.</summary>
    Declined,

    /// <summary>The provider is processing it, or the customer must act. Money may move. Look it up until it is final.</summary>
    Pending,

    /// <summary>
    /// The request itself was refused. No money moved. Fix it and send it again with the same key, unless the result has a transaction.
    /// </summary>
    Rejected,

    /// <summary>It is proven that nothing was sent. No money moved. The same key may be sent again.</summary>
    NotSent,

    /// <summary>
    /// The payment was approved, and all of it has since been voided or refunded. Nothing is paid or held any more: do not ship. This
    /// outcome is derived when a payment is returned or looked up; an adapter never reports it for a new payment.
    /// </summary>
    Reversed,
}
