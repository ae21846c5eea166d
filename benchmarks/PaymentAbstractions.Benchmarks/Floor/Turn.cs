using System.Diagnostics;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Floor;

/// <summary>One way's turn in a round.</summary>
internal static class Turn
{
    /// <summary>Sends sales and measures this process while it does.</summary>
    /// <param name="sales">The way to send.</param>
    /// <param name="calls">How many sales, over all callers.</param>
    /// <param name="callers">How many callers send at the same time; one sends without leaving its thread.</param>
    /// <param name="cancellationToken">The callers' token.</param>
    /// <returns>The costs per call.</returns>
    public static async Task<Sample> MeasureAsync(
        ISales sales,
        int calls,
        int callers,
        CancellationToken cancellationToken
    )
    {
        var each = Math.Max(1, calls / callers);
        // What the turn before left behind is not for this one to clear away.
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        if (callers == 1)
        {
            await SendAsync(sales, 0, each, cancellationToken);
        }
        else
        {
            await Task.WhenAll(
                Enumerable
                    .Range(0, callers)
                    .Select(caller => Task.Run(() => SendAsync(sales, caller * each, each, cancellationToken)))
            );
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        var used = Environment.CpuUsage.TotalTime - cpu;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        double sent = each * callers;
        return new Sample(used.TotalMicroseconds / sent, allocated / sent, sent / elapsed.TotalSeconds);
    }

    private static async Task SendAsync(ISales sales, int first, int count, CancellationToken cancellationToken)
    {
        for (var i = first; i < first + count; i++)
        {
            await sales.SendAsync(Order.All[i % Order.All.Count], cancellationToken);
        }
    }
}
