using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Rejects a key that was used for another request, and names all differences.</summary>
internal static class KeyConflict
{
    public static PaymentRequestException Of(IdempotencyKey key, IEnumerable<JournalField> fields) =>
        new([
            .. fields.Select(field => new RequestProblem { Field = NameOf(field), Message = MessageFor(field, key) }),
        ]);

    private static string NameOf(JournalField field) =>
        field switch
        {
            JournalField.Operation => nameof(PaymentRequest.Operation),
            JournalField.Amount => nameof(PaymentMethodRequest.Amount),
            JournalField.Currency => "Amount.Currency",
            JournalField.Method => nameof(PaymentMethodRequest.PaymentMethod),
            JournalField.Original => "Transaction",
            JournalField.Payout => nameof(CreditRequest.PayoutId),
            JournalField.RecordOnly => nameof(PaymentRequest.ProviderOptions),
            JournalField.Order => nameof(ChargeRequest.OrderReference),
            _ => "Transaction.Account",
        };

    private static string MessageFor(JournalField field, IdempotencyKey key) =>
        field == JournalField.Account
            ? "belongs to an account other than the one that the gateway is configured for."
            : $"differs from the first use of the key '{key}'; one key always means the same payment.";
}
