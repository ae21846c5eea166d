using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What to do after a response code.</summary>
/// <remarks>
/// <para>The advice follows from the class of the code:</para>
/// <list type="bullet">
/// <item><description>approvals and the unmapped code: <see cref="None"/>;</description></item>
/// <item><description>
/// declines that may succeed later unchanged: <see cref="RetryLater"/> if time alone can resolve them (funds, limits, a PIN that could not
/// be verified), <see cref="CallIssuer"/> if the issuer asks for it or must activate the card, otherwise <see cref="UseAnotherMethod"/>;
/// </description></item>
/// <item><description>wrong data: <see cref="FixData"/>, or <see cref="AuthenticateCustomer"/> if authentication is
/// missing;</description></item>
/// <item><description>
/// final declines: <see cref="UseAnotherMethod"/> if only this card or account cannot be used, <see cref="DoNotRetry"/> if the payment
/// itself, fraud, the law or the cardholder's stop order prevents it;
/// </description></item>
/// <item><description>
/// technical failures: <see cref="RetryLater"/>, except those after which the outcome of this payment or of an earlier one is unknown (09,
/// 25, 26, 68, 76, 77, 94): <see cref="LookUp"/>;
/// </description></item>
/// <item><description>the merchant's configuration or request: <see cref="FixConfiguration"/>.</description></item>
/// </list>
/// <para>The advice is for payments whose outcome is Declined. It never makes it safe to repeat a payment whose outcome is Unknown.</para>
/// </remarks>
[JsonConverter(typeof(EnumNameJsonConverter<ResponseAdvice>))]
public enum ResponseAdvice
{
    /// <summary>No advice: the code approves, or it is unmapped.</summary>
    None,

    /// <summary>The same payment may succeed later, as a new attempt with a new key and within the scheme's retry limits.</summary>
    RetryLater,

    /// <summary>Ask the customer for another card or payment method.</summary>
    UseAnotherMethod,

    /// <summary>Let the customer correct what was entered (number, expiry date, security code, amount), then try again.</summary>
    FixData,

    /// <summary>Authenticate the customer (3-D Secure or PIN), then try again once: a soft decline.</summary>
    AuthenticateCustomer,

    /// <summary>
    /// The customer must be authenticated but is not present, because the merchant started the payment: ask the customer to come back and
    /// pay with 3-D Secure.
    /// </summary>
    BringCustomerBack,

    /// <summary>Only the issuer can help: the customer calls the bank, or the merchant calls for a voice authorization.</summary>
    CallIssuer,

    /// <summary>
    /// The outcome of this payment, or of the one that it refers to, is unknown: look it up first, and do not charge again.
    /// </summary>
    LookUp,

    /// <summary>Do not send this payment again.</summary>
    DoNotRetry,

    /// <summary>
    /// The merchant's account, its configuration or the request is wrong; every customer gets the same response until it is fixed.
    /// </summary>
    FixConfiguration,
}
