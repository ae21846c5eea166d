using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Gives money of a settled sale back by a credit to the same customer and payment method. The provider links the two by
/// nothing and caps nothing, so the journal does, by what it knows and what the caller says was given back elsewhere.
/// </summary>
internal sealed class SettledCredit(VirtualTerminalAccount account, ResultFactory results, ChargeFlow charges)
{
    public async Task<PaymentResult> SendAsync(
        PaymentRequest request,
        TransactionRead sale,
        Money amount,
        RunningAttempt attempt
    )
    {
        if (Refuse(request, sale) is { } refused)
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
        var reading = new AttemptReading
        {
            Captured = sale.Taken(account),
            VoidAsRefund = request is VoidRequest ? amount : null,
        };
        return await attempt.AmendAsync(reading).ConfigureAwait(false)
            ?? await charges.SendAsync(request, order, attempt).ConfigureAwait(false);
    }

    private PaymentResult? Refuse(PaymentRequest request, TransactionRead sale)
    {
        if (sale.Type != PaymentOperation.Sale || sale.Taken(account) is null)
        {
            return results.Rejected(
                request,
                PaymentReason.InvalidRequest,
                "Only a sale or a captured authorization with a readable amount can be refunded."
            );
        }

        return sale.Body is { CustomerId: > 0, PaymentMethodId: > 0 }
            ? null
            : results.Rejected(
                request,
                PaymentReason.InvalidRequest,
                "The sale shows no stored payment method or customer that a credit could go to."
            );
    }
}
