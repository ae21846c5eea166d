using System.Diagnostics;
using PaymentAbstractions;

namespace Checkout.Tour;

internal sealed partial class CheckoutTour
{
    /// <summary>A payout that the shop requests, pays by a credit, and sees fulfilled; another one that it cancels.</summary>
    private async Task PayOutOnRequestAsync()
    {
        if (!gateways.Get(stage.Gateway).TryGet<IPayouts>(out var payouts))
        {
            table.Add(Note("payout request", "not expressible", 0, ""));
            return;
        }

        var order = NextOrder(20m);
        var request = new PayoutRequest
        {
            Id = $"payout-{order.Number}",
            Amount = order.Total,
            CustomerId = stage.Customer.Id,
            Description = "Winnings",
        };
        await ShowKeptAsync("payout request", () => payouts.RequestAsync(request), PayoutStatus.Pending);
        var method = await FindMethodAsync(payouts, request.Id);
        await ShowAsync(
            "credit for the payout request",
            () => _shop.PayOutAsync(order, method, payoutId: request.Id),
            new Expected(PaymentOutcome.Approved) { PerformedAs = PaymentOperation.Credit, Approved = order.Total }
        );
        await ShowStateAsync(payouts, request.Id);
        await RefuseCanceledPayoutAsync(payouts, method);
    }

    private async Task RefuseCanceledPayoutAsync(IPayouts payouts, PaymentMethod method)
    {
        var order = NextOrder(30m);
        var request = new PayoutRequest
        {
            Id = $"payout-{order.Number}",
            Amount = order.Total,
            CustomerId = stage.Customer.Id,
        };
        await payouts.RequestAsync(request);
        await ShowKeptAsync(
            "cancel a payout request",
            () =>
                payouts.CancelAsync(
                    new CancelPayoutRequest { PayoutId = request.Id, CanceledBy = PayoutCanceledBy.Merchant }
                ),
            PayoutStatus.Canceled
        );
        await ShowAsync(
            "credit for the canceled one",
            () => _shop.PayOutAsync(order, method, payoutId: request.Id),
            new Expected(PaymentOutcome.Rejected) { Reason = PaymentReason.InvalidRequest }
        );
    }

    private async Task<PaymentMethod> FindMethodAsync(IPayouts payouts, string id)
    {
        var clock = Stopwatch.StartNew();
        var methods = await payouts.ListPaymentMethodsAsync(id);
        table.Add(
            Note(
                "where it can be paid to",
                $"{methods.Count} payment methods",
                clock.Elapsed.TotalMilliseconds,
                methods.Count > 0 ? "" : "expected a stored card"
            )
        );
        return methods.Count > 0 ? methods[0].ToPaymentMethod() : stage.Card;
    }

    private async Task ShowStateAsync(IPayouts payouts, string id)
    {
        var clock = Stopwatch.StartNew();
        var payout = await payouts.GetAsync(id);
        table.Add(
            Note(
                "read the payout request",
                $"{payout?.Status}, {payout?.AvailableAmount} left",
                clock.Elapsed.TotalMilliseconds,
                payout?.Status == PayoutStatus.Fulfilled ? "" : "expected Fulfilled"
            )
        );
    }

    private async Task ShowKeptAsync(string operation, Func<Task<PayoutResult>> call, PayoutStatus status)
    {
        var clock = Stopwatch.StartNew();
        var result = await call();
        table.Add(
            Note(
                operation,
                $"{Outcome(result.Outcome, result.Reason)}, {result.Payout?.Status}",
                clock.Elapsed.TotalMilliseconds,
                result.Payout?.Status == status ? "" : $"expected {status}"
            )
        );
    }
}
