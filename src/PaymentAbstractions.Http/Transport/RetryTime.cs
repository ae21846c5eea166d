using System.Globalization;
using System.Text.RegularExpressions;

namespace PaymentAbstractions.Http;

/// <summary>Reads the time at which a caller may retry, in every format that headers use.</summary>
/// <remarks>
/// Source: RFC 9110, 5.6.7 (the three date formats) and 10.2.3 (<c>Retry-After</c>: seconds or a date); ISO 8601; seconds since 1970, which
/// are distinguished from a number of seconds by their size.
/// </remarks>
internal static partial class RetryTime
{
    // As a number of seconds, this is longer than any wait; as an instant, it is long past.
    private const long FirstInstant = 1_000_000_000;
    private const string Iso = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    private static readonly string[] HttpDates =
    [
        "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
        "dddd, dd-MMM-yy HH:mm:ss 'GMT'",
        "ddd MMM d HH:mm:ss yyyy",
    ];

    /// <summary>Reads one header's value.</summary>
    /// <param name="text">The value.</param>
    /// <param name="now">The current time.</param>
    /// <returns>The time; <see langword="null"/> when it is not readable, before now, or more than 31 days away.</returns>
    public static DateTimeOffset? Read(string? text, DateTimeOffset now)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? Within(seconds >= FirstInstant ? OfInstant(seconds) : OfWait(seconds, now), now)
            : Within(OfHttpDate(text, now) ?? OfIso(text), now);
    }

    private static DateTimeOffset? OfWait(long seconds, DateTimeOffset now) =>
        seconds <= Longest.TotalSeconds ? now + TimeSpan.FromSeconds(seconds) : null;

    private static DateTimeOffset? OfInstant(long seconds) =>
        seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static DateTimeOffset? OfHttpDate(string text, DateTimeOffset now)
    {
        // A two-digit year is at most 50 years ahead.
        var format = (DateTimeFormatInfo)DateTimeFormatInfo.InvariantInfo.Clone();
        format.Calendar = new GregorianCalendar { TwoDigitYearMax = Math.Clamp(now.Year + 50, 99, 9999) };
        return DateTimeOffset.TryParseExact(
            text,
            HttpDates,
            format,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite,
            out var date
        )
            ? date
            : null;
    }

    private static DateTimeOffset? OfIso(string text)
    {
        if (IsoParts().Match(text) is not { Success: true } parts)
        {
            return null;
        }

        var seconds = parts.Groups["second"] is { Success: true } given ? given.Value : "00";
        var fraction = parts.Groups["fraction"].Value is { Length: > 7 } precise
            ? precise[..7]
            : parts.Groups["fraction"].Value;
        var offset = parts.Groups["sign"] is { Success: true } sign
            ? $"{sign.Value}{parts.Groups["hours"].Value}:{parts.Groups["minutes"].Value.PadLeft(2, '0')}"
            : "+00:00";
        return DateTimeOffset.TryParseExact(
            $"{parts.Groups["date"].Value}T{parts.Groups["time"].Value}:{seconds}.{fraction}{offset}",
            Iso,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : null;
    }

    private static DateTimeOffset? Within(DateTimeOffset? time, DateTimeOffset now) =>
        time >= now && time - now <= Longest ? time : null;

    // Lower-case letters, a space instead of T, any number of decimals, and times without an offset (UTC) occur as well.
    [GeneratedRegex(
        @"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?<time>[0-9]{2}:[0-9]{2})(:(?<second>[0-9]{2})([.,](?<fraction>[0-9]+))?)?([Zz]|(?<sign>[+-])(?<hours>[0-9]{2})(:?(?<minutes>[0-9]{2}))?)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex IsoParts();
}
