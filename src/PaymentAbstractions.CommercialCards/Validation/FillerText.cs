using System.Globalization;
using System.Text;

namespace PaymentAbstractions;

/// <summary>What a text says nothing with, in any script: characters are those that a reader sees, not units of UTF-16.</summary>
/// <remarks>Allocates only for text beyond ASCII.</remarks>
internal static class FillerText
{
    private const int FewestNines = 4;
    private const int FewestCounted = 5;

    /// <summary>Whether a text is empty, blank, or zeros and punctuation: nothing that is a letter or a digit above zero.</summary>
    public static bool IsEmpty(string value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            if (IsLetterOrNumber(rune) && !IsZero(rune))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Finds what makes the description of a line filler.</summary>
    /// <param name="value">A text that is not empty in the sense of <see cref="IsEmpty"/>.</param>
    /// <param name="merchant">The merchant's name, which describes nothing that is sold; none when it is not known.</param>
    /// <returns>What the filler is; <see langword="null"/> for a description.</returns>
    public static string? In(string value, string? merchant)
    {
        // Wide, narrow and composed forms of a character are the same one to a reader.
        var text = Core(Compatible(value));
        if (Repeated(text) is { } repeated)
        {
            return repeated;
        }

        if (FillerWords.FindOfNothing(text) is { } word)
        {
            return $"the word '{word}'";
        }

        if (IsCounted(text))
        {
            return Counted;
        }

        return merchant is not null && text.Equals(Core(Compatible(merchant)), StringComparison.OrdinalIgnoreCase)
            ? "the name of the merchant"
            : null;
    }

    /// <summary>What counts up from one; a real number may do so, too, so a code with it is only worth a warning.</summary>
    public const string Counted = "digits that count up from 1";

    /// <summary>Published as filler of a tax; a number that goes up one by one comes to it, too.</summary>
    public const string Nines = "nines";

    /// <summary>Finds what makes a code filler.</summary>
    /// <param name="value">A text that is not empty in the sense of <see cref="IsEmpty"/>.</param>
    /// <returns>
    /// What the filler is, <see cref="Counted"/>, <see cref="Nines"/> or a word; <see langword="null"/> for a code.
    /// </returns>
    public static string? InCode(string value)
    {
        var text = Core(value);
        return FillerWords.FindPlaceholder(text) is { } word ? $"the word '{word}'"
            : text.Length >= FewestNines && !text.ContainsAnyExcept('9') ? Nines
            : IsCounted(text) ? Counted
            : null;
    }

    // 12345 is general knowledge, unconfirmed.
    private static bool IsCounted(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '0' + ((i + 1) % 10))
            {
                return false;
            }
        }

        return text.Length >= FewestCounted;
    }

    private static bool IsLetterOrNumber(Rune rune) => Rune.IsLetter(rune) || Rune.IsNumber(rune);

    private static bool IsZero(Rune rune) => Rune.IsDigit(rune) && Rune.GetNumericValue(rune) == 0;

    private static string Compatible(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            // Half of a pair cannot be normalized; it reads as this.
            if (rune == Rune.ReplacementChar)
            {
                return text;
            }
        }

        return text.Normalize(NormalizationForm.FormKC);
    }

    /// <summary>The text without what is not said at its ends.</summary>
    private static ReadOnlySpan<char> Core(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            Rune.DecodeFromUtf16(text, out var rune, out var length);
            if (IsLetterOrNumber(rune))
            {
                break;
            }

            text = text[length..];
        }

        while (!text.IsEmpty)
        {
            Rune.DecodeLastFromUtf16(text, out var rune, out var length);
            if (IsLetterOrNumber(rune) || IsMark(rune))
            {
                break;
            }

            text = text[..^length];
        }

        return text;
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    /// <summary>Whether a text is one character, alone or again and again; what lies between does not count.</summary>
    private static string? Repeated(ReadOnlySpan<char> text)
    {
        var first = ReadOnlySpan<char>.Empty;
        var count = 0;
        while (!text.IsEmpty)
        {
            var character = text[..StringInfo.GetNextTextElementLength(text)];
            text = text[character.Length..];
            Rune.DecodeFromUtf16(character, out var rune, out _);
            if (!IsLetterOrNumber(rune))
            {
                continue;
            }

            if (count > 0 && !character.Equals(first, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            first = character;
            count++;
        }

        // One sign that is a word makes a description, and so does its double.
        var words = IsWord(first) ? 2 : 0;
        return count <= words ? null
            : count == 1 ? "one character"
            : "the same character again and again";
    }

    // An ideograph, a Korean syllable, or a letter with the signs that make it a syllable.
    private static bool IsWord(ReadOnlySpan<char> character)
    {
        if (Rune.DecodeFromUtf16(character, out var rune, out var length) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        return character.Length > length
            || rune.Value
                is (>= 0x3400 and <= 0x9FFF)
                    or (>= 0xAC00 and <= 0xD7A3)
                    or (>= 0xF900 and <= 0xFAFF)
                    or (>= 0x20000 and <= 0x3FFFF);
    }
}
