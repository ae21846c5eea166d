using System.Globalization;

namespace PaymentAbstractions.Adapters;

/// <summary>Adds to and takes from instants without leaving the range of the type, whatever a provider names, and shows them.</summary>
/// <remarks>Thread-safe.</remarks>
public static class Instants
{
    /// <summary>An instant before another, or the first of all.</summary>
    /// <param name="at">The other.</param>
    /// <param name="by">How long before; not negative.</param>
    /// <returns>The instant.</returns>
    public static DateTimeOffset Before(DateTimeOffset at, TimeSpan by) =>
        at - DateTimeOffset.MinValue > by ? at - by : DateTimeOffset.MinValue;

    /// <summary>An instant after another, or the last of all.</summary>
    /// <param name="at">The other.</param>
    /// <param name="by">How long after; not negative.</param>
    /// <returns>The instant.</returns>
    public static DateTimeOffset After(DateTimeOffset at, TimeSpan by) =>
        DateTimeOffset.MaxValue - at > by ? at + by : DateTimeOffset.MaxValue;

    /// <summary>Shows an instant in UTC, for people.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>For example <c>2026-03-01T12:00:00Z</c>.</returns>
    public static string Show(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // Wrong clocks are the usual reason, so both are named.
    internal static string Misfit(
        DateTimeOffset shown,
        DateTimeOffset? earliest,
        DateTimeOffset? latest,
        TimeProvider clock
    ) =>
        (
            shown < earliest
                ? $"{Show(shown)}, before {Show(earliest.Value)}"
                : $"{Show(shown)}, after {Show(latest ?? DateTimeOffset.MaxValue)}"
        ) + $"; the clock of this application shows {Show(clock.GetUtcNow())}.";
}
