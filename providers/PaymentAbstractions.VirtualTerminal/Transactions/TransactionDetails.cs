using System.Globalization;
using PaymentAbstractions.VirtualTerminal.Wire;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What a transaction shows beside its outcome, in the neutral shape. Nothing is decided by it.</summary>
/// <remarks>The API shows no AVS or CVV result and no code of the network; its own code is the status.</remarks>
internal static class TransactionDetails
{
    public static ProviderDetails Provider(TransactionBody? body, long id, VirtualTerminalAccount account) =>
        new()
        {
            Code = account.Shown.Mask(body?.Status),
            AuthorizationCode = account.Shown.Mask(body?.AuthorizationCode),
            TransactionId = Text(id),
        };

    public static PaymentMethodDetails PaymentMethod(TransactionBody? body, VirtualTerminalAccount account) =>
        body is null
            ? PaymentMethodDetails.None
            : new PaymentMethodDetails
            {
                Kind = string.IsNullOrEmpty(body.CardType) ? PaymentMethodKind.None : PaymentMethodKind.PaymentCard,
                Id = Text(body.PaymentMethodId),
                Brand = CardBrand.FromProvider(body.CardType),
                LastFour = account.Shown.Mask(body.CardLast4),
            };

    public static string? Text(long? id) =>
        id is { } value and not 0 ? value.ToString(CultureInfo.InvariantCulture) : null;
}
