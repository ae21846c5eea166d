using System.Text.Json.Nodes;
using PaymentAbstractions.Benchmarks.Measuring;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Floor;

/// <summary>Compares a sale by this library with the same sale by hand and by RestSharp alone, in one run.</summary>
internal static class FloorProgram
{
    /// <summary>The exit code when callers and provider disagree, or a sale was not approved.</summary>
    public const int Wrong = 1;

    private const string Usage = "floor [--rounds N] [--calls N] [--delay N] [--markdown] [--one-order] [--quick]";

    private static readonly int[] Callers = [1, 16, 64];

    public static async Task<int> RunAsync(string[] args)
    {
        if (Arguments.Read(args, Usage) is not { } arguments)
        {
            return 2;
        }

        var length = arguments.Has("--quick") ? RunLength.Quick : new RunLength(15, 12_000);
        length = length with
        {
            Rounds = arguments.Number("--rounds", length.Rounds),
            Calls = arguments.Number("--calls", length.Calls),
        };
        var one = arguments.Has("--one-order") ? Order.Next() : null;
        Func<int, Order[]> orders = one is null ? Order.Next : count => [.. Enumerable.Repeat(one, count)];
        // Never canceled, but a web request's token can be, and so this one can.
        using var caller = new CancellationTokenSource();
        var report = new FloorReport();
        Machine.Print("ratios and differences are calculated round by round");
        try
        {
            await InMemoryAsync(report, length, orders, caller.Token);
            await OverLoopbackAsync(report, length.DividedBy(1, 3), orders, caller.Token);
            await SlowAsync(
                report,
                length.DividedBy(2, 3),
                arguments.Number("--delay", arguments.Has("--quick") ? 5 : 50),
                orders,
                caller.Token
            );
            report.End(arguments.Has("--markdown"));
            return 0;
        }
        catch (InvalidOperationException wrong)
        {
            Console.WriteLine($"Wrong: {wrong.Message}");
            return Wrong;
        }
    }

    private static async Task InMemoryAsync(
        FloorReport report,
        RunLength length,
        Func<int, Order[]> orders,
        CancellationToken cancellationToken
    )
    {
        using var provider = new InMemoryProvider();
        using var ways = new FloorWays(new Uri("http://127.0.0.1/"), provider);
        var paid = await SendSameAsync(ways, provider, cancellationToken);
        foreach (var callers in Callers)
        {
            var comparison = new WayComparison(ways.All, orders);
            var figures = await comparison.RunAsync(length, callers, cancellationToken);
            report.Add(Title("In memory", callers), ways.All, figures);
            paid += comparison.Paid;
            Tally.Compare(paid, provider.Counted);
        }
    }

    private static async Task OverLoopbackAsync(
        FloorReport report,
        RunLength length,
        Func<int, Order[]> orders,
        CancellationToken cancellationToken
    )
    {
        await using var provider = await LoopbackProvider.StartAsync();
        using var ways = new FloorWays(provider.Address);
        var comparison = new WayComparison(ways.All, orders);
        foreach (var callers in Callers)
        {
            var figures = await comparison.RunAsync(length, callers, cancellationToken);
            report.Add(Title("Over loopback", callers), ways.All, figures);
            report.AddGoals(callers, figures);
            Tally.Compare(comparison.Paid, await provider.CountAsync());
        }
    }

    private static async Task SlowAsync(
        FloorReport report,
        RunLength length,
        int delay,
        Func<int, Order[]> orders,
        CancellationToken cancellationToken
    )
    {
        var callers = Callers[^1];
        await using var provider = await LoopbackProvider.StartAsync(delay);
        using var ways = new FloorWays(provider.Address);
        var comparison = new WayComparison(ways.All, orders);
        var figures = await comparison.RunAsync(length, callers, cancellationToken);
        var title = $"{Title("Over loopback", callers)}, the provider takes {delay} ms";
        report.Add(title, ways.All, figures);
        report.AddSlowGoal($"{callers} callers, provider of {delay} ms", figures);
        Tally.Compare(comparison.Paid, await provider.CountAsync());
    }

    private static string Title(string where, int callers) =>
        $"{where}, {callers} {(callers == 1 ? "caller" : "callers")}";

    /// <summary>Sends one order in every way and compares what the provider receives.</summary>
    private static async Task<Tally> SendSameAsync(
        FloorWays ways,
        InMemoryProvider provider,
        CancellationToken cancellationToken
    )
    {
        JsonNode? floor = null;
        var paid = default(Tally);
        var order = Order.Next();
        foreach (var way in ways.All)
        {
            byte[] sent = [];
            var answered = 0;
            provider.OnSale = (request, answer) => (sent, answered) = (request, answer);
            paid += await way.Send(order, cancellationToken);
            provider.OnSale = null;
            var content = JsonNode.Parse(sent);
            floor ??= content;
            if (!JsonNode.DeepEquals(floor, content))
            {
                throw new InvalidOperationException($"{way.Name} sends other content: {content}");
            }

            Console.WriteLine($"{way.Name}: {sent.Length} bytes out, {answered} bytes in.");
        }

        return paid;
    }
}
