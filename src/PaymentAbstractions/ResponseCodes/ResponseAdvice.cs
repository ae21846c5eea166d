using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>What to do after a response code.</summary>
/// <remarks>
/// <para>The rule, by the class of the code:</para>
/// <list type="bullet">
/// <item><description>approvals and the unmapped code: <see cref="None"/>;</description></item>
/// <item><description>
/// declines that may succeed later unchanged: <see cref="RetryLater"/> where time alone can cure them (funds, limits, a
/// PIN that could not be verified), <see cref="CallIssuer"/> where the issuer asks for it or must activate the card,
/// else <see cref="UseAnotherMethod"/>;
/// </description></item>
/// <item><description>wrong data: <see cref="FixData"/>, or <see cref="AuthenticateCustomer"/> where authentication is what is missing;</description></item>
/// <item><description>
/// final declines: <see cref="UseAnotherMethod"/> where only this card or account cannot be used, <see cref="DoNotRetry"/>
/// where the payment itself, fraud, law or the cardholder's stop stands against it;
/// </description></item>
/// <item><description>
/// technical failures: <see cref="RetryLater"/>, except those that leave open what became of this payment or of an earlier one (09, 25, 26,
/// 68, 76, 77, 94): <see cref="LookUp"/>;
/// </description></item>
/// <item><description>the merchant's set-up or request: <see cref="FixConfiguration"/>.</description></item>
/// </list>
/// <para>It is advice for a payment whose outcome is declined. It never makes it safe to repeat one whose outcome is unknown.</para>
/// </remarks>
[JsonConverter(typeof(EnumNameJsonConverter<ResponseAdvice>))]
public enum ResponseAdvice
{
    /// <summary>Nothing follows from the code: it approves, or it is unmapped.</summary>
    None,

    /// <summary>The same payment may succeed later, as a new attempt with a new key and within the scheme's retry limits.</summary>
    RetryLater,

    /// <summary>Ask the customer for another card or payment method.</summary>
    UseAnotherMethod,

    /// <summary>Let the customer correct what was entered (number, expiry date, security code, amount), then try again.</summary>
    FixData,

    /// <summary>Authenticate the customer (3-D Secure or PIN), then try again, once: a soft decline.</summary>
    AuthenticateCustomer,

    /// <summary>
    /// The customer must be authenticated and has no part in this payment, which the merchant began: ask the customer to come back and pay
    /// with 3-D Secure.
    /// </summary>
    BringCustomerBack,

    /// <summary>Only the issuer can help: the customer calls the bank, or the merchant calls for a voice authorization.</summary>
    CallIssuer,

    /// <summary>What became of it, or of the payment that it is about, is not known: look it up before anything else, and charge nothing anew.</summary>
    LookUp,

    /// <summary>Do not send this payment again.</summary>
    DoNotRetry,

    /// <summary>The merchant's account, its set-up or the request is wrong; every customer meets the same answer until it is fixed.</summary>
    FixConfiguration,
}
