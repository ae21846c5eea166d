using static PaymentAbstractions.ResponseAdvice;
using static PaymentAbstractions.ResponseCategory;

namespace PaymentAbstractions;

// The three-digit action codes of American Express, with the two characters that each maps to. They take precedence over ISO 8583:1993.
internal static class AmericanExpressRows
{
    private const string Published = "slickerhq; Lyra 2025";

    public static readonly ResponseRow[] Rows =
    [
        Of("000", "00", "Approved", Approved, None),
        Of("001", "08", "Approved, honor with identification", Approved, None),
        Of("002", "10", "Partial approval", PartiallyApproved, None),
        Of("100", "05", "Deny: limit retries", DoNotHonor, UseAnotherMethod),
        Of("101", "54", "Expired card: correct the date", ExpiredCard, FixData),
        Of("106", "75", "PIN tries exceeded", PinTriesExceeded, UseAnotherMethod),
        Of("107", "01", "Refer to the issuer", ResponseCategory.CallIssuer, ResponseAdvice.CallIssuer),
        Of("109", "03", "Invalid merchant: check the configuration", MerchantConfiguration, FixConfiguration),
        Of("110", "13", "Invalid amount", InvalidAmount, FixData),
        Of("111", "14", "Invalid account number", InvalidCardNumber, UseAnotherMethod),
        Of("115", "40", "Requested function not supported", NotSupported, FixConfiguration),
        Of("116", "51", "Not sufficient funds", InsufficientFunds, RetryLater),
        Of("117", "55", "Incorrect PIN", IncorrectPin, FixData),
        Of("119", "57", "Not permitted to the cardholder: no blind retry", NotPermittedToCardholder, UseAnotherMethod),
        Of("121", "61", "Limit exceeded", ExceedsAmountLimit, RetryLater),
        Of("122", "N7", "Security code (CID): enter it again", IncorrectCvv, FixData),
        Of("125", "54", "Invalid effective date: correct the date", ExpiredCard, FixData),
        Of(
            "130",
            "1A",
            "Additional customer authentication required (SCA)",
            AuthenticationRequired,
            AuthenticateCustomer
        ),
        Of("181", "30", "Format error in the request", ProcessingError, FixConfiguration),
        Of("183", "30", "Invalid currency", ProcessingError, FixConfiguration),
        Of("187", "46", "A new card was issued: use it instead of the old one", CardLifeCycle, UseAnotherMethod),
        Of(
            "189",
            "03",
            "Account or merchant canceled: stop, and notify the merchant",
            MerchantConfiguration,
            DoNotRetry
        ) with
        {
            IsUnconfirmed = true,
        },
        Of("190", "6P", "Verification data failed", VerificationFailed, FixData),
        Of("193", "30", "Invalid country", ProcessingError, FixConfiguration),
        Of("200", "04", "Deny, pick up card", PickUpCard, DoNotRetry),
        Of("900", "20", "Counters synchronized; approves nothing by itself", ProcessingError, LookUp) with
        {
            IsUnconfirmed = true,
        },
        Of("909", "96", "System malfunction", ProcessingError, RetryLater),
        Of("911", "68", "Timed out: the outcome is not known", ResponseCategory.Timeout, LookUp) with
        {
            IsUnconfirmed = true,
        },
        Of("912", "91", "Issuer not available", IssuerUnavailable, RetryLater),
        Of("977", "12", "Invalid payment plan", InvalidTransaction, DoNotRetry),
        Of("978", "12", "Invalid payment plan times", InvalidTransaction, DoNotRetry),
    ];

    private static ResponseRow Of(
        string code,
        string mapsTo,
        string meaning,
        ResponseCategory category,
        ResponseAdvice advice
    ) =>
        new(code, meaning, category, advice)
        {
            Brand = CardBrand.AmericanExpress,
            MapsTo = mapsTo,
            Source = Published,
        };
}
