using System.Diagnostics.CodeAnalysis;

namespace PaymentAbstractions.Journal;

/// <summary>The last barrier before a text is written: callers mask, and this makes sure that no card number slips through.</summary>
internal static class FreeText
{
    private const int FewestDigits = 12;
    private const int MostDigits = 19;
    private const int Shown = 4;

    [return: NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var cut = text.Length > JournalOutcome.MostText ? text[..JournalOutcome.MostText] : text;
        char[]? masked = null;
        var digits = new List<int>();
        for (var i = 0; i <= cut.Length; i++)
        {
            if (i < cut.Length && char.IsAsciiDigit(cut[i]))
            {
                digits.Add(i);
            }
            else if (i == cut.Length || cut[i] is not (' ' or '-') || (i > 0 && !char.IsAsciiDigit(cut[i - 1])))
            {
                Mask(cut, digits, ref masked);
                digits.Clear();
            }
        }

        return masked is null ? cut : new string(masked);
    }

    // A run of more digits than a card number has may hold one anywhere, so every window is looked at.
    private static void Mask(string text, List<int> digits, ref char[]? masked)
    {
        for (var start = 0; start + FewestDigits <= digits.Count; start++)
        {
            for (var length = Math.Min(MostDigits, digits.Count - start); length >= FewestDigits; length--)
            {
                if (!HasValidCheckDigit(text, digits, start, length))
                {
                    continue;
                }

                masked ??= text.ToCharArray();
                for (var i = start; i < start + length - Shown; i++)
                {
                    masked[digits[i]] = '*';
                }

                start += length - 1;
                break;
            }
        }
    }

    private static bool HasValidCheckDigit(string text, List<int> digits, int start, int length)
    {
        var sum = 0;
        for (var i = 0; i < length; i++)
        {
            var digit = text[digits[start + length - 1 - i]] - '0';
            if (i % 2 == 1)
            {
                digit *= 2;
                digit = digit > 9 ? digit - 9 : digit;
            }

            sum += digit;
        }

        return sum % 10 == 0;
    }
}
