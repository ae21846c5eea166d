using System.Globalization;

namespace PaymentAbstractions.Benchmarks.Floor;

/// <summary>The middle of some figures, and how far they lie apart.</summary>
internal readonly record struct Spread(double Median, double Least, double Most)
{
    /// <summary>Sums up.</summary>
    /// <param name="figures">At least one figure.</param>
    /// <returns>Median, least and most.</returns>
    public static Spread Of(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[^1]);
    }

    /// <summary>Median (least - most).</summary>
    /// <param name="format">The format of each figure.</param>
    /// <returns>The text.</returns>
    public string ToString(string format)
    {
        var culture = CultureInfo.InvariantCulture;
        return $"{Median.ToString(format, culture)} ({Least.ToString(format, culture)} - {Most.ToString(format, culture)})";
    }
}
