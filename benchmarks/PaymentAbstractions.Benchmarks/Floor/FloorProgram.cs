using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Floor;

/// <summary>Compares a sale by this library with the same sale by hand and by RestSharp's defaults, in one run.</summary>
internal static class FloorProgram
{
    /// <summary>The exit code when callers and provider disagree, or a sale was not approved.</summary>
    public const int Wrong = 1;

    public static async Task<int> RunAsync(string[] args)
    {
        if (FloorOptions.Read(args) is not { } options)
        {
            await Console.Error.WriteLineAsync(FloorOptions.Usage);
            return 2;
        }

        // Never canceled, but a web request's token can be, and so this one can.
        using var caller = new CancellationTokenSource();
        Console.WriteLine(
            $"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores. "
                + "Median (least - most) over the rounds; ratios are taken round by round."
        );
        try
        {
            await InMemoryAsync(options, caller.Token);
            await OverLoopbackAsync(options, caller.Token);
            return 0;
        }
        catch (InvalidOperationException wrong)
        {
            Console.WriteLine($"Wrong: {wrong.Message}");
            return Wrong;
        }
    }

    private static async Task InMemoryAsync(FloorOptions options, CancellationToken cancellationToken)
    {
        using var provider = new InMemoryProvider();
        using var comparison = new Comparison(options, new Uri("http://127.0.0.1/"), provider);
        await CheckSameContentAsync(comparison, provider, cancellationToken);
        await comparison.RunAsync("In memory, 1 caller", options.Rounds, options.Calls, 1, cancellationToken);
        Compare(comparison.Paid, provider.Counted);
    }

    private static async Task OverLoopbackAsync(FloorOptions options, CancellationToken cancellationToken)
    {
        await using var provider = await LoopbackProvider.StartAsync();
        using var comparison = new Comparison(options, provider.Address);
        var rounds = Math.Max(1, options.Rounds * 2 / 3);
        var calls = Math.Max(1, options.Calls / 3);
        foreach (var callers in (int[])[1, 16, 64])
        {
            var title = $"Over loopback, {callers} {(callers == 1 ? "caller" : "callers")}";
            await comparison.RunAsync(title, rounds, calls, callers, cancellationToken);
            Compare(comparison.Paid, await provider.CountAsync());
        }
    }

    private static void Compare(Tally paid, Tally counted)
    {
        if (paid != counted)
        {
            throw new InvalidOperationException(
                $"The callers were told of {paid.Sales} paid sales, and the provider counted {counted.Sales} "
                    + $"(cents: {paid.Cents} and {counted.Cents}; sums of the keys: {paid.Keys} and {counted.Keys})."
            );
        }

        Console.WriteLine($"The provider counted the same {counted.Sales} sales as the callers.");
    }

    private static async Task CheckSameContentAsync(
        Comparison comparison,
        InMemoryProvider provider,
        CancellationToken cancellationToken
    )
    {
        JsonNode? floor = null;
        var order = Order.Next();
        foreach (var way in comparison.Ways)
        {
            await comparison.SendAsync(way, order, cancellationToken);
            var sent = JsonNode.Parse(provider.LastRequest);
            floor ??= sent;
            if (!JsonNode.DeepEquals(floor, sent))
            {
                throw new InvalidOperationException($"{way.Name} sends other content: {sent}");
            }

            Console.WriteLine(
                $"{way.Name}: {provider.LastRequest.Length} bytes out, {provider.LastAnswerLength} bytes in."
            );
        }
    }
}
