namespace PaymentAbstractions.Benchmarks.Measuring;

/// <summary>
/// What was measured of several ways. Ratios and differences are calculated for each round, because a noisy round affects all ways.
/// </summary>
/// <param name="rounds">A sample of each way, by round.</param>
internal sealed class Figures(IReadOnlyList<Sample[]> rounds)
{
    /// <summary>A figure of a way.</summary>
    /// <param name="way">The place of the way.</param>
    /// <param name="figure">Selects the figure.</param>
    /// <returns>Its spread over the rounds.</returns>
    public Spread Of(int way, Func<Sample, double> figure) => Spread.Of(rounds.Select(round => figure(round[way])));

    /// <summary>A figure of a way, divided by that of another.</summary>
    /// <param name="way">The place of the way.</param>
    /// <param name="to">The place of the other way.</param>
    /// <param name="figure">Selects the figure.</param>
    /// <returns>The spread of the ratios.</returns>
    public Spread Ratio(int way, int to, Func<Sample, double> figure) =>
        Spread.Of(rounds.Select(round => figure(round[way]) / figure(round[to])));

    /// <summary>How much larger a figure of a way is than that of another.</summary>
    /// <param name="way">The place of the way.</param>
    /// <param name="from">The place of the other way.</param>
    /// <param name="figure">Selects the figure.</param>
    /// <returns>The spread of the differences.</returns>
    public Spread Difference(int way, int from, Func<Sample, double> figure) =>
        Spread.Of(rounds.Select(round => figure(round[way]) - figure(round[from])));
}
