using PaymentAbstractions.Benchmarks.Cards;
using PaymentAbstractions.Benchmarks.Cold;
using PaymentAbstractions.Benchmarks.Floor;
using PaymentAbstractions.Benchmarks.Guards;
using PaymentAbstractions.Benchmarks.Journal;
using PaymentAbstractions.Benchmarks.Peers;
using PaymentAbstractions.Benchmarks.Scale;

namespace PaymentAbstractions.Benchmarks;

/// <summary>The programs beside BenchmarkDotNet's, by name. Each takes <c>--quick</c> and returns 0 when it completes.</summary>
internal static class Programs
{
    public static readonly IReadOnlyDictionary<string, Func<string[], Task<int>>> All = new Dictionary<
        string,
        Func<string[], Task<int>>
    >(StringComparer.Ordinal)
    {
        ["floor"] = FloorProgram.RunAsync,
        ["cold"] = ColdProgram.RunAsync,
        ["scale"] = ScaleProgram.RunAsync,
        ["peers"] = PeersProgram.RunAsync,
        ["journal"] = JournalProgram.RunAsync,
        ["postgres"] = PostgresProgram.RunAsync,
        ["guards"] = GuardsProgram.RunAsync,
        ["cards"] = static args => Task.FromResult(CardsProgram.Run(args)),
    };
}
