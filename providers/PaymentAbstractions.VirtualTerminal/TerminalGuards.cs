using System.Globalization;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// One charge at a time of a customer, payment method and amount, because two of those cannot be told apart afterwards; and one
/// capture, void or refund at a time of a transaction.
/// </summary>
internal static class TerminalGuards
{
    public static AttemptGuards For(PaymentRequest request) =>
        new() { Guards = [new PaymentGuard { Name = NameOf(request) }], ReadsFirst = true };

    private static string NameOf(PaymentRequest request) =>
        request is PaymentMethodRequest { PaymentMethod: StoredPaymentMethod method } charge
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"charge:{charge.Customer?.Id}:{method.Id}:{charge.Amount.Amount}:{charge.Amount.Currency.Code}"
            )
            : $"transaction:{request.Original?.TransactionId}";
}
