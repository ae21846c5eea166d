using static PaymentAbstractions.ResponseAdvice;
using static PaymentAbstractions.ResponseCategory;

namespace PaymentAbstractions;

// What Mastercard and Maestro mean where they differ from the main table. Life cycle, policy and fraud come with a
// merchant advice code that can refine them; without it the advice is the one that cannot harm.
internal static class ResponseCodeRowsMastercard
{
    public static readonly ResponseCodeRow[] Rows =
    [
        new("04", "Capture card", PickUpCard, DoNotRetry),
        new("14", "Invalid card number", InvalidCardNumber, UseAnotherMethod),
        new("70", "Contact card issuer", ResponseCategory.CallIssuer, ResponseAdvice.CallIssuer),
        new("78", "No such account", InvalidAccount, UseAnotherMethod),
        new("79", "Life cycle", CardLifeCycle, UseAnotherMethod),
        new("82", "Policy", SchemePolicy, UseAnotherMethod),
        new("83", "Fraud or security", SuspectedFraud, DoNotRetry),
    ];
}
