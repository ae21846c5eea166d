using static PaymentAbstractions.ResponseAdvice;
using static PaymentAbstractions.ResponseCategory;

namespace PaymentAbstractions;

// The codes whose meaning differs for Mastercard and Maestro. If a provider passes on the merchant advice code, that takes precedence;
// without it, 57, 79, 82 and 83 are ambiguous, and their advice is the one that does no harm.
internal static class MastercardRows
{
    private const string Guide = "Mastercard's codes in a public copy of its guide; Maast";

    public static readonly ResponseRow[] Rows =
    [
        Of("04", "Capture card", PickUpCard, DoNotRetry),
        Of("14", "Invalid card number", InvalidCardNumber, UseAnotherMethod),
        Of("46", "Account closed", ClosedAccount, DoNotRetry),
        Judge("57", "Transaction not permitted to cardholder", NotPermittedToCardholder, UseAnotherMethod),
        Of("65", "Exceeds withdrawal count limit", ExceedsFrequencyLimit, RetryLater),
        Of("65", "Soft decline: authenticate the customer", AuthenticationRequired, AuthenticateCustomer) with
        {
            IsForUnauthenticated = true,
        },
        Of("70", "Contact card issuer", ResponseCategory.CallIssuer, ResponseAdvice.CallIssuer),
        Judge("71", "PIN not changed", IncorrectPin, ResponseAdvice.CallIssuer),
        Of("72", "Account not yet activated", CardNotActivated, ResponseAdvice.CallIssuer),
        Of("76", "Invalid or missing account to pay to", InvalidAccount, UseAnotherMethod),
        Of("77", "Invalid or missing account to pay from", InvalidAccount, UseAnotherMethod),
        Of("78", "Account unknown", InvalidAccount, UseAnotherMethod),
        Judge("79", "Life cycle; also replaces 14 and 54", CardLifeCycle, UseAnotherMethod),
        Of("81", "Domestic debit transaction not allowed", NotPermittedToCardholder, UseAnotherMethod),
        Judge("82", "Policy; also replaces 03, 13, 57, 61, 62 and 65", SchemePolicy, UseAnotherMethod),
        Judge("83", "Fraud or security; also replaces 41, 43, 55 and 63", SuspectedFraud, DoNotRetry),
        Of("87", "Approved for the goods, without cash back", PartiallyApproved, None),
        Of("88", "Authentication value (AAV) failed: a new 3-D Secure", AuthenticationFailed, AuthenticateCustomer),
        Of("89", "Unacceptable PIN: enter it again", IncorrectPin, AuthenticateCustomer),
    ];

    private static ResponseRow Judge(string code, string meaning, ResponseCategory category, ResponseAdvice advice) =>
        Of(code, meaning, category, advice) with
        {
            IsUnconfirmed = true,
        };

    private static ResponseRow Of(string code, string meaning, ResponseCategory category, ResponseAdvice advice) =>
        new(code, meaning, category, advice) { Brand = CardBrand.Mastercard, Source = Guide };
}
