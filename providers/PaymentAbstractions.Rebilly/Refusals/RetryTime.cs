using System.Globalization;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Rebilly;

/// <summary>When a limited caller may come back.</summary>
/// <remarks>
/// Source: <c>X-RateLimit-Retry-After</c> is an instant in seconds since 1970 (core API reference); Rebilly's PHP library reads
/// <c>Retry-After</c>, which is a number of seconds or a date (RFC 9110). The later of the two counts.
/// </remarks>
internal static class RetryTime
{
    public static DateTimeOffset? Of(TransportAnswer answer, TimeProvider time)
    {
        var instant = Instant(answer.Header("X-RateLimit-Retry-After"));
        var after = After(answer.Header("Retry-After"), time);
        return instant > after || after is null ? instant : after;
    }

    private static DateTimeOffset? Instant(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 253402300799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static DateTimeOffset? After(string? text, TimeProvider time)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return time.GetUtcNow().AddSeconds(seconds);
        }

        return DateTimeOffset.TryParseExact(
            text,
            "r",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var date
        )
            ? date
            : null;
    }
}
