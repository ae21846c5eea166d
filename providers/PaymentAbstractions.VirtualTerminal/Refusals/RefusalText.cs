using System.Globalization;
using System.Net;
using System.Text;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Http;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// The provider's refusal text, without markup and without its reference number. It is sent in the header <c>Error</c> of 400, 404 and 500,
/// or in <c>Message</c> together with <c>Success: false</c>. The toolkit masks it.
/// </summary>
/// <param name="Text">The text, never empty.</param>
/// <param name="Reference">The reference of the gateway behind the provider, <c>REFID:</c> and its digits.</param>
internal sealed record RefusalText(string Text, string? Reference)
{
    private const string Prefix = "REFID:";
    private const int LongestRaw = 4096;
    private const int MaxDigits = 20;

    public static RefusalText? OfHeader(TransportAnswer answer) => Of(answer.Header("Error"));

    public static RefusalText? Of(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return null;
        }

        // Done twice, because text that is written as entities may be markup as well.
        var cut = TextCut.ToLength(raw, LongestRaw);
        var (remainder, digits) = TakeReference(WithoutMarkup(WebUtility.HtmlDecode(WithoutMarkup(cut))));
        var text = WithSingleBlanks(remainder);
        return new RefusalText(text.Length == 0 ? "(no text)" : text, digits is null ? null : Prefix + digits);
    }

    /// <summary>Replaces every tag with a space.</summary>
    private static string WithoutMarkup(string text)
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

    /// <summary>Separates the last reference number from the remaining text.</summary>
    private static (string Remainder, string? Digits) TakeReference(string text)
    {
        var start = text.LastIndexOf(Prefix, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return (text, null);
        }

        var first = start + Prefix.Length;
        first += first < text.Length && text[first] == ' ' ? 1 : 0;
        var end = first;
        while (end < text.Length && end - first < MaxDigits && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end == first ? (text, null) : ($"{text[..start]} {text[end..]}", text[first..end]);
    }

    /// <summary>Replaces every run of spaces, control characters and invisible characters with one space, and trims the ends.</summary>
    private static string WithSingleBlanks(string text)
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
