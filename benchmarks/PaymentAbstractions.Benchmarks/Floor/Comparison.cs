using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Floor;

/// <summary>Runs every variant in turn, round after round, so that noise affects all of them alike.</summary>
internal sealed class Comparison : IDisposable
{
    private readonly FloorOptions _options;
    private readonly string _journal = Path.Combine(
        AppContext.BaseDirectory,
        "floor-journal",
        Guid.NewGuid().ToString("N")
    );
    private readonly Order _one = Order.Next();

    /// <summary>Sets up the ways.</summary>
    /// <param name="options">How long to measure.</param>
    /// <param name="address">Where the provider listens.</param>
    /// <param name="handler">The provider in memory; over the network when missing.</param>
    public Comparison(FloorOptions options, Uri address, HttpMessageHandler? handler = null)
    {
        _options = options;
        Ways =
        [
            new Way("a  HttpClient by hand", new SalesByHand(address, handler)),
            new Way("b  RestSharp's defaults", new SalesByRestSharp(address, handler)),
            new Way("c  this library", new SalesByGateway(address, handler)),
            new Way("d  with a SQLite journal", new SalesByGateway(address, handler, _journal), Share: 4),
        ];
    }

    /// <summary>The ways, the floor first.</summary>
    public IReadOnlyList<Way> Ways { get; }

    /// <summary>The amounts that all callers received as paid.</summary>
    public Tally Paid { get; private set; }

    /// <summary>Compares and prints a table.</summary>
    /// <param name="title">The headline.</param>
    /// <param name="rounds">How often each way has its turn.</param>
    /// <param name="calls">How many sales a turn has.</param>
    /// <param name="callers">How many callers send at the same time.</param>
    /// <param name="cancellationToken">The callers' token.</param>
    public async Task RunAsync(string title, int rounds, int calls, int callers, CancellationToken cancellationToken)
    {
        var samples = Ways.Select(_ => new List<Sample>()).ToArray();
        await WarmUpAsync(callers, cancellationToken);
        for (var round = 0; round < rounds; round++)
        {
            for (var way = 0; way < Ways.Count; way++)
            {
                samples[way].Add(await TurnAsync(Ways[way], calls, callers, cancellationToken));
            }
        }

        Print($"{title}: {rounds} rounds of {calls} calls", samples);
    }

    /// <summary>Sends one sale.</summary>
    /// <param name="way">The way to send it.</param>
    /// <param name="order">What is paid.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public async Task SendAsync(Way way, Order order, CancellationToken cancellationToken) =>
        Paid += Tally.Of(await way.Sales.SendAsync(order, cancellationToken), order.WireKey);

    public void Dispose()
    {
        foreach (var way in Ways)
        {
            way.Sales.Dispose();
        }

        if (Directory.Exists(_journal))
        {
            Directory.Delete(_journal, recursive: true);
        }
    }

    // Fills pools, opens connections, and gives tiered compilation the calls and the quiet moments that it waits for.
    private async Task WarmUpAsync(int callers, CancellationToken cancellationToken)
    {
        for (var turn = 0; turn < 4; turn++)
        {
            foreach (var way in Ways)
            {
                await TurnAsync(way, _options.WarmUp, callers, cancellationToken);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }
    }

    private async Task<Sample> TurnAsync(Way way, int calls, int callers, CancellationToken cancellationToken)
    {
        var count = Math.Max(callers, calls / way.Share);
        var orders = _options.IsOneOrder ? [.. Enumerable.Repeat(_one, count)] : Order.Next(count);
        var (sample, paid) = await Turn.MeasureAsync(way.Sales, orders, callers, cancellationToken);
        Paid += paid;
        return sample;
    }

    private void Print(string title, List<Sample>[] samples)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Row("", "CPU us per call", "CPU ratio to a", "bytes per call", "calls per second", "ratio to a");
        var floor = samples[0];
        for (var way = 0; way < Ways.Count; way++)
        {
            var own = samples[way];
            Row(
                Ways[way].Name,
                Spread.Of(own.Select(static s => s.Cpu)).ToString("0.0"),
                Spread.Of(own.Zip(floor, static (s, f) => s.Cpu / f.Cpu)).ToString("0.00"),
                Spread.Of(own.Select(static s => s.Bytes)).ToString("0"),
                Spread.Of(own.Select(static s => s.CallsPerSecond)).ToString("0"),
                Spread.Of(own.Zip(floor, static (s, f) => s.CallsPerSecond / f.CallsPerSecond)).ToString("0.00")
            );
        }
    }

    private static void Row(string name, string cpu, string cpuRatio, string bytes, string calls, string callsRatio) =>
        Console.WriteLine($"{name, -25}{cpu, -27}{cpuRatio, -25}{bytes, -26}{calls, -28}{callsRatio}");
}
