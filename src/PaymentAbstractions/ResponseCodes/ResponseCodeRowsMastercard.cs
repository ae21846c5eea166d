using static PaymentAbstractions.ResponseAdvice;
using static PaymentAbstractions.ResponseCategory;

namespace PaymentAbstractions;

// What Mastercard and Maestro mean where they differ from the main table. Life cycle, policy and fraud come with a
// merchant advice code that can refine them; without it the advice is the one that cannot harm.
internal static class ResponseCodeRowsMastercard
{
    public static readonly ResponseCodeRow[] Rows =
    [
        Of("04", "Capture card", PickUpCard, DoNotRetry),
        Of("14", "Invalid card number", InvalidCardNumber, UseAnotherMethod),
        Of("70", "Contact card issuer", ResponseCategory.CallIssuer, ResponseAdvice.CallIssuer),
        Of("78", "No such account", InvalidAccount, UseAnotherMethod),
        Of("79", "Life cycle", CardLifeCycle, UseAnotherMethod),
        Of("82", "Policy", SchemePolicy, UseAnotherMethod),
        Of("83", "Fraud or security", SuspectedFraud, DoNotRetry),
    ];

    private static ResponseCodeRow Of(string value, string meaning, ResponseCategory category, ResponseAdvice advice) =>
        new(value, meaning, category, advice) { Brand = CardBrand.Mastercard };
}
