using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>What a transaction shows beside its outcome, in the neutral shape. Nothing is decided by it.</summary>
/// <remarks>
/// Source: core API reference, transaction. Rebilly shows no authorization code, and the digits and expiry of a card only on the
/// stored instrument.
/// </remarks>
internal static class TransactionDetails
{
    public static ProviderDetails Provider(TransactionBody body, ShownText shown) =>
        new()
        {
            Code = shown.Mask(body.Gateway?.Response?.Code),
            Message = shown.Mask(body.Gateway?.Response?.Message),
            NetworkCode = shown.Mask(body.Gateway?.Response?.OriginalCode),
            NetworkMessage = shown.Mask(body.Gateway?.Response?.OriginalMessage),
            TransactionId = shown.Mask(body.Id),
            GatewayTransactionId = shown.Mask(body.GatewayTransactionId),
            AcquirerReferenceNumber = body.Arn,
        };

    public static VerificationResult Verification(TransactionBody body, CardBrand brand) =>
        new()
        {
            Avs = AvsResult.FromProvider(body.Gateway?.AvsResponse?.Code, brand),
            Cvv = CvvResult.FromProvider(body.Gateway?.CvvResponse?.Code, brand),
            ThreeDSecure = body.ThreeDSecure is { } shown ? ThreeDSecure(shown) : null,
        };

    /// <summary>What is known of the payment method, from what was sent as well as from the answer.</summary>
    public static PaymentMethodDetails PaymentMethod(
        TransactionBody body,
        CardBrand brand,
        ShownText shown,
        PaymentMethod? sent
    )
    {
        var card = sent as PaymentCard;
        return new PaymentMethodDetails
        {
            Kind = KindOf(body, sent),
            Method = shown.Mask(body.PaymentInstrument?.Method),
            Id = body.PaymentInstrument?.PaymentInstrumentId,
            Brand = brand,
            Bin = shown.Mask(body.Bin),
            LastFour = card?.Number.LastFourDigits,
            ExpiryMonth = card?.ExpiryMonth,
            ExpiryYear = card?.ExpiryYear,
        };
    }

    private static PaymentMethodKind KindOf(TransactionBody body, PaymentMethod? sent) =>
        sent?.Kind switch
        {
            PaymentMethodKind.PaymentCard or PaymentMethodKind.BbanBankAccount or PaymentMethodKind.IbanBankAccount =>
                sent.Kind,
            _ when body.PaymentInstrument?.Method == Vocabulary.PaymentCard => PaymentMethodKind.PaymentCard,
            _ => PaymentMethodKind.None,
        };

    private static ThreeDSecureResult ThreeDSecure(ThreeDSecureBody shown) =>
        new()
        {
            Version = shown.Version,
            Status = (shown.Authenticated, shown.Enrolled) switch
            {
                ("yes", _) => ThreeDSecureStatus.Authenticated,
                ("attempted", _) => ThreeDSecureStatus.Attempted,
                ("no", _) => ThreeDSecureStatus.NotAuthenticated,
                (_, "no") => ThreeDSecureStatus.NotEnrolled,
                (_, "unavailable" or "invalid card/timeout") => ThreeDSecureStatus.Unavailable,
                _ => ThreeDSecureStatus.Unknown,
            },
            LiabilityShifted = shown.Liability switch
            {
                "protected" or "protected (attempt)" => true,
                "not protected" => false,
                _ => null,
            },
        };
}
