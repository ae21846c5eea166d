using static PaymentAbstractions.ResponseAdvice;
using static PaymentAbstractions.ResponseCategory;

namespace PaymentAbstractions;

// The codes for which Visa gives more details than the neutral rows, or differs. The categories are Visa's; codes in no list have category
// 4.
internal static class VisaRows
{
    private const string Lists = "acquirers' lists of Visa's categories, 2026-04";
    private const string Update = "TabaPay, Visa response code update, 2026; checkout.com 2026-09-10";

    private const RetryCategory One = RetryCategory.NeverRetry;
    private const RetryCategory Two = RetryCategory.CannotApproveNow;
    private const RetryCategory Three = RetryCategory.FixData;
    private const RetryCategory Four = RetryCategory.Generic;

    public static readonly ResponseRow[] Rows =
    [
        // Category 1: the issuer will never approve.
        Of("04", "Pick up card, no fraud", PickUpCard, DoNotRetry, One),
        Of("07", "Pick up card, special condition (fraud account)", PickUpCard, DoNotRetry, One),
        Of("12", "Invalid transaction", InvalidTransaction, DoNotRetry, One),
        Of("14", "Invalid account number, no such number", InvalidCardNumber, UseAnotherMethod, One),
        Of("15", "No such issuer", InvalidCardNumber, UseAnotherMethod, One),
        Of("41", "Lost card, pick up", LostCard, DoNotRetry, One),
        Of("43", "Stolen card, pick up", StolenCard, DoNotRetry, One),
        Of("46", "Token deactivated: get a new credential", CardLifeCycle, UseAnotherMethod, One, Update),
        Of("57", "Transaction not permitted to cardholder", NotPermittedToCardholder, DoNotRetry, One, Update),
        Of("R0", "Stop payment order", RecurringStopped, DoNotRetry, One),
        Of("R1", "Revocation of authorization for this merchant", RecurringStopped, DoNotRetry, One),
        Of("R3", "Revocation of all authorizations", RecurringStopped, DoNotRetry, One),
        // Category 2: the issuer cannot approve now.
        Of("03", "Invalid merchant", MerchantConfiguration, FixConfiguration, Two),
        Of("19", "Re-enter transaction", TryAgain, RetryLater, Two),
        Of("51", "Not sufficient funds", InsufficientFunds, RetryLater, Two),
        Of("59", "Suspected fraud", SuspectedFraud, UseAnotherMethod, Two),
        Of("61", "Exceeds approval or withdrawal amount limit", ExceedsAmountLimit, RetryLater, Two),
        Of("62", "Restricted card, invalid in region or country", RestrictedCard, UseAnotherMethod, Two),
        Of("65", "Exceeds frequency limit", ExceedsFrequencyLimit, RetryLater, Two),
        Of("75", "PIN tries exceeded", PinTriesExceeded, UseAnotherMethod, Two),
        Of(
            "78",
            "Blocked, first used: the cardholder must activate the card",
            CardNotActivated,
            ResponseAdvice.CallIssuer,
            Two
        ),
        Of("83", "Fraud or security block of the network: later, and rarely", SuspectedFraud, RetryLater, Two, Update),
        Of("86", "Cannot verify PIN", IncorrectPin, RetryLater, Two),
        Of("91", "Issuer or switch inoperative", IssuerUnavailable, RetryLater, Two),
        Of("93", "Violation of law; no automatic retry, regardless of the category", Compliance, DoNotRetry, Two),
        Of("96", "System malfunction", ProcessingError, RetryLater, Two),
        Of("5C", "Not supported or blocked by issuer", DoNotHonor, UseAnotherMethod, Two),
        Of("9G", "Blocked by cardholder", DoNotHonor, UseAnotherMethod, Two),
        Of("N3", "Cash service not available: repeat without cash back", ExceedsAmountLimit, FixData, Two),
        Of("N4", "Cash request exceeds limit", ExceedsAmountLimit, RetryLater, Two),
        // Category 3: the data must be corrected.
        Of("54", "Expired card or expiration date missing", ExpiredCard, FixData, Three),
        Of("55", "Incorrect PIN or PIN missing", IncorrectPin, FixData, Three),
        Disputed("70", "PIN data required", AuthenticationRequired, AuthenticateCustomer, Three),
        Of("82", "Negative online CAM, dCVV, iCVV or CVV result", IncorrectCvv, FixData, Three),
        Of(
            "1A",
            "Additional customer authentication required (SCA)",
            AuthenticationRequired,
            AuthenticateCustomer,
            Three
        ),
        Disputed("6P", "Verification data failed", VerificationFailed, FixData, Three),
        Of("N7", "Decline for CVV2 failure", IncorrectCvv, FixData, Three),
        // Category 4, although some lists have 2.
        Disputed("39", "No credit account", InvalidAccount, UseAnotherMethod),
        Disputed("52", "No checking account", InvalidAccount, UseAnotherMethod),
        Disputed("53", "No savings account", InvalidAccount, UseAnotherMethod),
        Disputed("60", "Contact acquirer", ResponseCategory.CallIssuer, ResponseAdvice.CallIssuer),
        Disputed("Z5", "Amount not accepted, change it", InvalidAmount, FixData),
        // Category 4 with a different meaning.
        Of("88", "Cryptographic failure", ProcessingError, RetryLater, Four),
        Of("89", "Ineligible to receive financial position information", NotSupported, UseAnotherMethod, Four),
    ];

    private static ResponseRow Of(
        string code,
        string meaning,
        ResponseCategory category,
        ResponseAdvice advice,
        RetryCategory retry,
        string source = Lists
    ) =>
        new(code, meaning, category, advice)
        {
            Brand = CardBrand.Visa,
            RetryCategory = retry,
            Source = source,
        };

    private static ResponseRow Disputed(
        string code,
        string meaning,
        ResponseCategory category,
        ResponseAdvice advice,
        RetryCategory retry = Four
    ) => Of(code, meaning, category, advice, retry, "lists disagree about the category") with { IsUnconfirmed = true };
}
