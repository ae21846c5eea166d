using System.Globalization;
using System.Text;

namespace PaymentAbstractions.Adapters;

/// <summary>Quotes a caller's value for an error message: the quotation is readable and contains no card number.</summary>
/// <remarks>Not for secrets. This type is thread-safe.</remarks>
public static class QuotedText
{
    private const int Longest = 80;

    /// <summary>Quotes a value.</summary>
    /// <param name="value">The value; <see langword="null"/> is treated as empty.</param>
    /// <returns>
    /// The value between apostrophes, cut at 80 characters with <c>...</c>. Card numbers are masked except for their last four digits, and
    /// characters that are not visible are written as <c>\u000A</c>.
    /// </returns>
    public static string Of(string? value)
    {
        var masked = CardNumberScanner.Mask(value ?? "");
        var shown = TextCut.ToLength(masked, Longest);
        var output = new StringBuilder("'");
        foreach (var c in shown)
        {
            if (c == ' ' || !IsHidden(c))
            {
                output.Append(c);
            }
            else
            {
                output.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            }
        }

        return output.Append(shown.Length < masked.Length ? "...'" : "'").ToString();
    }

    private static bool IsHidden(char c) =>
        char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;
}
