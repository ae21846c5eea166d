using System.Globalization;

namespace PaymentAbstractions.Benchmarks.Measuring;

/// <summary>The median of some figures, their quartiles, and the ends.</summary>
internal readonly record struct Spread(double Least, double Lower, double Median, double Upper, double Most)
{
    /// <summary>Sums up.</summary>
    /// <param name="figures">At least one figure.</param>
    /// <returns>The median, the quartiles and the ends.</returns>
    public static Spread Of(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return new Spread(sorted[0], At(0.25), At(0.5), At(0.75), sorted[^1]);

        double At(double part)
        {
            var place = part * (sorted.Length - 1);
            var below = (int)place;
            var above = Math.Min(below + 1, sorted.Length - 1);
            return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
        }
    }

    /// <summary>Median (lower quartile - upper quartile).</summary>
    /// <param name="format">The format of each figure.</param>
    /// <returns>The text.</returns>
    public string ToString(string format)
    {
        var culture = CultureInfo.InvariantCulture;
        return $"{Median.ToString(format, culture)} ({Lower.ToString(format, culture)} - {Upper.ToString(format, culture)})";
    }
}
