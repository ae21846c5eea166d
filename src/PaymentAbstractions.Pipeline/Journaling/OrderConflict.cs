using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Creates the exception for a request whose order was already paid with another amount, with the remedy.</summary>
internal static class OrderConflict
{
    public static PaymentRequestException Of(PaymentRequest request, JournalEntry paid) =>
        new(
            nameof(ChargeRequest.OrderReference),
            $"names the order '{paid.Intent.OrderReference}', which is already paid under the key '{paid.Intent.IdempotencyKey}' with {paid.Intent.Amount}; this "
                + $"payment is for {request.Amount}. Set {nameof(ChargeRequest.AdditionalPayment)} to charge the order "
                + "again, or use one order reference for each payment, for example for each month of a subscription."
        );
}
