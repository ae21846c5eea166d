using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;

namespace PaymentAbstractions.Benchmarks.Contract;

/// <summary>Currencies by their code.</summary>
[MemoryDiagnoser]
public class CurrencyBenchmarks
{
    private static readonly FrozenDictionary<string, Currency> ByCode = Currency.All.ToFrozenDictionary(
        static currency => currency.Code,
        StringComparer.OrdinalIgnoreCase
    );

    [Benchmark(Baseline = true)]
    public Currency FrozenDictionary_Baseline() => ByCode["USD"];

    [Benchmark]
    public Currency Parse() => Currency.Parse("USD");

    [Benchmark]
    public bool TryParseUnknown() => Currency.TryParse("USX", out _);
}
