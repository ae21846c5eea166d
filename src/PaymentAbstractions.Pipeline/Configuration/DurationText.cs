using System.Globalization;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>
/// Parses a duration: a number with its unit (<c>250ms</c>, <c>30s</c>, <c>5m</c>, <c>2h</c>, <c>1d</c>), or a complete
/// <c>[d.]hh:mm:ss[.fffffff]</c>. .NET would parse a number without a unit as days.
/// </summary>
internal static class DurationText
{
    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("ms", TimeSpan.TicksPerMillisecond),
        ("s", TimeSpan.TicksPerSecond),
        ("m", TimeSpan.TicksPerMinute),
        ("h", TimeSpan.TicksPerHour),
        ("d", TimeSpan.TicksPerDay),
    ];

    public static bool TryParse(string text, out TimeSpan value)
    {
        foreach (var (unit, ticks) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal) && IsNumber(text[..^unit.Length], out var count))
            {
                var isPossible = count <= TimeSpan.MaxValue.Ticks / ticks;
                value = isPossible ? TimeSpan.FromTicks(count * ticks) : default;
                return isPossible;
            }
        }

        value = default;
        return text.Count(c => c == ':') == 2
            && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Describes why a text is not a duration.</summary>
    public static string Problem(string text)
    {
        var (full, brief) =
            IsNumber(text, out var seconds) && seconds < TimeSpan.SecondsPerDay
                ? ($"{TimeSpan.FromSeconds(seconds):c}", FormattableString.Invariant($"{seconds}s"))
                : ("00:00:30", "30s");
        return IsNumber(text, out _)
            ? $"is {QuotedText.Of(text)}, a number without a unit; write a duration, such as \"{full}\" or {brief}."
            : $"is {QuotedText.Of(text)}, and must be a duration, such as \"{full}\" or {brief} (units: ms, s, m, h, d).";
    }

    private static bool IsNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
