using System.Diagnostics;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Measuring;

/// <summary>One way's turn in a round.</summary>
internal static class Turn
{
    /// <summary>Sends payments and measures this process while it does.</summary>
    /// <param name="send">Sends one payment.</param>
    /// <param name="orders">What is paid, over all callers.</param>
    /// <param name="callers">How many callers send at the same time; one sends without leaving its thread.</param>
    /// <param name="cancellationToken">The callers' token.</param>
    /// <returns>The costs per call, and what the callers were told.</returns>
    public static async Task<(Sample Sample, Tally Paid)> MeasureAsync(
        Send send,
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
        var next = -1;
        Tally[] paid =
            callers == 1
                ? [await SendAsync()]
                : await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(SendAsync, cancellationToken)));
        var elapsed = Stopwatch.GetElapsedTime(started);
        var used = Environment.CpuUsage.TotalTime - cpu;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        double sent = orders.Length;
        var sample = new Sample(used.TotalMicroseconds / sent, allocated / sent, sent / elapsed.TotalSeconds);
        return (sample, paid.Aggregate(static (sum, caller) => sum + caller));

        // Each caller takes the next order, so that all of them end together.
        async Task<Tally> SendAsync()
        {
            var told = default(Tally);
            for (var i = Interlocked.Increment(ref next); i < orders.Length; i = Interlocked.Increment(ref next))
            {
                told += await send(orders[i], cancellationToken);
            }

            return told;
        }
    }
}
