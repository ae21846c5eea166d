namespace PaymentAbstractions.Http;

/// <summary>The value that follows the name of a secret: its start, its end, and whether its mask needs quotes.</summary>
internal readonly record struct SecretSpan(int Start, int End, bool NeedsQuotes)
{
    private const string ClosingOfName = "\"'\\]";

    /// <summary>Finds the value that follows a name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="nameStart">The start of the name.</param>
    /// <param name="nameEnd">The end of the name.</param>
    /// <returns>The value, or <see langword="null"/> when the name is only a word in the text.</returns>
    public static SecretSpan? After(ReadOnlySpan<char> text, int nameStart, int nameEnd)
    {
        if (InElement(text, nameStart, nameEnd) is { } element)
        {
            return element;
        }

        var quoted = false;
        var position = nameEnd;
        while (Peek(text, position, out var length) is var c && ClosingOfName.Contains(c, StringComparison.Ordinal))
        {
            quoted |= c is '"' or '\'';
            position += length;
        }

        position = SkipSpaces(text, position);
        var separator = Peek(text, position, out var width);
        if (separator is not (':' or '='))
        {
            return null;
        }

        position = SkipSpaces(text, position + width);
        if (position == text.Length)
        {
            return null;
        }

        var slashes = CountSlashes(text, position);
        if (position + slashes < text.Length && text[position + slashes] is '"' or '\'')
        {
            var start = position + slashes + 1;
            return new SecretSpan(start, EndOfString(text, start, slashes), NeedsQuotes: false);
        }

        return text[position] is '{' or '[' ? new SecretSpan(position, EndOfBrackets(text, position), NeedsQuotes: true)
            : separator == '=' || width > 1 ? Plain(text, position, "& \t\r\n\"'<")
            : quoted ? Scalar(text, position)
            : Plain(text, position, "\r\n");
    }

    private static SecretSpan? InElement(ReadOnlySpan<char> text, int nameStart, int nameEnd)
    {
        var opened = nameStart > 0 && text[nameStart - 1] is '<' or ':';
        if (
            !opened
            || nameEnd >= text.Length
            || text[nameEnd] is not ('>' or ' ')
            || text[nameStart - 1] == ':' && text[nameEnd] == ' '
        )
        {
            return null;
        }

        var close = text[nameEnd..].IndexOf('>');
        if (close < 0 || text[nameEnd + close - 1] == '/')
        {
            return null;
        }

        var start = nameEnd + close + 1;
        return Plain(text, start, "<");
    }

    private static SecretSpan Scalar(ReadOnlySpan<char> text, int position)
    {
        var span = Plain(text, position, ",}] \t\r\n");
        return text[span.Start..span.End] is "null"
            ? new SecretSpan(span.End, span.End, NeedsQuotes: false)
            : span with
            {
                NeedsQuotes = true,
            };
    }

    private static SecretSpan Plain(ReadOnlySpan<char> text, int position, ReadOnlySpan<char> terminators)
    {
        var length = text[position..].IndexOfAny(terminators);
        return new SecretSpan(position, length < 0 ? text.Length : position + length, NeedsQuotes: false);
    }

    private static int EndOfString(ReadOnlySpan<char> text, int start, int slashes)
    {
        var quote = text[start - 1];
        var run = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                run++;
                continue;
            }

            if (text[i] == quote && (slashes == 0 ? run % 2 == 0 : run <= slashes))
            {
                return i - (slashes == 0 ? 0 : run);
            }

            run = 0;
        }

        return text.Length;
    }

    private static int EndOfBrackets(ReadOnlySpan<char> text, int start)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']' when --depth == 0:
                    return i + 1;
                case '"':
                    i = EndOfString(text, i + 1, 0);
                    break;
                default:
                    break;
            }
        }

        return text.Length;
    }

    private static int CountSlashes(ReadOnlySpan<char> text, int position)
    {
        var end = position;
        while (end < text.Length && text[end] == '\\')
        {
            end++;
        }

        return end - position;
    }

    private static int SkipSpaces(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return position;
    }

    // The character at a position, which may be percent-encoded.
    private static char Peek(ReadOnlySpan<char> text, int position, out int length)
    {
        length = 1;
        if (position >= text.Length)
        {
            return '\0';
        }

        if (
            text[position] != '%'
            || position + 2 >= text.Length
            || !char.IsAsciiHexDigit(text[position + 1])
            || !char.IsAsciiHexDigit(text[position + 2])
        )
        {
            return text[position];
        }

        length = 3;
        return (char)byte.Parse(text.Slice(position + 1, 2), System.Globalization.NumberStyles.HexNumber, null);
    }
}
