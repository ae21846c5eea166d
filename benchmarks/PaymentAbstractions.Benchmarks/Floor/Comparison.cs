using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Floor;

/// <summary>Gives every way its turn, round after round, so that noise meets all of them alike.</summary>
internal sealed class Comparison : IDisposable
{
    private readonly (string Name, ISales Sales)[] _ways;

    /// <summary>Sets up the three ways.</summary>
    /// <param name="address">Where the provider listens.</param>
    /// <param name="handler">The provider in memory; over the network when missing.</param>
    public Comparison(Uri address, HttpMessageHandler? handler = null)
    {
        _ways =
        [
            ("a  HttpClient by hand", new SalesByHand(address, handler)),
            ("b  RestSharp's defaults", new SalesByRestSharp(address, handler)),
            ("c  this library", new SalesByGateway(address, handler)),
        ];
    }

    /// <summary>The ways, the floor first.</summary>
    public IReadOnlyList<(string Name, ISales Sales)> Ways => _ways;

    /// <summary>Compares and prints a table.</summary>
    /// <param name="title">The headline.</param>
    /// <param name="rounds">How often each way has its turn.</param>
    /// <param name="calls">How many sales a turn has.</param>
    /// <param name="callers">How many callers send at the same time.</param>
    /// <param name="cancellationToken">The callers' token.</param>
    public async Task RunAsync(string title, int rounds, int calls, int callers, CancellationToken cancellationToken)
    {
        var samples = _ways.Select(_ => new List<Sample>()).ToArray();
        await WarmUpAsync(callers, cancellationToken);
        for (var round = 0; round < rounds; round++)
        {
            for (var way = 0; way < _ways.Length; way++)
            {
                var sample = await Turn.MeasureAsync(_ways[way].Sales, calls, callers, cancellationToken);
                samples[way].Add(sample);
            }
        }

        Print($"{title}: {rounds} rounds of {calls} calls", samples);
    }

    public void Dispose()
    {
        foreach (var (_, sales) in _ways)
        {
            sales.Dispose();
        }
    }

    // Fills pools, opens connections, and gives tiered compilation the calls and the quiet moments that it waits for.
    private async Task WarmUpAsync(int callers, CancellationToken cancellationToken)
    {
        for (var turn = 0; turn < 4; turn++)
        {
            foreach (var (_, sales) in _ways)
            {
                await Turn.MeasureAsync(sales, 2500, callers, cancellationToken);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }
    }

    private void Print(string title, List<Sample>[] samples)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Row("", "CPU us per call", "CPU ratio to a", "bytes per call", "calls per second", "ratio to a");
        var floor = samples[0];
        for (var way = 0; way < _ways.Length; way++)
        {
            var own = samples[way];
            Row(
                _ways[way].Name,
                Spread.Of(own.Select(static s => s.Cpu)).ToString("0.0"),
                Spread.Of(own.Zip(floor, static (s, f) => s.Cpu / f.Cpu)).ToString("0.00"),
                Spread.Of(own.Select(static s => s.Bytes)).ToString("0"),
                Spread.Of(own.Select(static s => s.CallsPerSecond)).ToString("0"),
                Spread.Of(own.Zip(floor, static (s, f) => s.CallsPerSecond / f.CallsPerSecond)).ToString("0.00")
            );
        }
    }

    private static void Row(string name, string cpu, string cpuRatio, string bytes, string calls, string callsRatio) =>
        Console.WriteLine($"{name, -24}{cpu, -24}{cpuRatio, -22}{bytes, -26}{calls, -28}{callsRatio}");
}
