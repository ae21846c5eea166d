using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace PaymentAbstractions.Benchmarks.Contract;

/// <summary>Amounts against bare decimals.</summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class MoneyBenchmarks
{
    // Not readonly, or the compiler would add them up once and for all.
    private Money _price = Money.Usd(149.90m);
    private Money _shipping = Money.Usd(4.95m);
    private decimal _barePrice = 149.90m;
    private decimal _bareShipping = 4.95m;

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Parse")]
    public decimal ParseDecimal_Baseline() => decimal.Parse("149.90", CultureInfo.InvariantCulture);

    [Benchmark]
    [BenchmarkCategory("Parse")]
    public Money Parse() => Money.Parse("149.90 USD");

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Format")]
    public string FormatDecimal_Baseline() => _barePrice.ToString(CultureInfo.InvariantCulture);

    [Benchmark]
    [BenchmarkCategory("Format")]
    public string Format() => _price.ToString();

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Add")]
    public decimal AddDecimal_Baseline() => _barePrice + _bareShipping;

    [Benchmark]
    [BenchmarkCategory("Add")]
    public Money Add() => _price + _shipping;

    [GlobalSetup]
    public void Setup()
    {
        _price += Money.Usd(0.05m);
        _shipping += Money.Usd(0.05m);
        _barePrice = _price.Amount;
        _bareShipping = _shipping.Amount;
    }
}
