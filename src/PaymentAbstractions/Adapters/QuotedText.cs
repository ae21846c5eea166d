using System.Globalization;
using System.Text;

namespace PaymentAbstractions.Adapters;

/// <summary>Quotes what a caller gave in the message of an error, so that it can be read and holds no card number.</summary>
/// <remarks>Never for secrets. Thread-safe.</remarks>
public static class QuotedText
{
    private const int Longest = 80;

    /// <summary>Quotes a value.</summary>
    /// <param name="value">The value; <see langword="null"/> counts as empty.</param>
    /// <returns>
    /// The value between apostrophes: card numbers masked but for their last four digits, what does not show as <c>\u000A</c>, and cut
    /// at 80 characters with <c>...</c>.
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
