using static PaymentAbstractions.ResponseAdvice;
using static PaymentAbstractions.ResponseCategory;

namespace PaymentAbstractions;

// The meaning for every brand without its own row: ISO 8583:1987, field 39, as gateways use it, with the letter codes.
internal static class NeutralRows
{
    private const string Iso = "ISO 8583:1987 (Fiserv, Moneris, North)";
    private const string Extensions = "extensions by schemes and gateways (Fiserv, Moneris, North)";
    private const string Judged = "this library's reading";

    public static readonly ResponseRow[] Rows =
    [
        Of("00", "Approved", Approved, None),
        Of("01", "Refer to card issuer", ResponseCategory.CallIssuer, ResponseAdvice.CallIssuer),
        Of("02", "Refer to card issuer, special condition", ResponseCategory.CallIssuer, ResponseAdvice.CallIssuer),
        Of("03", "Invalid merchant", MerchantConfiguration, FixConfiguration),
        Of("04", "Pick up card, no fraud", PickUpCard, DoNotRetry),
        Of("05", "Do not honor", DoNotHonor, UseAnotherMethod),
        Of("06", "Error", ProcessingError, RetryLater),
        Of("07", "Pick up card, special condition (fraud account)", PickUpCard, DoNotRetry),
        Of("08", "Honor with identification", Approved, None),
        Of("09", "Request in progress", ProcessingError, LookUp),
        Of("10", "Partial approval", PartiallyApproved, None),
        Of("11", "Approved, VIP", Approved, None),
        Of("12", "Invalid transaction", InvalidTransaction, DoNotRetry),
        Of("13", "Invalid amount or currency conversion overflow", InvalidAmount, FixData),
        Of("14", "Invalid account number, no such number", InvalidCardNumber, UseAnotherMethod),
        Of("15", "No such issuer", InvalidCardNumber, UseAnotherMethod),
        Of("16", "Approved, update track 3", Approved, None),
        Of("17", "Customer cancellation", Canceled, DoNotRetry),
        Of("18", "Customer dispute", Canceled, DoNotRetry),
        Of("19", "Re-enter transaction", TryAgain, RetryLater),
        Of("20", "Invalid response", ProcessingError, RetryLater),
        Of("21", "No action taken, cannot back out prior transaction", ProcessingError, RetryLater),
        Of("22", "Suspected malfunction", ProcessingError, RetryLater),
        Judge("23", "Unacceptable transaction fee: check its configuration", MerchantConfiguration, FixConfiguration),
        Of("24", "File update not supported", ProcessingError, RetryLater),
        Judge("25", "Unable to locate the original; says nothing about the sale", OriginalNotFound, LookUp),
        Judge("26", "Suspected duplicate record", DuplicateTransaction, LookUp),
        Of("27", "File update field edit error", ProcessingError, RetryLater),
        Of("28", "File temporarily unavailable", TryAgain, RetryLater),
        Of("29", "File update failed", ProcessingError, RetryLater),
        Of("30", "Format error", ProcessingError, FixConfiguration),
        Of("31", "Bank not supported by switch or issuer signed off", IssuerUnavailable, RetryLater),
        Of("32", "Completed partially", PartiallyApproved, None),
        Of("33", "Expired card, pick up", ExpiredCard, DoNotRetry),
        Of("34", "Suspected fraud, pick up", SuspectedFraud, DoNotRetry),
        Of("35", "Contact acquirer, pick up", PickUpCard, DoNotRetry),
        Of("36", "Restricted card, pick up", RestrictedCard, DoNotRetry),
        Of("37", "Call acquirer security, pick up", PickUpCard, DoNotRetry),
        Of("38", "PIN tries exceeded, pick up", PinTriesExceeded, DoNotRetry),
        Of("39", "No credit account", InvalidAccount, UseAnotherMethod),
        Of("40", "Requested function not supported", NotSupported, FixConfiguration),
        Of("41", "Lost card, pick up", LostCard, DoNotRetry),
        Of("42", "No universal account", InvalidAccount, UseAnotherMethod),
        Of("43", "Stolen card, pick up", StolenCard, DoNotRetry),
        Of("44", "No investment account", InvalidAccount, UseAnotherMethod),
        Of("46", "Closed account", ClosedAccount, UseAnotherMethod),
        Of("51", "Not sufficient funds", InsufficientFunds, RetryLater),
        Of("52", "No checking account", InvalidAccount, UseAnotherMethod),
        Of("53", "No savings account", InvalidAccount, UseAnotherMethod),
        Of("54", "Expired card or expiration date missing", ExpiredCard, FixData),
        Of("55", "Incorrect PIN or PIN missing", IncorrectPin, FixData),
        Of("56", "No card record", InvalidCardNumber, UseAnotherMethod),
        Of("57", "Transaction not permitted to cardholder", NotPermittedToCardholder, UseAnotherMethod),
        Of("58", "Transaction not permitted to terminal", NotPermittedToMerchant, FixConfiguration),
        Of("59", "Suspected fraud", SuspectedFraud, UseAnotherMethod),
        Of("60", "Contact acquirer", ResponseCategory.CallIssuer, ResponseAdvice.CallIssuer),
        Of("61", "Exceeds approval or withdrawal amount limit", ExceedsAmountLimit, RetryLater),
        Of("62", "Restricted card, invalid in region or country", RestrictedCard, UseAnotherMethod),
        Of("63", "Security violation", SecurityViolation, DoNotRetry),
        Of("64", "Anti-money-laundering requirement not met or original amount incorrect", Compliance, DoNotRetry),
        Of("65", "Exceeds frequency limit", ExceedsFrequencyLimit, RetryLater),
        Of("66", "Call acquirer security", ResponseCategory.CallIssuer, ResponseAdvice.CallIssuer),
        Of("67", "Hard capture, pick up at ATM", PickUpCard, DoNotRetry),
        Judge("68", "Response received too late: the outcome is not known", ResponseCategory.Timeout, LookUp),
        Of("70", "PIN data required", AuthenticationRequired, AuthenticateCustomer),
        Of("75", "PIN tries exceeded", PinTriesExceeded, UseAnotherMethod),
        Of("76", "Unsolicited reversal, previous message not found", OriginalNotFound, LookUp),
        Of("77", "Unsolicited reversal, data does not match previous message", OriginalNotFound, LookUp),
        Of("78", "Blocked, first used; new card not activated", CardNotActivated, ResponseAdvice.CallIssuer),
        Of("79", "Already reversed", AlreadyReversed, DoNotRetry),
        Of("80", "No financial impact or invalid date", ProcessingError, RetryLater),
        Of("81", "Cryptographic error in PIN", ProcessingError, RetryLater),
        Of("82", "Negative online CAM, dCVV, iCVV or CVV result", IncorrectCvv, FixData),
        Of("83", "Cannot verify PIN, or fraud or security", SuspectedFraud, UseAnotherMethod),
        Of("84", "Invalid authorization life cycle", InvalidTransaction, DoNotRetry),
        Of(
            "85",
            "No reason to decline: approves a check of the card or a refund, never a sale",
            NoReasonToDecline,
            None
        ),
        Of("86", "Cannot verify PIN", IncorrectPin, RetryLater),
        Of("88", "Cryptographic failure", ProcessingError, RetryLater),
        Of("89", "Authentication failure", AuthenticationFailed, UseAnotherMethod),
        Of("90", "Cutoff in process", IssuerUnavailable, RetryLater),
        Of("91", "Issuer or switch inoperative", IssuerUnavailable, RetryLater),
        Judge("92", "No route to the institution", RoutingError, FixConfiguration),
        Judge("93", "Violation of law", Compliance, DoNotRetry),
        Judge("94", "Duplicate transmission: never a new charge", DuplicateTransaction, LookUp),
        Of("95", "Reconcile error", ProcessingError, RetryLater),
        Of("96", "System malfunction", ProcessingError, RetryLater),
        Of("97", "Message authentication or format error at the gateway", ProcessingError, RetryLater),
        Of("98", "Host unreachable from the gateway", ProcessingError, RetryLater),
        Of("99", "Error at the gateway", ProcessingError, RetryLater),
        Of("1A", "Additional customer authentication required", AuthenticationRequired, AuthenticateCustomer),
        Of("5C", "Not supported or blocked by issuer", DoNotHonor, UseAnotherMethod),
        Judge("6P", "Verification data failed", VerificationFailed, FixData),
        Of("9G", "Blocked by cardholder", DoNotHonor, UseAnotherMethod),
        Of("B1", "Surcharge amount not permitted", NotSupported, FixConfiguration),
        Of("B2", "Surcharge amount not supported by debit network", NotSupported, FixConfiguration),
        Of("N0", "Force STIP (stand-in processing)", IssuerUnavailable, RetryLater),
        Judge("N3", "Cash service not available: repeat without cash back", ExceedsAmountLimit, FixData),
        Of("N4", "Cash request exceeds limit", ExceedsAmountLimit, RetryLater),
        Of("N5", "Ineligible for resubmission", InvalidTransaction, DoNotRetry),
        Of("N7", "Decline for CVV2 failure", IncorrectCvv, FixData),
        Of("N8", "Exceeds preauthorized amount", ExceedsAmountLimit, FixData),
        Of("P2", "Invalid biller information", ProcessingError, FixConfiguration),
        Judge("P5", "PIN change or unblock declined", IncorrectPin, DoNotRetry),
        Judge("P6", "Unsafe PIN in a PIN change", IncorrectPin, DoNotRetry),
        Of("Q1", "Card authentication failed", AuthenticationFailed, UseAnotherMethod),
        Of("R0", "Stop payment order", RecurringStopped, DoNotRetry),
        Of("R1", "Revocation of authorization for this merchant", RecurringStopped, DoNotRetry),
        Of("R3", "Revocation of all authorizations", RecurringStopped, DoNotRetry),
        Of("XA", "Forward to issuer", TryAgain, RetryLater),
        Of("XD", "Forward to issuer", TryAgain, RetryLater),
        new("Y1", "Offline approved", Approved, None) { Source = "Moneris" },
        new("Y3", "Unable to go online, offline approved", Approved, None) { Source = "Moneris" },
        Judge("Z1", "Offline declined: one try online", TryAgain, RetryLater, once: true),
        Judge("Z3", "Unable to go online, offline declined: one try online", TryAgain, RetryLater, once: true),
        Judge("Z5", "Amount not accepted, change it", InvalidAmount, FixData),
    ];

    private static ResponseRow Of(string code, string meaning, ResponseCategory category, ResponseAdvice advice) =>
        new(code, meaning, category, advice)
        {
            Source =
                string.CompareOrdinal(code, "97") < 0 && char.IsAsciiDigit(code[1]) && char.IsAsciiDigit(code[0])
                    ? Iso
                    : Extensions,
        };

    private static ResponseRow Judge(
        string code,
        string meaning,
        ResponseCategory category,
        ResponseAdvice advice,
        bool once = false
    ) =>
        new(code, meaning, category, advice)
        {
            Source = Judged,
            IsUnconfirmed = true,
            Retries = once ? new RetryAllowance { MaxRetries = 1, Window = TimeSpan.FromDays(30) } : null,
        };
}
