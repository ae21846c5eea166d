using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Gives money of a settled sale back by a credit to the same customer and payment method. The provider links the two by
/// nothing and caps nothing, so this does, by what the caller and this process know.
/// </summary>
internal sealed class SettledCredit(
    VirtualTerminalAccount account,
    ResultFactory results,
    CreditedHere credited,
    ChargeFlow charges
)
{
    public async Task<PaymentResult> SendAsync(
        PaymentRequest request,
        TransactionRead sale,
        Money amount,
        Money alreadyRefunded,
        RunningAttempt attempt
    )
    {
        if (Refuse(request, sale, amount, alreadyRefunded) is { } refused)
        {
            return refused;
        }

        var order = new AddOrder
        {
            Type = PaymentOperation.Credit,
            Amount = amount,
            CustomerId = sale.Body!.CustomerId!.Value,
            PaymentMethodId = sale.Body.PaymentMethodId!.Value,
            Description = DescriptionMark.Write(request, account),
            Data = DataPlanner.Plan((request as ICommercialCardRequest)?.CommercialCardData, amount, account),
        };
        var takeBack = credited.Note(account, sale.Id, amount);
        PaymentResult? result = null;
        try
        {
            result = await charges.SendAsync(request, order, attempt).ConfigureAwait(false);
            return result;
        }
        finally
        {
            if ((result?.MoneyMayHaveMoved ?? attempt.SendHasBegun) is false)
            {
                takeBack();
            }
        }
    }

    private PaymentResult? Refuse(PaymentRequest request, TransactionRead sale, Money amount, Money alreadyRefunded)
    {
        if (sale.Type != PaymentOperation.Sale || sale.Taken(account) is not { } taken)
        {
            return results.Rejected(
                request,
                PaymentReason.InvalidRequest,
                "Only a sale or a captured authorization with a readable amount can be refunded."
            );
        }

        if (sale.Body is not { CustomerId: > 0, PaymentMethodId: > 0 })
        {
            return results.Rejected(
                request,
                PaymentReason.InvalidRequest,
                "The sale shows no stored payment method or customer that a credit could go to."
            );
        }

        var here = credited.Sum(account, sale.Id);
        var before = here > alreadyRefunded ? here : alreadyRefunded;
        if (before > taken || amount > taken - before)
        {
            return results.Rejected(
                request,
                before >= taken ? PaymentReason.AlreadyReversed : PaymentReason.ExceedsAvailableAmount,
                $"Of {taken} there were {before} refunded, or may have been; {amount} more is too much."
            );
        }

        return null;
    }
}
