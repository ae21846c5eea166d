using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Measuring;

/// <summary>Runs every way in turn, round after round, so that other load of the machine affects all of them alike.</summary>
/// <param name="ways">The ways.</param>
/// <param name="makeOrders">Makes the orders of a turn; new ones for every turn when missing.</param>
internal sealed class WayComparison(IReadOnlyList<Way> ways, Func<int, Order[]>? makeOrders = null)
{
    private const int DurableShare = 4;

    private readonly Func<int, Order[]> _makeOrders = makeOrders ?? Order.Next;

    /// <summary>What all callers were told.</summary>
    public Tally Paid { get; private set; }

    /// <summary>Compares.</summary>
    /// <param name="length">How long to measure.</param>
    /// <param name="callers">How many callers send at the same time.</param>
    /// <param name="cancellationToken">The callers' token.</param>
    /// <returns>What was measured.</returns>
    public async Task<Figures> RunAsync(RunLength length, int callers, CancellationToken cancellationToken)
    {
        // Fills pools, opens connections, and gives tiered compilation the calls and the quiet moments that it waits for.
        for (var turn = 0; turn < length.WarmUpTurns; turn++)
        {
            await RoundAsync(length.WarmUpCalls, callers, cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(length.WarmUpTurns > 1 ? 200 : 0), cancellationToken);
        }

        var rounds = new List<Sample[]>();
        for (var round = 0; round < length.Rounds; round++)
        {
            rounds.Add(await RoundAsync(length.Calls, callers, cancellationToken));
        }

        return new Figures(rounds);
    }

    private async Task<Sample[]> RoundAsync(int calls, int callers, CancellationToken cancellationToken)
    {
        var samples = new Sample[ways.Count];
        Order[] orders = [];
        for (var i = 0; i < ways.Count; i++)
        {
            var way = ways[i];
            if (!way.Continues)
            {
                var share = way.IsDurable && callers == 1 ? DurableShare : 1;
                orders = _makeOrders(callers * Math.Max(1, calls / share / callers));
            }

            (samples[i], var paid) = await Turn.MeasureAsync(way.Send, orders, callers, cancellationToken);
            Paid += paid;
        }

        return samples;
    }
}
