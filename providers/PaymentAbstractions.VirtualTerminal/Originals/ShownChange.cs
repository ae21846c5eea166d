using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Determines what a transaction shows about a capture or void that was attempted on it.</summary>
internal static class ShownChange
{
    public static ProviderTransaction? Of(ProviderTransaction shown, AdapterAttempt attempt, bool isClaimed) =>
        attempt.PerformsAs == PaymentOperation.Capture
            ? Capture(shown, attempt.Amount, isClaimed)
            : Void(shown, attempt);

    // The pages define CaptureAmount in two ways. When the answer claims this very capture, either amount confirms it. Otherwise the
    // capture may belong to another payment, so both amounts have to agree.
    private static ProviderTransaction? Capture(ProviderTransaction shown, Money? amount, bool isClaimed)
    {
        if (shown is not { Type: PaymentOperation.Sale, Status: ProviderStatus.Approved })
        {
            return null;
        }

        var isShown = isClaimed
            ? shown.Requested == amount || shown.Returnable == amount
            : shown.Requested == amount && shown.Returnable == amount;
        var capture = shown with { Type = PaymentOperation.Capture };
        return isShown
            ? capture with
            {
                Requested = amount,
                Returnable = amount,
                IsAdjusted = false,
            }
            : capture with
            {
                Contradiction =
                    shown.Contradiction
                    ?? $"{amount} should have been captured, but the amounts of the transaction do not confirm that.",
            };
    }

    private static ProviderTransaction? Void(ProviderTransaction shown, AdapterAttempt attempt)
    {
        if (shown.Status != ProviderStatus.Reversed)
        {
            return null;
        }

        var before = attempt.Original!.Transaction;
        return shown with
        {
            Type = PaymentOperation.Void,
            Status = ProviderStatus.Approved,
            // A void gives back the whole amount, however the capture amount is shown afterwards.
            Requested = before.Returnable,
            Returnable = before.Returnable,
            Contradiction =
                shown.Contradiction
                ?? (
                    shown.Type == PaymentOperation.Unknown
                    || shown.Type != before.Type
                    || shown.Requested != before.Requested
                        ? "The transaction is voided, but its type or amount differs from the original."
                        : null
                ),
        };
    }
}
