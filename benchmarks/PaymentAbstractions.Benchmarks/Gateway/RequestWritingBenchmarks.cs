using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PaymentAbstractions.Benchmarks.Sales;
using PaymentAbstractions.Rebilly;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Benchmarks.Gateway;

/// <summary>A sale as JSON; the baseline writes the same content, without hashing the key.</summary>
[MemoryDiagnoser]
public class RequestWritingBenchmarks
{
    private readonly RebillyOptions _options = RebillyInternals.Options();
    private readonly SaleBody _body;
    private readonly SaleRequest _request;

    public RequestWritingBenchmarks()
    {
        var order = Order.Next();
        _body = SaleBody.For(order);
        _request = SalesByGateway.RequestFor(order);
    }

    [Benchmark(Baseline = true)]
    public int SourceGenerated_Baseline() =>
        JsonSerializer.SerializeToUtf8Bytes(_body, SaleJsonContext.Default.SaleBody).Length;

    [Benchmark]
    public int Rebilly() =>
        new TransactionWriter(_options, _request.IdempotencyKey.ToWireKey(Order.KeyNamespace))
            .Payment("transactions", _request)
            .Content!.Value.Length;
}
