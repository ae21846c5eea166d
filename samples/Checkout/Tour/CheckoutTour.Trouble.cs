using System.Diagnostics;
using Checkout.Shop;
using PaymentAbstractions;
using PaymentAbstractions.Sandbox;

namespace Checkout.Tour;

internal sealed partial class CheckoutTour
{
    private async Task WaitForApprovalAsync()
    {
        var order = NextOrder(42m);
        var waiting = await ShowAsync(
            "sale, the customer must approve",
            () => _shop.PayAsync(order, new CustomerChoicePaymentMethod { Methods = ["paypal"] }),
            new Expected(PaymentOutcome.Pending) { Reason = PaymentReason.WaitingForCustomer }
        );

        // The customer opens the address and presses Approve.
        using var browser = new HttpClient();
        var page = waiting.NextAction?.Url ?? throw new InvalidOperationException("There is no page to approve on.");
        await browser.GetStringAsync(page);
        using var decision = new FormUrlEncodedContent([KeyValuePair.Create("decision", "approve")]);
        using var pressed = await browser.PostAsync(page, decision);
        await ShowFoundAsync(
            "find after the approval",
            () => _shop.LookUpAsync(waiting.Transaction!),
            PaymentOutcome.Approved
        );
        Keep(order, order.Total);
    }

    private async Task RefuseInvalidAsync()
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await gateways.Default.SaleAsync(
                new SaleRequest
                {
                    IdempotencyKey = default,
                    OrderReference = new OrderReference("order-invalid"),
                    Amount = Money.Usd(-1m),
                    PaymentMethod = _card,
                    Customer = Ada,
                    StatementDescriptor = "SHOP",
                }
            );
            table.Add(Note("sale, invalid request", "sent", clock.Elapsed.TotalMilliseconds, "it must be refused"));
        }
        catch (PaymentRequestException exception)
        {
            var complaint = exception.Problems.Count == 3 ? "" : $"{exception.Problems.Count} problems, expected 3";
            table.Add(
                Note(
                    "sale, invalid request",
                    $"refused: {exception.Problems.Count} problems",
                    clock.Elapsed.TotalMilliseconds,
                    complaint
                )
            );
        }
    }

    private async Task UseWrongKeyAsync()
    {
        var shop = new CheckoutService(gateways.Get("wrong_key"), Ada);
        await ShowAsync(
            "sale with a wrong API key",
            () => shop.PayAsync(NextOrder(9m), _card),
            new Expected(PaymentOutcome.Rejected) { Reason = PaymentReason.InvalidCredentials }
        );
    }

    private async Task TimeOutAsync()
    {
        var order = NextOrder(77m);
        var startedAt = sandbox.Clock.GetUtcNow();
        sandbox.Faults.Enqueue(SandboxFault.Hang());
        await ShowAsync(
            "sale, no answer after the charge",
            () => _shop.PayAsync(order, _card),
            new Expected(PaymentOutcome.Unknown) { Reason = PaymentReason.NoTrustworthyAnswer }
        );
        await ShowFoundAsync(
            "find what became of it",
            () => _shop.LookUpSaleAsync(order, startedAt),
            PaymentOutcome.Approved
        );
        Keep(order, order.Total);
    }

    private async Task FailToConnectAsync()
    {
        var shop = new CheckoutService(gateways.Get("unreachable"), Ada);
        await ShowAsync(
            "sale, connection refused",
            () => shop.PayAsync(NextOrder(9m), _card),
            new Expected(PaymentOutcome.NotSent) { Reason = PaymentReason.ConnectionFailed }
        );
    }

    /// <summary>The provider's own record has the last word on how often each order was charged.</summary>
    private void CompareWithTheRecord()
    {
        for (var number = 1; number <= _orders; number++)
        {
            var name = OrderNumber(number);
            var charges = sandbox.Ledger.CountCharges($"Order {name}");
            var expected = _kept.ContainsKey(name) ? 1 : 0;
            if (charges != expected)
            {
                table.Add(Note($"record of {name}", $"{charges} charges", 0, $"expected {expected}"));
            }
        }
    }
}
