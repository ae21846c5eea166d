using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Floor;

/// <summary>Compares a sale by this library with the same sale by hand and by RestSharp's defaults, in one run.</summary>
internal static class FloorProgram
{
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
        await InMemoryAsync(options, caller.Token);
        await OverLoopbackAsync(options, caller.Token);
        return 0;
    }

    private static async Task InMemoryAsync(FloorOptions options, CancellationToken cancellationToken)
    {
        using var provider = new InMemoryProvider();
        using var comparison = new Comparison(new Uri("http://127.0.0.1/"), provider);
        await CheckSameContentAsync(comparison, provider, cancellationToken);
        await comparison.RunAsync("In memory, 1 caller", options.Rounds, options.Calls, 1, cancellationToken);
    }

    private static async Task OverLoopbackAsync(FloorOptions options, CancellationToken cancellationToken)
    {
        await using var provider = await LoopbackProvider.StartAsync();
        using var comparison = new Comparison(provider.Address);
        var rounds = Math.Max(1, options.Rounds * 2 / 3);
        var calls = Math.Max(1, options.Calls / 3);
        foreach (var callers in (int[])[1, 16, 64])
        {
            var title = $"Over loopback, {callers} {(callers == 1 ? "caller" : "callers")}";
            await comparison.RunAsync(title, rounds, calls, callers, cancellationToken);
        }
    }

    private static async Task CheckSameContentAsync(
        Comparison comparison,
        InMemoryProvider provider,
        CancellationToken cancellationToken
    )
    {
        JsonNode? floor = null;
        foreach (var (name, sales) in comparison.Ways)
        {
            await sales.SendAsync(Order.All[0], cancellationToken);
            var sent = JsonNode.Parse(provider.LastRequest);
            floor ??= sent;
            if (!JsonNode.DeepEquals(floor, sent))
            {
                throw new InvalidOperationException($"{name} sends other content: {sent}");
            }

            Console.WriteLine(
                $"{name}: {provider.LastRequest.Length} bytes out, {provider.LastAnswerLength} bytes in."
            );
        }
    }
}
