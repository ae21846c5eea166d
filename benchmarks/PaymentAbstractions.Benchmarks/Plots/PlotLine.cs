namespace PaymentAbstractions.Benchmarks.Plots;

/// <summary>A line of a plot.</summary>
/// <param name="Name">The name in the legend.</param>
/// <param name="Points">The points, from left to right; all figures are above zero.</param>
internal sealed record PlotLine(string Name, IReadOnlyList<(double X, double Y)> Points);
