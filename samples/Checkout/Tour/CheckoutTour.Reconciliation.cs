using System.Diagnostics;
using PaymentAbstractions;

namespace Checkout.Tour;

internal sealed partial class CheckoutTour
{
    /// <summary>What the journal knows so far, against what the provider lists.</summary>
    private async Task ReconcileAsync()
    {
        var clock = Stopwatch.StartNew();
        var everything = new ReconciliationPeriod
        {
            Gateway = stage.Gateway,
            From = DateTimeOffset.MinValue,
            Until = DateTimeOffset.MaxValue,
        };
        var counts = new SortedDictionary<ReconciliationStatus, int>();
        await foreach (var line in reconciliation.CompareAsync(everything))
        {
            counts[line.Status] = counts.GetValueOrDefault(line.Status) + 1;
        }

        var differs = counts.Keys.Any(status =>
            status is not (ReconciliationStatus.Matched or ReconciliationStatus.NotVerifiable)
        );
        table.Add(
            Note(
                "reconciliation",
                string.Join(", ", counts.Select(one => $"{one.Value} {one.Key}")),
                clock.Elapsed.TotalMilliseconds,
                differs || counts.GetValueOrDefault(ReconciliationStatus.Matched) == 0 ? "expected no difference" : ""
            )
        );
    }
}
