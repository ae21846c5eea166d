using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>What a transaction shows of a capture or void that was attempted on it.</summary>
internal static class ShownChange
{
    public static ProviderTransaction? Of(ProviderTransaction shown, AdapterAttempt attempt, bool isClaimed) =>
        attempt.PerformsAs == PaymentOperation.Capture
            ? Capture(shown, attempt.Amount, isClaimed)
            : Void(shown, attempt);

    // The pages define CaptureAmount in two ways. Beside the claim for this very capture either figure confirms it. Otherwise it may be
    // somebody else's, so both have to agree.
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
                    ?? $"{amount} was to be captured, and the figures of the transaction do not show that.",
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
            // A void gives back the whole, however the figure of a capture is shown afterwards.
            Requested = before.Returnable,
            Returnable = before.Returnable,
            Contradiction =
                shown.Contradiction
                ?? (
                    shown.Type == PaymentOperation.Unknown
                    || shown.Type != before.Type
                    || shown.Requested != before.Requested
                        ? "The transaction is voided, and shows another type or amount than it had."
                        : null
                ),
        };
    }
}
