using System.Diagnostics;
using PaymentAbstractions;

namespace Checkout.Tour;

internal sealed partial class CheckoutTour
{
    private async Task WaitForApprovalAsync()
    {
        var order = NextOrder(42m);
        var waiting = await ShowAsync(
            "sale, the customer must approve",
            () => _shop.PayAsync(order, new CustomerChoicePaymentMethod { Methods = ["paypal"] }),
            stage.Pick(
                new Expected(PaymentOutcome.Pending) { Reason = PaymentReason.WaitingForCustomer },
                Expected.NotSupported
            )
        );
        if (waiting.Transaction is null)
        {
            return;
        }

        // The customer opens the address and presses Approve.
        await Browser.EnterAsync(waiting.NextAction, RebillyStage.TestCard("4111111111111111", "123"));
        await ShowFoundAsync(
            "find after the approval",
            () => _shop.LookUpAsync(waiting.Transaction!),
            PaymentOutcome.Approved
        );
        Keep(order);
    }

    private async Task RefuseInvalidAsync()
    {
        var clock = Stopwatch.StartNew();
        try
        {
            await gateways
                .Get(stage.Gateway)
                .SaleAsync(
                    new SaleRequest
                    {
                        IdempotencyKey = default,
                        OrderReference = new OrderReference("order-invalid"),
                        Amount = Money.Usd(-1m),
                        PaymentMethod = stage.Card,
                        Customer = stage.Customer,
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
        // At the virtual terminal the customer is found first, which fails without a right key or a connection, and nothing is sent.
        var shop = stage.Shop(gateways.Get(stage.WrongKeyGateway));
        await ShowAsync(
            "sale with a wrong API key",
            () => shop.PayAsync(NextOrder(9m), stage.Card),
            stage.Pick(
                new Expected(PaymentOutcome.Rejected) { Reason = PaymentReason.InvalidCredentials },
                new Expected(PaymentOutcome.NotSent) { Reason = PaymentReason.PreparationFailed }
            )
        );
    }

    private async Task TimeOutAsync()
    {
        var order = NextOrder(77m);
        var startedAt = sandboxes.Rebilly.Clock.GetUtcNow();
        stage.LoseNextAnswer();
        await ShowAsync(
            "sale, no answer after the charge",
            () => _shop.PayAsync(order, stage.Card),
            new Expected(PaymentOutcome.Unknown) { Reason = PaymentReason.NoTrustworthyAnswer }
        );
        await ShowFoundAsync(
            "find what became of it",
            () => _shop.LookUpSaleAsync(order, startedAt),
            PaymentOutcome.Approved
        );
        Keep(order);
    }

    private async Task FailToConnectAsync()
    {
        var shop = stage.Shop(gateways.Get(stage.UnreachableGateway));
        await ShowAsync(
            "sale, connection refused",
            () => shop.PayAsync(NextOrder(9m), stage.Card),
            new Expected(PaymentOutcome.NotSent)
            {
                Reason = stage.Pick(PaymentReason.ConnectionFailed, PaymentReason.PreparationFailed),
            }
        );
    }

    /// <summary>The provider's own record shows how often each order was charged.</summary>
    private void CompareWithTheRecord()
    {
        for (var number = 1; number <= _orders; number++)
        {
            var name = OrderNumber(number);
            var charges = stage.ChargesOf(name);
            var expected = _kept.Contains(name) ? 1 : 0;
            if (charges != expected)
            {
                table.Add(Note($"record of {name}", $"{charges} charges", 0, $"expected {expected}"));
            }
        }
    }
}
