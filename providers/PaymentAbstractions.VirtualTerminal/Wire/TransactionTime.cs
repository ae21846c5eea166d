using System.Globalization;
using System.Text.RegularExpressions;

namespace PaymentAbstractions.VirtualTerminal.Wire;

/// <summary>Reads times: milliseconds since 1970 in Microsoft's form <c>/Date(…)/</c>, or ISO 8601.</summary>
/// <remarks>The clock and the zone of the server are not known, so a time is for display and tolerant comparison.</remarks>
internal static partial class TransactionTime
{
    private const long LeastMilliseconds = -62135596800000;
    private const long MostMilliseconds = 253402300799999;

    public static DateTimeOffset? Read(string? text)
    {
        if (text is not { Length: > 0 and <= 64 })
        {
            return null;
        }

        if (MicrosoftDate().Match(text) is { Success: true } match)
        {
            return
                long.TryParse(
                    match.Groups["ms"].ValueSpan,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var milliseconds
                ) && milliseconds is >= LeastMilliseconds and <= MostMilliseconds
                ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
                : null;
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

    // The offset behind the number is for display; the number counts from 1970 in UTC.
    [GeneratedRegex(
        @"\A/Date\((?<ms>-?[0-9]{1,19})([+-][0-9]{4})?\)/\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex MicrosoftDate();
}
