using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Makes of a request what must survive of it.</summary>
internal static class Intents
{
    /// <summary>The intent as far as it is compared with an earlier use of the key.</summary>
    public static JournalIntent Of(PaymentContext context, SendWindow window)
    {
        var (gateway, request) = (context.Gateway, context.Validated.Request);
        var intent = JournalIntent.Of(
            request,
            gateway.Name,
            gateway.Environment,
            gateway.Account,
            window.OpenedAt,
            window.SendBy
        );
        return intent with
        {
            // A request that is wrong can still be a repeat of a key that is known.
            Amount = intent.Amount is { IsSpecified: true } ? intent.Amount : null,
            MethodFingerprint = gateway.Settings.Journal.Fingerprint.Of(
                (request as PaymentMethodRequest)?.PaymentMethod
            ),
            AdditionalPayment = request is ChargeRequest { AdditionalPayment: true },
            MultiCapture = gateway.Capabilities.MultiCapture,
        };
    }
}
