using System.Diagnostics;
using Checkout.Shop;
using Microsoft.Extensions.Configuration;
using PaymentAbstractions;

namespace Checkout.Tour;

/// <summary>The default is switched while the shop runs; what one gateway took still goes back through that one.</summary>
internal sealed class SwitchTour(
    IPaymentGateways gateways,
    IReadOnlyList<TourStage> stages,
    ConfigurationManager configuration,
    TourTable table
)
{
    public async Task RunAsync()
    {
        var (first, second) = (stages[0], stages[1]);
        var order = new Order("B0001", Money.Usd(21m));
        var sale = await ShowAsync(
            "sale through the default",
            () => first.Shop(gateways.Default).PayAsync(order, first.Card),
            first.Gateway
        );

        configuration.AddInMemoryCollection([KeyValuePair.Create("Payments:Default", (string?)second.Gateway)]);
        var other = new Order("B0002", Money.Usd(22m));
        await ShowAsync(
            "sale after the default was switched",
            () => second.Shop(gateways.Default).PayAsync(other, second.Card),
            second.Gateway
        );
        await ShowAsync(
            "void of the first, through the default",
            () => first.Shop(gateways.Default).CancelAsync(order, sale.Transaction!),
            first.Gateway
        );
    }

    private async Task<PaymentResult> ShowAsync(string operation, Func<Task<PaymentResult>> pay, string gateway)
    {
        var clock = Stopwatch.StartNew();
        var result = await pay();
        table.Add(
            new TourRow
            {
                Operation = operation,
                Gateway = result.Gateway ?? "-",
                Outcome = $"{result.Outcome} as {result.PerformedAs}",
                Code = result.Code,
                ProviderCode = result.Provider.Code,
                Transaction = result.Transaction?.TransactionId,
                Milliseconds = clock.Elapsed.TotalMilliseconds,
                Complaint = new Expected(PaymentOutcome.Approved) { Gateway = gateway }.Complain(result),
            }
        );
        return result;
    }
}
