namespace PaymentAbstractions.Benchmarks.Measuring;

/// <summary>How long to measure.</summary>
/// <param name="Rounds">How often each way has its turn.</param>
/// <param name="Calls">How many calls a turn has.</param>
/// <param name="WarmUpTurns">How many turns each way has before.</param>
/// <param name="WarmUpCalls">How many calls a turn before has.</param>
internal sealed record RunLength(int Rounds, int Calls, int WarmUpTurns = 4, int WarmUpCalls = 2_500)
{
    /// <summary>Too short for figures.</summary>
    public static RunLength Quick { get; } = new(2, 96, WarmUpTurns: 1, WarmUpCalls: 32);

    /// <summary>A part of the length, for calls that take longer.</summary>
    /// <param name="rounds">What the number of rounds is divided by.</param>
    /// <param name="calls">What the number of calls is divided by, and that of the calls before.</param>
    /// <returns>At least one round of one call.</returns>
    public RunLength DividedBy(int rounds, int calls) =>
        this with
        {
            Rounds = Math.Max(1, Rounds / rounds),
            Calls = Math.Max(1, Calls / calls),
            WarmUpCalls = Math.Max(1, WarmUpCalls / calls),
        };
}
