using BenchmarkDotNet.Attributes;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Gateway;

/// <summary>
/// A whole sale, from a new order to its checked approval, with the provider in memory. Making the order and the hash of its
/// key is in all three.
/// </summary>
[MemoryDiagnoser]
public class SaleBenchmarks : IDisposable
{
    private static readonly Uri Address = new("http://127.0.0.1/");

    private readonly InMemoryProvider _provider = new();
    private readonly CancellationTokenSource _caller = new();
    private readonly SalesByHand _byHand;
    private readonly SalesByRestSharp _byRestSharp;
    private readonly SalesByGateway _byGateway;
    private Tally _paid;

    public SaleBenchmarks()
    {
        _byHand = new SalesByHand(Address, _provider);
        _byRestSharp = new SalesByRestSharp(Address, _provider);
        _byGateway = new SalesByGateway(Address, _provider);
    }

    [Benchmark(Baseline = true)]
    public Task HttpClientByHand_Baseline() => SendAsync(_byHand);

    [Benchmark]
    public Task RestSharpDefaults() => SendAsync(_byRestSharp);

    [Benchmark]
    public Task Gateway() => SendAsync(_byGateway);

    [GlobalCleanup]
    public void Compare()
    {
        var counted = _provider.Counted;
        Dispose();
        if (_paid != counted)
        {
            throw new InvalidOperationException(
                $"The caller was told of {_paid.Sales} paid sales, and the provider counted {counted.Sales}."
            );
        }
    }

    public void Dispose()
    {
        _byHand.Dispose();
        _byRestSharp.Dispose();
        _byGateway.Dispose();
        _caller.Dispose();
        _provider.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task SendAsync(ISales sales)
    {
        var order = Order.Next();
        _paid += Tally.Of(await sales.SendAsync(order, _caller.Token), order.WireKey);
    }
}
