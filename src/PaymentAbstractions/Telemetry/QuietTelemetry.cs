using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PaymentAbstractions;

/// <summary>
/// Starts spans and records measurements. What a listener throws is dropped, because it must not change what a payment returns or records.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal static class QuietTelemetry
{
    public static Activity? Start(string name, ActivityKind kind, ActivityLink[]? links = null)
    {
        var parent = Activity.Current;
        try
        {
            return PaymentTelemetry.Source.StartActivity(name, kind, default(ActivityContext), null, links);
        }
#pragma warning disable CA1031 // See above.
        catch (Exception)
#pragma warning restore CA1031
        {
            Activity.Current = parent;
            return null;
        }
    }

    /// <summary>Ends the span, and makes its parent the current one even if a listener throws.</summary>
    public static void Stop(Activity? span)
    {
        if (span is null)
        {
            return;
        }

        var current = Activity.Current;
        try
        {
            span.Dispose();
        }
#pragma warning disable CA1031 // See above.
        catch (Exception)
#pragma warning restore CA1031
        {
            Activity.Current = ReferenceEquals(current, span) ? span.Parent : current;
        }
    }

    public static void Count(Counter<long> counter, in TagList tags)
    {
        try
        {
            counter.Add(1, tags);
        }
#pragma warning disable CA1031 // See above.
        catch (Exception) { }
#pragma warning restore CA1031
    }

    public static void Record<T>(Histogram<T> histogram, T value, in TagList tags = default)
        where T : struct
    {
        try
        {
            histogram.Record(value, tags);
        }
#pragma warning disable CA1031 // See above.
        catch (Exception) { }
#pragma warning restore CA1031
    }

    public static void Record<T>(Gauge<T> gauge, T value, in TagList tags)
        where T : struct
    {
        try
        {
            gauge.Record(value, tags);
        }
#pragma warning disable CA1031 // See above.
        catch (Exception) { }
#pragma warning restore CA1031
    }
}
