using static PaymentAbstractions.ResponseAdvice;
using static PaymentAbstractions.ResponseCategory;

namespace PaymentAbstractions;

// Brands with a few rows of their own.
internal static class OtherBrandRows
{
    private const string Discovered = "no source found; never retry a card that is to be picked up or unknown";

    public static readonly ResponseRow[] Rows =
    [
        Discover("04", "Pick up card", PickUpCard),
        Discover("07", "Pick up card, special condition", PickUpCard),
        Discover("14", "Invalid card number", InvalidCardNumber),
        Discover("15", "Invalid issuer", InvalidCardNumber),
        Discover("41", "Lost card", LostCard),
        Discover("43", "Stolen card", StolenCard),
        Of(
            CardBrand.CartesBancaires,
            "A1",
            "Soft decline: authenticate the customer",
            AuthenticationRequired,
            AuthenticateCustomer,
            "CentralPay, Scellius"
        ),
        Of(CardBrand.Elo, "76", "Account to pay to: never retry", InvalidAccount, DoNotRetry, "docs.y.uno"),
        Of(CardBrand.Elo, "77", "Account to pay from: never retry", InvalidAccount, DoNotRetry, "docs.y.uno"),
    ];

    private static ResponseRow Discover(string code, string meaning, ResponseCategory category) =>
        Of(CardBrand.Discover, code, meaning, category, DoNotRetry, Discovered) with
        {
            IsUnconfirmed = true,
        };

    private static ResponseRow Of(
        CardBrand brand,
        string code,
        string meaning,
        ResponseCategory category,
        ResponseAdvice advice,
        string source
    ) => new(code, meaning, category, advice) { Brand = brand, Source = source };
}
