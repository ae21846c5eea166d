using System.Globalization;

namespace PaymentAbstractions.Rebilly;

/// <summary>Adds to and takes from instants without leaving the range of the type, whatever a provider or caller names, and shows them.</summary>
internal static class Instants
{
    public static DateTimeOffset Before(DateTimeOffset at, TimeSpan by) =>
        at - DateTimeOffset.MinValue > by ? at - by : DateTimeOffset.MinValue;

    public static DateTimeOffset After(DateTimeOffset at, TimeSpan by) =>
        DateTimeOffset.MaxValue - at > by ? at + by : DateTimeOffset.MaxValue;

    public static string Show(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>How a time that an answer shows fails to fit. Wrong clocks are the usual reason, so both are named.</summary>
    public static string Misfit(
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
