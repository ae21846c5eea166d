using BenchmarkDotNet.Attributes;

namespace PaymentAbstractions.Benchmarks.Contract;

/// <summary>An order of 100 lines checked, classified, named and built.</summary>
[MemoryDiagnoser]
public class CommercialCardBenchmarks
{
    private CommercialOrder _order = null!;

    /// <summary>Builds the order, which proves that it is valid.</summary>
    [GlobalSetup]
    public void Setup() => _order = CommercialOrders.Build();

    /// <summary>The sum of the lines and no check at all.</summary>
    [Benchmark(Baseline = true)]
    public decimal SumOfLines_Baseline()
    {
        var sum = 0m;
        foreach (var line in _order.Data.LineItems.AsSpan())
        {
            sum += decimal.Round(line.Quantity * line.UnitPrice.Amount, 2, MidpointRounding.AwayFromZero);
        }

        return sum;
    }

    [Benchmark]
    public int ValidateForMastercard() =>
        CommercialCardValidator.Validate(_order.Data, _order.Amount, CommercialOrders.Mastercard).Count;

    [Benchmark]
    public int ValidateForAnyScheme() =>
        CommercialCardValidator.Validate(_order.Data, _order.Amount, CommercialOrders.AnyScheme).Count;

    [Benchmark]
    public CommercialDataLevel Classify() => CommercialCardClassifier.Classify(_order.Data).Level;

    [Benchmark]
    public CommercialOrder Build() => CommercialOrders.Build();
}
