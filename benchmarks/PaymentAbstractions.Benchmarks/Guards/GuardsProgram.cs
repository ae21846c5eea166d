using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Benchmarks.Measuring;

namespace PaymentAbstractions.Benchmarks.Guards;

/// <summary>Measures what guards cost through the whole pipeline: alone, and when many want the same.</summary>
internal static class GuardsProgram
{
    private const int Contenders = 16;
    private static readonly TimeSpan[] Exchanges = [TimeSpan.Zero, TimeSpan.FromMilliseconds(50)];
    private static readonly string[] Ways =
    [
        nameof(AttemptGuards.None),
        nameof(PaymentGuard.IsShared),
        nameof(AttemptGuards.ReadsFirst),
    ];

    private static int _lastKey;

    public static async Task<int> RunAsync(string[] args)
    {
        if (Arguments.Read(args, "guards [--quick]") is not { } arguments)
        {
            return 2;
        }

        Console.WriteLine(
            $"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores; every write durable on SQLite"
        );
        var folder = Directory.CreateTempSubdirectory("guards-benchmark-");
        try
        {
            foreach (var journal in new string?[] { null, Path.Combine(folder.FullName, "payments.db") })
            {
                await MeasureAsync(journal, arguments.Has("--quick"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task MeasureAsync(string? journal, bool isQuick)
    {
        GuardedProvider.Exchange = TimeSpan.Zero;
        await using var services = Services(journal);
        var gateway = services.GetRequiredService<IPaymentGateways>().Default;
        var kind = journal is null ? "in memory" : "SQLite";
        await AloneAsync(gateway, Ways[0], isQuick ? 2 : 500);
        foreach (var way in Ways)
        {
            var times = await AloneAsync(gateway, way, isQuick ? 5 : 2000);
            Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{kind, -10} one caller, {way, -12} {Middle(times):N2} ms a payment (median of {times.Count})"
                )
            );
        }

        foreach (var exchange in Exchanges)
        {
            GuardedProvider.Exchange = exchange;
            var clock = Stopwatch.StartNew();
            var all = new List<double>();
            var rounds = isQuick ? 1 : 10;
            for (var round = 0; round < rounds; round++)
            {
                var sales = Enumerable
                    .Range(0, Contenders)
                    .Select(_ => TimeAsync(gateway, nameof(AttemptGuards.ReadsFirst), "the-same"));
                all.AddRange(await Task.WhenAll(sales));
            }

            all.Sort();
            Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{kind, -10} {Contenders} at once want the same, exchange {exchange.TotalMilliseconds:N0} ms: all through in "
                        + $"{clock.Elapsed.TotalMilliseconds / rounds:N0} ms, one takes {Middle(all):N0} (median) to {all[^1]:N0} ms"
                )
            );
        }
    }

    private static async Task<List<double>> AloneAsync(IPaymentGateway gateway, string way, int payments)
    {
        var times = new List<double>();
        for (var i = 0; i < payments; i++)
        {
            times.Add(await TimeAsync(gateway, way, "alone"));
        }

        times.Sort();
        return times;
    }

    /// <returns>How many milliseconds it took.</returns>
    private static async Task<double> TimeAsync(IPaymentGateway gateway, string way, string customer)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"p-{Interlocked.Increment(ref _lastKey)}");
        var begun = Stopwatch.GetTimestamp();
        var result = await gateway.SaleAsync(
            new SaleRequest
            {
                IdempotencyKey = new IdempotencyKey(name),
                OrderReference = new OrderReference(name),
                Amount = Money.Eur(49.90m),
                PaymentMethod = PaymentMethod.Stored("method"),
                Customer = new Customer { Id = customer },
                Description = way,
            }
        );
        return result.IsApproved
            ? Stopwatch.GetElapsedTime(begun).TotalMilliseconds
            : throw new InvalidOperationException($"A sale was not approved: {result}");
    }

    private static ServiceProvider Services(string? journal)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Payments:Default"] = "shop",
                    ["Payments:Gateways:shop:Provider"] = "Guarded",
                    ["Payments:Gateways:shop:Environment"] = "Sandbox",
                }
            )
            .Build();
        var services = new ServiceCollection();
        var payments = services.AddPayments(configuration.GetSection("Payments")).AddProvider<GuardedProvider>();
        _ = journal is null ? payments.UseInMemoryJournal() : payments.UseSqliteJournal(journal);
        return services.BuildServiceProvider();
    }

    private static double Middle(List<double> sorted) => sorted[sorted.Count / 2];

    private static void Line(string text) => Console.WriteLine(text);
}
