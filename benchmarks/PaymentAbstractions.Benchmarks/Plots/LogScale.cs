namespace PaymentAbstractions.Benchmarks.Plots;

/// <summary>Maps figures to places on a logarithmic axis.</summary>
/// <param name="from">The figure at the start, above zero.</param>
/// <param name="to">The figure at the end.</param>
/// <param name="start">The place of the start.</param>
/// <param name="end">The place of the end.</param>
internal sealed class LogScale(double from, double to, double start, double end)
{
    private const double LongestWithSteps = 2.1;

    /// <summary>An axis that reaches from a power of ten to another around some figures.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="start">The place of the start.</param>
    /// <param name="end">The place of the end.</param>
    /// <returns>The axis.</returns>
    public static LogScale Around(IReadOnlyCollection<double> figures, double start, double end)
    {
        var low = Math.Floor(Math.Log10(figures.Min()));
        var high = Math.Max(Math.Ceiling(Math.Log10(figures.Max())), low + 1);
        return new LogScale(Math.Pow(10, low), Math.Pow(10, high), start, end);
    }

    /// <summary>The place of a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <returns>The place.</returns>
    public double Place(double figure) => start + (Math.Log(figure / from) / Math.Log(to / from) * (end - start));

    /// <summary>The figures to label: powers of ten, and on a short axis 2 and 5 of each.</summary>
    /// <returns>The figures.</returns>
    public IEnumerable<double> Ticks()
    {
        var steps = Math.Log10(to / from) < LongestWithSteps ? (double[])[1, 2, 5] : [1];
        for (var power = Math.Log10(from); power < Math.Log10(to) + 0.5; power++)
        {
            foreach (var tick in steps.Select(step => step * Math.Pow(10, power)).Where(tick => tick <= to * 1.001))
            {
                yield return tick;
            }
        }
    }
}
