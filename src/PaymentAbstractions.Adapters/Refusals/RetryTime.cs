using System.Globalization;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.Adapters;

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
