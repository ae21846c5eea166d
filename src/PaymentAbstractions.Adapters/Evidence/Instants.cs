using System.Globalization;

namespace PaymentAbstractions.Adapters;

/// <summary>Arithmetic on instants that stops at the ends of the calendar instead of throwing, and their text for messages.</summary>
/// <remarks>This type is thread-safe.</remarks>
public static class Instants
{
    /// <summary>Subtracts a time span, and stops at <see cref="DateTimeOffset.MinValue"/>.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="by">The time span; not negative.</param>
    /// <returns>The resulting instant.</returns>
    public static DateTimeOffset Before(DateTimeOffset at, TimeSpan by) =>
        at - DateTimeOffset.MinValue > by ? at - by : DateTimeOffset.MinValue;

    /// <summary>Adds a time span, and stops at <see cref="DateTimeOffset.MaxValue"/>.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="by">The time span; not negative.</param>
    /// <returns>The resulting instant.</returns>
    public static DateTimeOffset After(DateTimeOffset at, TimeSpan by) =>
        DateTimeOffset.MaxValue - at > by ? at + by : DateTimeOffset.MaxValue;

    /// <summary>Formats an instant in UTC for messages.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>For example <c>2026-03-01T12:00:00Z</c>.</returns>
    public static string Show(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // Wrong clocks are the usual cause, so the message has both times.
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
