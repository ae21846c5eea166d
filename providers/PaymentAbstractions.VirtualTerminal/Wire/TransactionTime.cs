using System.Globalization;

namespace PaymentAbstractions.VirtualTerminal.Wire;

/// <summary>Reads times: milliseconds since 1970 in Microsoft's form <c>/Date(…)/</c>, or ISO 8601.</summary>
/// <remarks>The clock and the zone of the server are not known, so a time is for display and tolerant comparison.</remarks>
internal static class TransactionTime
{
    private const string Opening = "/Date(";
    private const string Closing = ")/";
    private const long LeastMilliseconds = -62135596800000;
    private const long MostMilliseconds = 253402300799999;

    public static DateTimeOffset? Read(string? text)
    {
        if (text is not { Length: > 0 and <= 64 })
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
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time
            )
            ? time
            : null;
    }

    private static DateTimeOffset? Milliseconds(ReadOnlySpan<char> text)
    {
        // The offset behind the number is for display; the number counts from 1970 in UTC.
        var digits = text.Length > 5 && text[^5] is ('+' or '-') && IsDigits(text[^4..]) ? text[..^5] : text;
        return
            long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds)
            && milliseconds is >= LeastMilliseconds and <= MostMilliseconds
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
