namespace PaymentAbstractions.Benchmarks.Plots;

/// <summary>A plot with logarithmic axes.</summary>
/// <param name="Title">The headline.</param>
/// <param name="X">The name of the horizontal axis.</param>
/// <param name="Lines">The lines, at most three.</param>
internal sealed record Plot(string Title, string X, params IReadOnlyList<PlotLine> Lines);
