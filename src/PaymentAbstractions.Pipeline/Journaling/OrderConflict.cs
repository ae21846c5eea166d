using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Explains why a payment is not answered with another payment of its order that has another amount, and what to do.</summary>
internal static class OrderConflict
{
    public static PaymentRequestException Of(PaymentRequest request, JournalEntry paid) =>
        new(
            nameof(ChargeRequest.OrderReference),
            $"names the order '{paid.Intent.OrderReference}', which the key '{paid.Intent.IdempotencyKey}' has paid with {paid.Intent.Amount}; this "
                + $"payment is for {request.Amount}. Set {nameof(ChargeRequest.AdditionalPayment)} when the order is to be charged "
                + "once more, or use one order reference for each payment, for example for each month of a subscription."
        );
}
