using BenchmarkDotNet.Attributes;
using PaymentAbstractions.Benchmarks.Provider;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Gateway;

/// <summary>
/// A whole sale, from a new order to its checked approval, with the provider in memory. Making the order and the hash of its
/// key is in all four.
/// </summary>
[MemoryDiagnoser]
public class SaleBenchmarks : IDisposable
{
    private static readonly Uri Address = new("http://127.0.0.1/");

    private readonly InMemoryProvider _provider = new();
    private readonly CancellationTokenSource _caller = new();
    private readonly SalesByHand _byHand;
    private readonly SalesByRestSharpDefaults _byRestSharpDefaults;
    private readonly SalesByLeanRestSharp _byLeanRestSharp;
    private readonly SalesByGateway _byGateway;
    private Tally _paid;

    public SaleBenchmarks()
    {
        _byHand = new SalesByHand(Address, _provider);
        _byRestSharpDefaults = new SalesByRestSharpDefaults(Address, _provider);
        _byLeanRestSharp = new SalesByLeanRestSharp(Address, _provider);
        _byGateway = new SalesByGateway(Address, _provider);
    }

    [Benchmark(Baseline = true)]
    public Task HttpClientByHand_Baseline() => SendAsync(_byHand);

    [Benchmark]
    public Task RestSharpDefaults() => SendAsync(_byRestSharpDefaults);

    [Benchmark]
    public Task LeanRestSharp() => SendAsync(_byLeanRestSharp);

    [Benchmark]
    public Task Gateway() => SendAsync(_byGateway);

    [GlobalCleanup]
    public void Compare()
    {
        var counted = _provider.Counted;
        Dispose();
        Tally.Compare(_paid, counted);
    }

    public void Dispose()
    {
        _byHand.Dispose();
        _byRestSharpDefaults.Dispose();
        _byLeanRestSharp.Dispose();
        _byGateway.Dispose();
        _caller.Dispose();
        _provider.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task SendAsync(ISales sales) => _paid += await sales.SendAsync(Order.Next(), _caller.Token);
}
