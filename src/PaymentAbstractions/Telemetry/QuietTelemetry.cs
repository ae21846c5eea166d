using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PaymentAbstractions;

/// <summary>
/// Makes instruments, starts spans and records measurements. What a listener throws is dropped, because it must not change what a payment
/// returns or records.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal static class QuietTelemetry
{
    /// <summary>Creates a source or an instrument, of which listeners are told.</summary>
    /// <returns><see langword="null"/> if a listener throws. Nothing is then recorded until the process restarts.</returns>
    public static T? Create<T>(Func<T> create)
        where T : class
    {
        try
        {
            return create();
        }
#pragma warning disable CA1031 // See above.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    public static Activity? Start(string name, ActivityKind kind, ActivityLink[]? links = null)
    {
        var parent = Activity.Current;
        try
        {
            return PaymentTelemetry.Source?.StartActivity(name, kind, default(ActivityContext), null, links);
        }
#pragma warning disable CA1031 // See above.
        catch (Exception)
#pragma warning restore CA1031
        {
            // If it has started, the listeners that know of it still see its end.
            return Activity.Current is { } started && started != parent && started.Source == PaymentTelemetry.Source
                ? started
                : null;
        }
    }

    /// <summary>Ends the span, and makes its parent the current one even if a listener throws.</summary>
    public static void Stop(Activity? span)
    {
        if (span is null)
        {
            return;
        }

        try
        {
            span.Dispose();
        }
#pragma warning disable CA1031 // See above.
        catch (Exception)
#pragma warning restore CA1031
        {
            SetCurrent(span.Parent is { IsStopped: false } parent ? parent : null);
        }
    }

    public static void SetCurrent(Activity? span)
    {
        try
        {
            Activity.Current = span;
        }
#pragma warning disable CA1031 // See above. The change is made before its handlers are called.
        catch (Exception) { }
#pragma warning restore CA1031
    }

    public static void Count(Counter<long>? counter, in TagList tags)
    {
        try
        {
            counter?.Add(1, tags);
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
