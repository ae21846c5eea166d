using Checkout.Shop;
using PaymentAbstractions;

namespace Checkout.Tour;

/// <summary>The acts of the tour, in order. Each says what it expects, and the provider's own record is asked at the end.</summary>
internal sealed partial class CheckoutTour(
    IPaymentGateways gateways,
    TourStage stage,
    TourSandboxes sandboxes,
    OrderUpdates updates,
    IPaymentReconciliation reconciliation,
    TourTable table
)
{
    private readonly CheckoutService _shop = stage.Shop(gateways.Get(stage.Gateway));
    private readonly HashSet<string> _kept = [];
    private int _orders;

    public async Task RunAsync()
    {
        await StoreCustomerAndCardsAsync();
        await ShowPickerAsync();
        await SellAsync();
        await PayInBrowserAsync();
        await DeclineAsync();
        await ReconcileAsync();
        await ApprovePartlyAsync();
        await AuthorizeAndCaptureAsync();
        await CaptureTooLateAsync();
        await VoidAsync();
        await RefundAsync();
        await CreditAsync();
        await PayOutOnRequestAsync();
        await SellToBusinessAsync();
        await WaitForApprovalAsync();
        await HearOfWebhooksAsync();
        await RefuseInvalidAsync();
        await UseWrongKeyAsync();
        await TimeOutAsync();
        await FailToConnectAsync();
        await RemoveCardAsync();
        CompareWithTheRecord();
    }

    private async Task SellAsync()
    {
        var order = NextOrder(49.90m);
        var sale = await ShowAsync(
            "sale",
            () => _shop.PayAsync(order, stage.Card),
            new Expected(PaymentOutcome.Approved) { Code = "00", Approved = order.Total }
        );
        Keep(order);
        await ShowFoundAsync("view the sale", () => _shop.LookUpAsync(sale.Transaction!), PaymentOutcome.Approved);
        await ListTransactionsAsync(sale.Transaction!);
    }

    private async Task DeclineAsync()
    {
        foreach (
            var (what, code) in ((string, string)[])
                [("not sufficient funds", "51"), ("wrong security code", "N7"), ("expired card", "54")]
        )
        {
            await DeclineAsync(what, code);
        }

        await PayWithAnotherCardAsync();
    }

    private async Task DeclineAsync(string what, string code)
    {
        var (method, note) = stage.Declining(code);
        await ShowAsync(
            $"sale, {what}",
            () => _shop.PayAsync(NextOrder(51m, note), method),
            new Expected(PaymentOutcome.Declined) { Code = code }
        );
    }

    /// <summary>A decline ends its attempt: the next card pays the same order under a key of its own.</summary>
    private async Task PayWithAnotherCardAsync()
    {
        var (method, note) = stage.Declining("51");
        var order = NextOrder(52m, note);
        await ShowAsync(
            "sale, declined",
            () => _shop.PayAsync(order, method),
            new Expected(PaymentOutcome.Declined) { Code = "51" }
        );
        var second = order.NextAttempt() with { Note = null };
        await ShowAsync(
            "the same order, another card",
            () => _shop.PayAsync(second, stage.OtherCard),
            new Expected(PaymentOutcome.Approved) { Code = stage.Pick("00", null), Approved = order.Total }
        );
        Keep(order);
    }

    private async Task ApprovePartlyAsync()
    {
        if (stage.Pick(false, true))
        {
            table.Add(Note("sale, partial approval", "not expressible", 0, ""));
            return;
        }

        var order = NextOrder(10m, "[sandbox code=10 amount=7.50]");
        var partial = await ShowAsync(
            "sale, partial approval",
            () => _shop.PayAsync(order, stage.Card, allowPartial: true),
            new Expected(PaymentOutcome.PartiallyApproved) { Code = "10", Approved = Money.Usd(7.50m) }
        );
        await ShowAsync(
            "void the partial sale",
            () => _shop.CancelAsync(order, partial.Transaction!),
            new Expected(PaymentOutcome.Approved) { PerformedAs = PaymentOperation.Void }
        );
    }

    private async Task AuthorizeAndCaptureAsync()
    {
        var order = NextOrder(120m);
        var hold = await ShowAsync(
            "authorize",
            () => _shop.HoldAsync(order, stage.Card),
            new Expected(PaymentOutcome.Approved) { Code = "00", PerformedAs = PaymentOperation.Authorize }
        );
        var other = NextOrder(5m);
        await ShowAsync(
            "sale while an authorization is open",
            () => _shop.PayAsync(other, stage.Card),
            stage.Pick(
                new Expected(PaymentOutcome.Rejected) { Reason = PaymentReason.OpenAuthorization },
                new Expected(PaymentOutcome.Approved) { PerformedAs = PaymentOperation.Sale }
            )
        );
        if (stage.Pick(false, true))
        {
            Keep(other);
        }

        await ShowAsync(
            "capture",
            () => _shop.ShipAsync(order, hold.Transaction!),
            new Expected(PaymentOutcome.Approved) { PerformedAs = PaymentOperation.Capture, Approved = order.Total }
        );
        Keep(order);
    }

    private async Task CaptureTooLateAsync()
    {
        if (stage.Pick(false, true))
        {
            table.Add(Note("capture after eight days", "not expressible", 0, ""));
            return;
        }

        var order = NextOrder(80m);
        var hold = await ShowAsync(
            "authorize",
            () => _shop.HoldAsync(order, stage.Card),
            new Expected(PaymentOutcome.Approved) { Code = "00" }
        );
        sandboxes.Advance(TimeSpan.FromDays(8));
        await ShowAsync(
            "capture after eight days",
            () => _shop.ShipAsync(order, hold.Transaction!),
            new Expected(PaymentOutcome.Rejected) { Reason = PaymentReason.AuthorizationExpired }
        );
    }

    private async Task VoidAsync()
    {
        var order = NextOrder(33m);
        var sale = await ShowAsync(
            "sale",
            () => _shop.PayAsync(order, stage.Card),
            new Expected(PaymentOutcome.Approved)
        );
        await ShowAsync(
            "void",
            () => _shop.CancelAsync(order, sale.Transaction!),
            new Expected(PaymentOutcome.Approved) { PerformedAs = PaymentOperation.Void, Approved = order.Total }
        );
    }

    private async Task RefundAsync()
    {
        var order = NextOrder(60m);
        var sale = await ShowAsync(
            "sale",
            () => _shop.PayAsync(order, stage.Card),
            new Expected(PaymentOutcome.Approved)
        );

        // The night's batch: after it a void is too late.
        sandboxes.Advance(TimeSpan.FromHours(25));
        var refunded = new Expected(PaymentOutcome.Approved)
        {
            PerformedAs = stage.Pick(PaymentOperation.Refund, PaymentOperation.Credit),
        };
        var original = sale.Transaction!;
        await ShowAsync("refund a part", () => _shop.TakeBackAsync(order, original, 25m, before: 0m), refunded);
        await ShowAsync("refund the rest", () => _shop.TakeBackAsync(order, original, 35m, before: 25m), refunded);
        await ShowAsync(
            "refund once more",
            () => _shop.TakeBackAsync(order, original, 1m, before: 60m),
            new Expected(PaymentOutcome.Rejected) { Reason = PaymentReason.AlreadyReversed }
        );
        if (stage.Pick(false, true))
        {
            // A credit is not linked to its sale there, so the record still shows the sale.
            Keep(order);
        }
    }

    private async Task CreditAsync()
    {
        var order = NextOrder(15m);
        await ShowAsync(
            "credit",
            () => _shop.PayOutAsync(order, stage.Card),
            new Expected(PaymentOutcome.Approved) { PerformedAs = PaymentOperation.Credit, Approved = order.Total }
        );
    }
}
