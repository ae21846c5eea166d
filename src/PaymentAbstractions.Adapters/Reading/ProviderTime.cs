using System.Globalization;

namespace PaymentAbstractions.Adapters;

/// <summary>
/// Reads times in every format that providers are known to use: ISO 8601 with any number of decimals, with or without an offset (then UTC),
/// with a space instead of the T, in any casing; and milliseconds since 1970 in Microsoft's format <c>/Date(…)/</c>.
/// </summary>
public static class ProviderTime
{
    private const string Opening = "/Date(";
    private const string Closing = ")/";
    private const int LongestText = 64;
    private const int MaxDecimals = 7;
    private static readonly long LeastSeconds = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long MaxSeconds = DateTimeOffset.MaxValue.ToUnixTimeSeconds();
    private static readonly long LeastMilliseconds = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long MaxMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>Reads a time.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The time in UTC; <see langword="null"/> when the text is not a time.</returns>
    public static DateTimeOffset? Read(string? text)
    {
        if (text is not { Length: > 0 and <= LongestText })
        {
            return null;
        }

        if (text.StartsWith(Opening, StringComparison.Ordinal) && text.EndsWith(Closing, StringComparison.Ordinal))
        {
            return Milliseconds(
                text.AsSpan(Opening.Length, Math.Max(0, text.Length - Opening.Length - Closing.Length))
            );
        }

        return
            text.Length >= 10
            && char.IsAsciiDigit(text[0])
            && text[4] == '-'
            && DateTimeOffset.TryParse(
                WithFewerDecimals(text.ToUpperInvariant()),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time
            )
            ? time
            : null;
    }

    /// <summary>Reads a time in whole seconds since 1970 (Unix time).</summary>
    /// <param name="seconds">The seconds.</param>
    /// <returns>The time in UTC; <see langword="null"/> when the value is <see langword="null"/> or outside the years 1 to 9999.</returns>
    public static DateTimeOffset? FromUnixSeconds(long? seconds) =>
        seconds is { } given && given >= LeastSeconds && given <= MaxSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(given)
            : null;

    private static string WithFewerDecimals(string text)
    {
        var first = text.IndexOf('.', StringComparison.Ordinal) + 1;
        if (first == 0)
        {
            return text;
        }

        var end = first;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end - first > MaxDecimals ? text.Remove(first + MaxDecimals, end - first - MaxDecimals) : text;
    }

    private static DateTimeOffset? Milliseconds(ReadOnlySpan<char> text)
    {
        // The offset after the number is only for display; the number counts from 1970 in UTC.
        var digits =
            text.Length > 5 && text[^5] is '+' or '-' && !text[^4..].ContainsAnyExceptInRange('0', '9')
                ? text[..^5]
                : text;
        return
            long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds >= LeastMilliseconds
            && milliseconds <= MaxMilliseconds
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
    }
}
