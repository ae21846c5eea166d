namespace PaymentAbstractions;

/// <summary>Finds possible card numbers in texts, as people and encoders write them.</summary>
/// <remarks>
/// <para>
/// A card number has 12 to 19 digits of any script with a valid check digit, and starts and ends with a group of digits. Between groups are
/// up to three separators: spaces, dashes and plus signs of any kind; or, if the number has at least 13 digits, dots, slashes, underscores
/// and tabs. If the separators differ, every group except the last has at least three digits, which excludes dates, times and amounts.
/// Invisible characters are ignored. Every character may be escaped, see <see cref="WrittenCharacter"/>.
/// </para>
/// <para>
/// A run of more than 19 digits without separators is treated as a card number as a whole, and one of 17 to 19 digits if it contains a
/// number with the first digits and the length that the large card schemes issue. A UUID is never a card number.
/// </para>
/// </remarks>
internal static class CardNumberScanner
{
    /// <summary>The minimum number of digits of a card number.</summary>
    public const int Shortest = 12;

    private const int Shown = 4;
    private const int LengthOfUuid = 36;

    /// <summary>Whether a text has enough digits for a scan to find something.</summary>
    public static bool MayFind(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            // A surrogate is half of a digit beyond the first 65,536 characters; both digits of a percent escape count.
            digits += char.IsDigit(c) || char.IsSurrogate(c) ? 1 : 0;
        }

        return digits >= Shortest;
    }

    /// <summary>Whether a text contains a card number.</summary>
    public static bool Finds(ReadOnlySpan<char> text) => MayFind(text) && Next(text, 0).Start < text.Length;

    /// <summary>Finds the first number that starts at or after a position.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">The start position; not within a group of digits.</param>
    /// <returns>The start and the end of the number; both are the end of the text when there is none.</returns>
    public static (int Start, int End) Next(ReadOnlySpan<char> text, int from)
    {
        var afterEscape = 0;
        var position = from;
        while (position < text.Length)
        {
            var character = MayStart(text[position]) ? WrittenCharacter.At(text, position) : default;
            if (character.Digit < 0)
            {
                // What looks like an escape may not be one, so its characters are scanned as well.
                afterEscape = character.IsEscape ? position + character.Width : afterEscape;
                position++;
                continue;
            }

            var run = new DigitRun(text, position);
            var isInGroup = afterEscape > position && afterEscape < run.EndOfGroup;
            if (isInGroup && FindsAt(text, afterEscape, out var end))
            {
                return (afterEscape, end);
            }

            if (run.End > position && !IsInUuid(text, position, run.End))
            {
                return (position, run.End);
            }

            position =
                character.IsEscape ? position + 1
                : isInGroup ? afterEscape
                : run.EndOfGroup;
        }

        return (text.Length, text.Length);
    }

    /// <summary>Masks every digit of card numbers except the last four.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with asterisks instead of digits; separators are kept.</returns>
    public static string Mask(string text)
    {
        if (!MayFind(text))
        {
            return text;
        }

        var output = new System.Text.StringBuilder(text.Length);
        var copied = 0;
        while (Next(text, copied) is var (start, end) && start < text.Length)
        {
            output.Append(text, copied, start - copied);
            MaskNumber(text, start, end, output);
            copied = end;
        }

        return copied == 0 ? text : output.Append(text, copied, text.Length - copied).ToString();
    }

    private static void MaskNumber(string text, int start, int end, System.Text.StringBuilder output)
    {
        var digits = 0;
        for (var at = start; at < end; at += WrittenCharacter.At(text, at).Width)
        {
            digits += WrittenCharacter.At(text, at).Digit >= 0 ? 1 : 0;
        }

        for (var at = start; at < end; )
        {
            var character = WrittenCharacter.At(text, at);
            if (character.Digit >= 0 && digits-- > Shown)
            {
                output.Append('*');
            }
            else
            {
                output.Append(text, at, character.Width);
            }

            at += character.Width;
        }
    }

    private static bool FindsAt(ReadOnlySpan<char> text, int start, out int end)
    {
        end = WrittenCharacter.At(text, start).Digit >= 0 ? new DigitRun(text, start).End : start;
        return end > start && !IsInUuid(text, start, end);
    }

    private static bool MayStart(char c) => char.IsAsciiDigit(c) || c is '%' or '&' or '\\' or >= '\u0080';

    private static bool IsInUuid(ReadOnlySpan<char> text, int start, int end)
    {
        for (var at = Math.Max(0, start - LengthOfUuid + 1); at < end && at + LengthOfUuid <= text.Length; at++)
        {
            if (
                text[at + 8] == '-'
                && Guid.TryParseExact(text.Slice(at, LengthOfUuid), "D", out _)
                && !(at > 0 && char.IsAsciiHexDigit(text[at - 1]))
                && !(at + LengthOfUuid < text.Length && char.IsAsciiHexDigit(text[at + LengthOfUuid]))
            )
            {
                return true;
            }
        }

        return false;
    }
}
