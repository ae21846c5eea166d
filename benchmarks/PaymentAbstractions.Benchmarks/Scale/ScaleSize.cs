using PaymentAbstractions.Benchmarks.Measuring;

namespace PaymentAbstractions.Benchmarks.Scale;

/// <summary>The steps of each axis, and how long a step is measured.</summary>
/// <param name="Length">How long.</param>
/// <param name="Callers">Callers at the same time.</param>
/// <param name="Gateways">Configured gateways.</param>
/// <param name="Lines">Line items of an order.</param>
/// <param name="Answers">Lengths of the answer, in kilobytes.</param>
/// <param name="Payments">Payments in the journal.</param>
internal sealed record ScaleSize(
    RunLength Length,
    int[] Callers,
    int[] Gateways,
    int[] Lines,
    int[] Answers,
    int[] Payments
)
{
    /// <summary>The usual steps. The schemes, and so the provider, number line items with three digits.</summary>
    public static ScaleSize Usual { get; } =
        new(
            new RunLength(9, 4_000),
            [1, 4, 16, 64, 256],
            [1, 10, 100, 1_000],
            [1, 10, 100, 999],
            [1, 3, 10, 30, 100],
            [1_000, 10_000, 100_000, 1_000_000]
        );

    /// <summary>Too few and too short for figures.</summary>
    public static ScaleSize Quick { get; } = new(RunLength.Quick, [1, 4], [1, 10], [1, 10], [1, 10], [100, 1_000]);
}
