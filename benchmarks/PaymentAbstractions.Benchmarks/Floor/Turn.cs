using System.Diagnostics;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Floor;

/// <summary>One way's turn in a round.</summary>
internal static class Turn
{
    /// <summary>Sends sales and measures this process while it does.</summary>
    /// <param name="sales">The way to send.</param>
    /// <param name="orders">What is paid, over all callers.</param>
    /// <param name="callers">How many callers send at the same time; one sends without leaving its thread.</param>
    /// <param name="cancellationToken">The callers' token.</param>
    /// <returns>The costs per call, and the amounts that the callers received as paid.</returns>
    public static async Task<(Sample Sample, Tally Paid)> MeasureAsync(
        ISales sales,
        Order[] orders,
        int callers,
        CancellationToken cancellationToken
    )
    {
        // Garbage of the turn before must not be collected in this one.
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        Tally[] paid;
        if (callers == 1)
        {
            paid = [await SendAsync(sales, orders, cancellationToken)];
        }
        else
        {
            var each = (orders.Length + callers - 1) / callers;
            paid = await Task.WhenAll(
                orders
                    .Chunk(each)
                    .Select(part => Task.Run(() => SendAsync(sales, part, cancellationToken), cancellationToken))
            );
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        var used = Environment.CpuUsage.TotalTime - cpu;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        double sent = orders.Length;
        var sample = new Sample(used.TotalMicroseconds / sent, allocated / sent, sent / elapsed.TotalSeconds);
        return (sample, paid.Aggregate(static (sum, caller) => sum + caller));
    }

    private static async Task<Tally> SendAsync(ISales sales, Order[] orders, CancellationToken cancellationToken)
    {
        var paid = default(Tally);
        foreach (var order in orders)
        {
            var approved = await sales.SendAsync(order, cancellationToken);
            paid += Tally.Of(approved, order.WireKey);
        }

        return paid;
    }
}
