using BenchmarkDotNet.Running;

namespace PaymentAbstractions.Benchmarks;

/// <summary>BenchmarkDotNet's programs. In a class of their own, so that no other program loads BenchmarkDotNet.</summary>
internal static class Microbenchmarks
{
    public static void Run(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(Microbenchmarks).Assembly).Run(args);
}
