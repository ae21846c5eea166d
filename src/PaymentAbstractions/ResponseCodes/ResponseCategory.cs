using System.Text.Json.Serialization;
using PaymentAbstractions.Json;

namespace PaymentAbstractions;

/// <summary>The provider-neutral reason of a response code.</summary>
/// <remarks>New values may be added at the end; treat an unknown value as a decline without a reason.</remarks>
[JsonConverter(typeof(EnumNameJsonConverter<ResponseCategory>))]
public enum ResponseCategory
{
    /// <summary>The table does not contain the code that the provider sent. It is neither an approval nor a known decline.</summary>
    Unmapped,

    /// <summary>The whole amount is approved.</summary>
    Approved,

    /// <summary>A smaller amount than requested is approved.</summary>
    PartiallyApproved,

    /// <summary>There is no reason to decline (85): approves a check of the card or a refund, but never a sale.</summary>
    NoReasonToDecline,

    /// <summary>The issuer, or the acquirer's security desk, asks for a call.</summary>
    CallIssuer,

    /// <summary>The issuer asks to retain the card.</summary>
    PickUpCard,

    /// <summary>The issuer declines and gives no reason, or the cardholder blocked the payment.</summary>
    DoNotHonor,

    /// <summary>The merchant is unknown or not set up.</summary>
    MerchantConfiguration,

    /// <summary>Processing failed on the way; the code says nothing about the card.</summary>
    ProcessingError,

    /// <summary>The card or the issuer does not allow this kind of transaction, or not at this point of its life cycle.</summary>
    InvalidTransaction,

    /// <summary>The amount is not valid, or it overflowed in a currency conversion.</summary>
    InvalidAmount,

    /// <summary>The card number or the issuer does not exist.</summary>
    InvalidCardNumber,

    /// <summary>The customer canceled or disputes the payment.</summary>
    Canceled,

    /// <summary>The network asks to enter the transaction again.</summary>
    TryAgain,

    /// <summary>The transaction that this one refers to was not found, or does not match.</summary>
    OriginalNotFound,

    /// <summary>The issuer or its switch cannot be reached.</summary>
    IssuerUnavailable,

    /// <summary>The card has expired, or the expiry date is missing or wrong.</summary>
    ExpiredCard,

    /// <summary>The issuer or the scheme suspects fraud.</summary>
    SuspectedFraud,

    /// <summary>The card may not be used here, for example outside its region.</summary>
    RestrictedCard,

    /// <summary>The PIN was entered wrongly too often.</summary>
    PinTriesExceeded,

    /// <summary>The card has no account of the requested kind.</summary>
    InvalidAccount,

    /// <summary>The requested function or surcharge is not supported.</summary>
    NotSupported,

    /// <summary>The card is reported lost.</summary>
    LostCard,

    /// <summary>The card is reported stolen.</summary>
    StolenCard,

    /// <summary>The account is closed.</summary>
    ClosedAccount,

    /// <summary>There is not enough money or credit.</summary>
    InsufficientFunds,

    /// <summary>The PIN is wrong, missing or could not be verified.</summary>
    IncorrectPin,

    /// <summary>The cardholder may not make this kind of payment.</summary>
    NotPermittedToCardholder,

    /// <summary>The merchant or its terminal may not accept this kind of payment.</summary>
    NotPermittedToMerchant,

    /// <summary>The amount exceeds a limit of the card, the service or the earlier authorization.</summary>
    ExceedsAmountLimit,

    /// <summary>The card was used too often; some issuers in the European Economic Area use it to require authentication.</summary>
    ExceedsFrequencyLimit,

    /// <summary>A security rule was violated.</summary>
    SecurityViolation,

    /// <summary>The law or a compliance rule forbids the payment.</summary>
    Compliance,

    /// <summary>The customer must be authenticated, by 3-D Secure or PIN.</summary>
    AuthenticationRequired,

    /// <summary>The response came too late; look up the payment before you send another.</summary>
    Timeout,

    /// <summary>The card is new and not yet activated.</summary>
    CardNotActivated,

    /// <summary>The transaction is already reversed.</summary>
    AlreadyReversed,

    /// <summary>The card security code or its chip equivalent is wrong.</summary>
    IncorrectCvv,

    /// <summary>There is no route to the issuer.</summary>
    RoutingError,

    /// <summary>The network already received the same transaction; look for the first one.</summary>
    DuplicateTransaction,

    /// <summary>Data of the cardholder could not be verified.</summary>
    VerificationFailed,

    /// <summary>The card could not be authenticated.</summary>
    AuthenticationFailed,

    /// <summary>The cardholder stopped this payment or all payments of this merchant.</summary>
    RecurringStopped,

    /// <summary>The card was replaced, closed or changed (Mastercard).</summary>
    CardLifeCycle,

    /// <summary>A policy of the scheme or the issuer prevents the payment (Mastercard).</summary>
    SchemePolicy,
}
