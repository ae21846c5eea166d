using System.Globalization;

namespace PaymentAbstractions.Adapters;

/// <summary>Shortens texts for people without splitting a character.</summary>
/// <remarks>This type is thread-safe.</remarks>
public static class TextCut
{
    /// <summary>Shortens a text to a length.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The maximum number of UTF-16 code units, as <see cref="string.Length"/> counts them; 0 or more.</param>
    /// <returns>
    /// The text itself when it is short enough; otherwise as many of its characters as fit. A character is a grapheme cluster: a letter
    /// with its marks, or an emoji with everything that is joined to it. When not even the first one fits, its beginning, but never half a
    /// surrogate pair.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxLength"/> is negative.</exception>
    public static string ToLength(string text, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        if (text.Length <= maxLength)
        {
            return text;
        }

        var rest = text.AsSpan();
        while (StringInfo.GetNextTextElementLength(rest) is var next && text.Length - rest.Length + next <= maxLength)
        {
            rest = rest[next..];
        }

        var end = text.Length - rest.Length;
        return text[
            ..(end > 0 || maxLength == 0 ? end : maxLength - (char.IsHighSurrogate(text[maxLength - 1]) ? 1 : 0))
        ];
    }
}
