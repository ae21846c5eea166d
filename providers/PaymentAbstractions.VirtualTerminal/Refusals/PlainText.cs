using System.Globalization;
using System.Text;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>Takes out of a text what people should not see. Total: nothing throws.</summary>
internal static class PlainText
{
    /// <summary>What stands before the processor's reference number.</summary>
    public const string Reference = "REFID:";

    private const int MostDigits = 20;

    /// <summary>Replaces every tag by a blank.</summary>
    public static string WithoutMarkup(string text)
    {
        var output = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var end = text[at] == '<' ? text.AsSpan(at + 1).IndexOfAny('<', '>') : -1;
            if (end >= 0 && text[at + 1 + end] == '>')
            {
                output.Append(' ');
                at += end + 1;
            }
            else
            {
                output.Append(text[at]);
            }
        }

        return output.ToString();
    }

    /// <summary>Separates the last reference number from the rest.</summary>
    public static (string Remainder, string? Digits) TakeReference(string text)
    {
        var start = text.LastIndexOf(Reference, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return (text, null);
        }

        var first = start + Reference.Length;
        first += first < text.Length && text[first] == ' ' ? 1 : 0;
        var end = first;
        while (end < text.Length && end - first < MostDigits && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end == first ? (text, null) : ($"{text[..start]} {text[end..]}", text[first..end]);
    }

    /// <summary>Makes one blank of every run of blanks, control characters and what shows as nothing; none at the ends.</summary>
    public static string WithSingleBlanks(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsBlank(c))
            {
                output.Append(c);
            }
            else if (output.Length > 0 && output[^1] != ' ')
            {
                output.Append(' ');
            }
        }

        return output.ToString().TrimEnd();
    }

    private static bool IsBlank(char c) =>
        char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned;
}
