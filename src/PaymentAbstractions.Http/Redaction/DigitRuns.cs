using System.Globalization;

namespace PaymentAbstractions.Http;

/// <summary>Finds numbers that may be card or account numbers, by their digits alone.</summary>
internal static class DigitRuns
{
    public const int Shortest = 12;
    private const int Longest = 19;
    private const int LongestSeparator = 3;

    /// <summary>Where the number ends that starts here, or <paramref name="start"/> when none does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The position of the first digit of a group.</param>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        Span<byte> digits = stackalloc byte[Longest];
        var count = 0;
        var end = start;
        var position = start;
        while (position < text.Length && char.IsDigit(text[position]))
        {
            while (position < text.Length && char.IsDigit(text[position]))
            {
                if (count == Longest)
                {
                    // One group longer than any card number: nobody needs it in a log.
                    return position - start == Longest ? EndOfGroup(text, position) : end;
                }

                digits[count++] = (byte)CharUnicodeInfo.GetDecimalDigitValue(text[position++]);
            }

            if (count >= Shortest && PassesLuhn(digits[..count]))
            {
                end = position;
            }

            position = SkipSeparator(text, position);
        }

        return end;
    }

    private static int EndOfGroup(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && char.IsDigit(text[position]))
        {
            position++;
        }

        return position;
    }

    private static int SkipSeparator(ReadOnlySpan<char> text, int position)
    {
        if (text[position..].StartsWith("%20"))
        {
            return position + 3;
        }

        var limit = Math.Min(text.Length, position + LongestSeparator);
        while (position < limit && IsSeparator(text[position]))
        {
            position++;
        }

        return position;
    }

    private static bool IsSeparator(char c) =>
        c is ' ' or '-' or '+' or '\u00A0' or '\u2009' or '\u202F' or (>= '\u2010' and <= '\u2015');

    private static bool PassesLuhn(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)];
            sum +=
                i % 2 == 0 ? digit
                : digit > 4 ? (digit * 2) - 9
                : digit * 2;
        }

        return sum % 10 == 0;
    }
}
