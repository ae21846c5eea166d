using PaymentAbstractions.Benchmarks.Measuring;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Peers;

/// <summary>Sells and refunds with Stripe's own library and with this one, over loopback, in one run.</summary>
/// <remarks>
/// The requests and answers differ, as those of the providers do. A refund of ours reads the transaction before, so it is two exchanges;
/// everything else is one.
/// </remarks>
internal static class PeersProgram
{
    private const string Usage = "peers [--rounds N] [--calls N] [--markdown] [--quick]";

    private static readonly int[] Callers = [1, 16, 64];

    public static async Task<int> RunAsync(string[] args)
    {
        if (Arguments.Read(args, Usage) is not { } arguments)
        {
            return 2;
        }

        var length = arguments.Has("--quick") ? RunLength.Quick : new RunLength(11, 4_000, WarmUpCalls: 1_000);
        length = length with
        {
            Rounds = arguments.Number("--rounds", length.Rounds),
            Calls = arguments.Number("--calls", length.Calls),
        };
        Machine.Print("ratios are calculated round by round");
        var folder = Directory.CreateDirectory(
            Path.Combine(AppContext.BaseDirectory, "peers-journal", Guid.NewGuid().ToString("N"))
        );
        try
        {
            await CompareAsync(length, folder.FullName, arguments.Has("--markdown"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task CompareAsync(RunLength length, string folder, bool inMarkdown)
    {
        using var caller = new CancellationTokenSource();
        await using var provider = await LoopbackProvider.StartAsync();
        var stripe = new PaymentsByStripe(provider.Address);
        using var inMemory = new SalesByGateway(provider.Address);
        using var onSqlite = new SalesByGateway(provider.Address, journal: folder);
        Way[] ways =
        [
            new("Stripe.net, sale", stripe.SaleAsync),
            new("Stripe.net, refund", stripe.RefundAsync, Continues: true),
            new("this library, sale", inMemory.SaleAsync),
            new("this library, refund", inMemory.RefundAsync, Continues: true),
            new("with a SQLite journal, sale", onSqlite.SaleAsync, IsDurable: true),
            new("with a SQLite journal, refund", onSqlite.RefundAsync, IsDurable: true, Continues: true),
        ];
        var comparison = new WayComparison(ways);
        var tables = new List<Table>();
        foreach (var callers in Callers)
        {
            var figures = await comparison.RunAsync(length, callers, caller.Token);
            var table = new Table(
                $"{callers} {(callers == 1 ? "caller" : "callers")}",
                "Operation",
                "CPU, us",
                "to Stripe.net",
                "bytes",
                "calls per second"
            );
            for (var i = 0; i < ways.Length; i++)
            {
                table.Add(
                    ways[i].Name,
                    figures.Of(i, static sample => sample.Cpu).ToString("0.0"),
                    figures.Ratio(i, i % 2, static sample => sample.Cpu).ToString("0.00"),
                    figures.Of(i, static sample => sample.Bytes).ToString("0"),
                    figures.Of(i, static sample => sample.CallsPerSecond).ToString("0")
                );
            }

            table.Print();
            Tally.Compare(comparison.Paid, await provider.CountAsync());
            tables.Add(table);
        }

        if (inMarkdown)
        {
            Table.PrintMarkdown(tables);
        }
    }
}
