using System.Globalization;
using System.Net;
using System.Text;

namespace PaymentAbstractions;

/// <summary>
/// One character as people and encoders write it: unescaped, as a percent escape, as an HTML entity, or as an escape of JSON or source
/// code.
/// </summary>
internal readonly record struct WrittenCharacter(int Value, int Width, bool IsEscape)
{
    private const int MaxBackslashes = 8;
    private const int LongestEntity = 12;

    /// <summary>The value of a decimal digit of any script, or -1.</summary>
    public int Digit =>
        Value < 0x80 ? (Value is >= '0' and <= '9' ? Value - '0' : -1)
        : Rune.GetUnicodeCategory(new Rune(Value)) == UnicodeCategory.DecimalDigitNumber
            ? (int)Rune.GetNumericValue(new Rune(Value))
        : -1;

    /// <summary>Whether it is invisible: zero-width spaces and joiners, soft hyphens, directional marks and variation selectors.</summary>
    public bool IsInvisible =>
        Value >= 0x80
        && (
            Value is 0x034F or 0x20E3 or (>= 0xFE00 and <= 0xFE0F)
            || Rune.GetUnicodeCategory(new Rune(Value)) == UnicodeCategory.Format
        );

    /// <summary>Whether it separates groups of digits: a space, a dash, a plus sign, or one of the less usual ones.</summary>
    public bool IsSeparator =>
        IsUnusualSeparator
        || Value is ' ' or '-' or '+' or 0x02D7 or 0x2043 or 0x2053 or 0x207B or 0x208B or 0x2212
        || (
            Value >= 0x80
            && Rune.GetUnicodeCategory(new Rune(Value))
                is UnicodeCategory.SpaceSeparator
                    or UnicodeCategory.DashPunctuation
        );

    /// <summary>Whether it separates groups of digits, but also the parts of other numbers: a dot, slash, underscore or tab.</summary>
    public bool IsUnusualSeparator => Value is '.' or '/' or '_' or '\t' or 0xFF0E or 0xFF0F or 0xFF3F;

    /// <summary>Reads the character at a position.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">A position in it.</param>
    /// <returns>
    /// The character, and how many characters of the text it uses. Half a surrogate pair becomes the replacement character.
    /// </returns>
    public static WrittenCharacter At(ReadOnlySpan<char> text, int position)
    {
        var rest = text[position..];
        var escaped = rest[0] switch
        {
            '%' => Percent(rest),
            '&' => Entity(rest),
            '\\' => Backslash(rest),
            _ => null,
        };
        if (escaped is { } character)
        {
            return character;
        }

        _ = Rune.DecodeFromUtf16(rest, out var rune, out var width);
        return new WrittenCharacter(rune.Value, width, IsEscape: false);
    }

    private static WrittenCharacter? Percent(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        while (count < bytes.Length && text.Length > count * 3 && text[count * 3] == '%')
        {
            if (Hex(text[(count * 3 + 1)..], 2) is not { } value)
            {
                break;
            }

            bytes[count++] = (byte)value;
        }

        if (count == 0)
        {
            return null;
        }

        // Encoded twice: %252D.
        if (bytes[0] == '%' && Hex(text[3..], 2) is { } twice)
        {
            return new WrittenCharacter(twice, 5, IsEscape: true);
        }

        return Rune.DecodeFromUtf8(bytes[..count], out var rune, out var used) == System.Buffers.OperationStatus.Done
            ? new WrittenCharacter(rune.Value, used * 3, IsEscape: true)
            : new WrittenCharacter(bytes[0], 3, IsEscape: true);
    }

    private static WrittenCharacter? Entity(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, LongestEntity)].IndexOf(';');
        if (end < 3)
        {
            return null;
        }

        var decoded = WebUtility.HtmlDecode(text[..(end + 1)].ToString());
        return
            Rune.DecodeFromUtf16(decoded, out var rune, out var used) == System.Buffers.OperationStatus.Done
            && used == decoded.Length
            ? new WrittenCharacter(rune.Value, end + 1, IsEscape: true)
            : null;
    }

    private static WrittenCharacter? Backslash(ReadOnlySpan<char> text)
    {
        // JSON inside JSON doubles the backslashes.
        var count = text[..Math.Min(text.Length, MaxBackslashes)].IndexOfAnyExcept('\\');
        if (count < 0)
        {
            return null;
        }

        var after = text[(count + 1)..];
        return text[count] switch
        {
            't' => new WrittenCharacter('\t', count + 1, IsEscape: true),
            '/' => new WrittenCharacter('/', count + 1, IsEscape: true),
            'x' when Hex(after, 2) is { } value => new WrittenCharacter(value, count + 3, IsEscape: true),
            'u' when Hex(after, 4) is { } unit => Utf16(unit, text, count + 5),
            _ => null,
        };
    }

    private static WrittenCharacter Utf16(int unit, ReadOnlySpan<char> text, int width)
    {
        if (
            char.IsHighSurrogate((char)unit)
            && text.Length >= width * 2
            && text.Slice(width, width - 4).SequenceEqual(text[..(width - 4)])
            && Hex(text[(width * 2 - 4)..], 4) is { } low
            && char.IsLowSurrogate((char)low)
        )
        {
            return new WrittenCharacter(char.ConvertToUtf32((char)unit, (char)low), width * 2, IsEscape: true);
        }

        return new WrittenCharacter(
            char.IsSurrogate((char)unit) ? Rune.ReplacementChar.Value : unit,
            width,
            IsEscape: true
        );
    }

    private static int? Hex(ReadOnlySpan<char> text, int length) =>
        text.Length >= length
        && int.TryParse(text[..length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
