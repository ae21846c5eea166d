using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Benchmarks.Sales;

namespace PaymentAbstractions.Benchmarks.Gateway;

/// <summary>A gateway by its name.</summary>
[MemoryDiagnoser]
public class GatewayLookupBenchmarks : IDisposable
{
    private readonly ServiceProvider _services = SalesByGateway.CreateServices(new Uri("http://127.0.0.1/"));
    private readonly IPaymentGateways _gateways;
    private readonly FrozenDictionary<string, IPaymentGateway> _byName;

    public GatewayLookupBenchmarks()
    {
        _gateways = _services.GetRequiredService<IPaymentGateways>();
        _byName = _gateways.Names.ToFrozenDictionary(
            static name => name,
            _gateways.Get,
            StringComparer.OrdinalIgnoreCase
        );
    }

    [Benchmark(Baseline = true)]
    public IPaymentGateway FrozenDictionary_Baseline() => _byName["cards_us"];

    [Benchmark]
    public IPaymentGateway Get() => _gateways.Get("cards_us");

    [Benchmark]
    public IPaymentGateway KeyedService() => _services.GetRequiredKeyedService<IPaymentGateway>("cards_us");

    [Benchmark]
    public IPaymentGateway Default() => _gateways.Default;

    [GlobalCleanup]
    public void Dispose()
    {
        _services.Dispose();
        GC.SuppressFinalize(this);
    }
}
