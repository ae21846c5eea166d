using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Refunds, which the API does not have: the whole of an unsettled sale is voided, a settled one is credited, and everything
/// else is refused with the reason.
/// </summary>
internal sealed class RefundFlow(
    VirtualTerminalAccount account,
    VirtualTerminalClient client,
    ResultFactory results,
    SettledCredit settledCredit,
    VoidFlow voids
)
{
    public async Task<PaymentResult> ExecuteAsync(RefundRequest request, RunningAttempt attempt)
    {
        var id = VirtualTerminalIds.Parse(request.Transaction.TransactionId);
        var sale = await attempt.PrepareAsync(token => client.GetTransactionAsync(id, token)).ConfigureAwait(false);
        if (!sale.HasValue)
        {
            return results.NotPrepared(request, sale);
        }

        if (sale.Type != PaymentOperation.Sale)
        {
            return results.Rejected(
                request,
                PaymentReason.InvalidRequest,
                $"Only a sale or a captured authorization can be refunded; this is shown as {sale.Type}."
            );
        }

        switch (sale.Status)
        {
            case TransactionStatus.Settled when request.RefundedElsewhere is not null:
                return await settledCredit.SendAsync(request, sale, request.Amount, attempt).ConfigureAwait(false);
            case TransactionStatus.Settled:
                return results.Rejected(
                    request,
                    PaymentReason.InvalidRequest,
                    "The provider keeps no count of what was refunded: give RefundedElsewhere, zero included."
                );
            case TransactionStatus.NotSettled when IsWhole(request, sale):
                return await VoidAsync(request, sale, attempt).ConfigureAwait(false);
            case TransactionStatus.NotSettled:
                return results.Rejected(
                    request,
                    request.Amount > sale.Taken(account)
                        ? PaymentReason.ExceedsAvailableAmount
                        : PaymentReason.InvalidRequest,
                    "Before settlement only the whole amount can be given back, as a void. Wait for settlement."
                );
            case TransactionStatus.Voided:
                return results.Rejected(request, PaymentReason.AlreadyReversed, "The transaction was voided already.");
            default:
                return results.Rejected(
                    request,
                    PaymentReason.InvalidRequest,
                    "The transaction failed, or its status is not documented; there is nothing to refund."
                );
        }
    }

    private async Task<PaymentResult> VoidAsync(RefundRequest request, TransactionRead sale, RunningAttempt attempt)
    {
        if (
            LeftOutRules.Refuse(request.CommercialCardData, "a void, which this refund becomes before settlement,") is
            { } problem
        )
        {
            return results.Rejected(request, PaymentReason.InvalidRequest, problem.ToString()) with
            {
                Problems = [problem],
            };
        }

        var result = await voids.SendAsync(request, sale, attempt).ConfigureAwait(false);
        return attempt.SendHasBegun
            ? result with
            {
                CommercialData = result.CommercialData with
                {
                    DroppedFields = LeftOutRules.NoRoomFor(request.CommercialCardData),
                },
            }
            : result;
    }

    private bool IsWhole(RefundRequest request, TransactionRead sale) =>
        sale.Taken(account) == request.Amount && request.RefundedElsewhere is not { IsPositive: true };
}
