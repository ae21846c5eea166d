using BenchmarkDotNet.Attributes;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Gateway;

/// <summary>A whole sale, from the order to its checked approval, with the provider in memory.</summary>
[MemoryDiagnoser]
public class SaleBenchmarks : IDisposable
{
    private static readonly Uri Address = new("http://127.0.0.1/");

    private readonly InMemoryProvider _provider = new();
    private readonly CancellationTokenSource _caller = new();
    private readonly SalesByHand _byHand;
    private readonly SalesByRestSharp _byRestSharp;
    private readonly SalesByGateway _byGateway;

    public SaleBenchmarks()
    {
        _byHand = new SalesByHand(Address, _provider);
        _byRestSharp = new SalesByRestSharp(Address, _provider);
        _byGateway = new SalesByGateway(Address, _provider);
    }

    [Benchmark(Baseline = true)]
    public Task HttpClientByHand_Baseline() => _byHand.SendAsync(Order.All[0], _caller.Token);

    [Benchmark]
    public Task RestSharpDefaults() => _byRestSharp.SendAsync(Order.All[0], _caller.Token);

    [Benchmark]
    public Task Gateway() => _byGateway.SendAsync(Order.All[0], _caller.Token);

    [GlobalCleanup]
    public void Dispose()
    {
        _byHand.Dispose();
        _byRestSharp.Dispose();
        _byGateway.Dispose();
        _caller.Dispose();
        _provider.Dispose();
        GC.SuppressFinalize(this);
    }
}
