using static PaymentAbstractions.ResponseAdvice;
using static PaymentAbstractions.ResponseCategory;

namespace PaymentAbstractions;

// The codes with letters that card schemes added, most of them by Visa.
internal static class ResponseCodeRowsExtended
{
    public static readonly ResponseCodeRow[] Rows =
    [
        new("1A", "Additional customer authentication required", AuthenticationRequired, AuthenticateCustomer),
        new("5C", "Not supported or blocked by issuer", DoNotHonor, UseAnotherMethod),
        new("6P", "Verification data failed", VerificationFailed, FixData),
        new("9G", "Blocked by cardholder", DoNotHonor, UseAnotherMethod),
        new("B1", "Surcharge amount not permitted", NotSupported, FixConfiguration),
        new("B2", "Surcharge amount not supported by debit network", NotSupported, FixConfiguration),
        new("N0", "Force STIP (stand-in processing)", IssuerUnavailable, RetryLater),
        new("N3", "Cash service not available", ExceedsAmountLimit, RetryLater),
        new("N4", "Cash request exceeds limit", ExceedsAmountLimit, RetryLater),
        new("N5", "Ineligible for resubmission", InvalidTransaction, DoNotRetry),
        new("N7", "Decline for CVV2 failure", IncorrectCvv, FixData),
        new("N8", "Exceeds preauthorized amount", ExceedsAmountLimit, FixData),
        new("P2", "Invalid biller information", ProcessingError, FixConfiguration),
        new("P5", "PIN change or unblock declined", ProcessingError, FixConfiguration),
        new("P6", "Unsafe PIN", ProcessingError, FixConfiguration),
        new("Q1", "Card authentication failed", AuthenticationFailed, UseAnotherMethod),
        new("R0", "Stop payment order", RecurringStopped, DoNotRetry),
        new("R1", "Revocation of authorization for this merchant", RecurringStopped, DoNotRetry),
        new("R3", "Revocation of all authorizations", RecurringStopped, DoNotRetry),
        new("XA", "Forward to issuer", TryAgain, RetryLater),
        new("XD", "Forward to issuer", TryAgain, RetryLater),
        new("Z1", "Offline declined", ProcessingError, RetryLater),
        new("Z3", "Unable to go online, offline declined", ProcessingError, RetryLater),
    ];
}
