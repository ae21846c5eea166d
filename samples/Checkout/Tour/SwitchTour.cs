using System.Diagnostics;
using Checkout.Shop;
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
    /// <summary>A sale before the switch, one after it, and a void of the first.</summary>
    public async Task RunAsync()
    {
        var first = stages[0];
        var order = new Order("B0001", Money.Usd(21m));
        var sale = await ShowAsync(
            "sale through the default",
            () => first.Shop(gateways.Default).PayAsync(order, first.Card),
            first.Gateway
        );

        await SwitchAsync();
        await ShowAsync(
            "void of the first, by the default",
            () => first.Shop(gateways.Default).CancelAsync(order, sale.Transaction!),
            first.Gateway
        );
    }

    /// <summary>Makes the other gateway the default one, and sells through it.</summary>
    public async Task SwitchAsync()
    {
        var second = stages[1];
        configuration.AddInMemoryCollection([KeyValuePair.Create("Payments:Default", (string?)second.Gateway)]);
        await ShowAsync(
            "sale after the default was switched",
            () => second.Shop(gateways.Default).PayAsync(new Order("B0002", Money.Usd(22m)), second.Card),
            second.Gateway
        );
    }

    private async Task<PaymentResult> ShowAsync(string operation, Func<Task<PaymentResult>> pay, string gateway)
    {
        table.Begin(operation);
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
