using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;

namespace PaymentAbstractions.Benchmarks.Contract;

/// <summary>Keys as they go on the wire.</summary>
[MemoryDiagnoser]
public class IdempotencyKeyBenchmarks
{
    private static readonly byte[] Bytes = Encoding.UTF8.GetBytes("payments\0order-4711-1");
    private readonly IdempotencyKey _key = new("order-4711-1");

    [Benchmark(Baseline = true)]
    public int Sha256_Baseline()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        return SHA256.HashData(Bytes, hash);
    }

    [Benchmark]
    public string ToWireKey() => _key.ToWireKey("payments");
}
