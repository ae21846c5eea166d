using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;

namespace PaymentAbstractions.Benchmarks.Contract;

/// <summary>The reading of a provider's code.</summary>
[MemoryDiagnoser]
public class ResponseCodeBenchmarks
{
    private static readonly FrozenDictionary<string, string> Meanings = ResponseCode.All.ToFrozenDictionary(
        static code => code.Value,
        static code => code.Meaning,
        StringComparer.Ordinal
    );

    private readonly ResponseCode _declined = ResponseCode.Parse("51");
    private string _code = "51";

    [GlobalSetup]
    public void Setup() => _code = string.Create(2, 0, static (text, _) => "51".CopyTo(text));

    [Benchmark(Baseline = true)]
    public string FrozenDictionary_Baseline() => Meanings[_code];

    [Benchmark]
    public ResponseCode FromProvider() => ResponseCode.FromProvider(_code);

    [Benchmark]
    public ResponseCode FromProviderUnmapped() => ResponseCode.FromProvider("?!");

    [Benchmark]
    public ResponseCode ForBrand() => _declined.ForBrand(CardBrand.Mastercard);
}
