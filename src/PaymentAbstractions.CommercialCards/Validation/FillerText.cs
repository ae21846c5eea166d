using System.Globalization;
using System.Text;

namespace PaymentAbstractions;

/// <summary>Detects text without meaning, in any script. Characters are grapheme clusters, not UTF-16 code units.</summary>
/// <remarks>It allocates only for text beyond ASCII.</remarks>
internal static class FillerText
{
    private const int FewestNines = 4;
    private const int FewestCounted = 5;

    /// <summary>Whether a text is empty, blank, or only zeros and punctuation: it has no letter and no digit above zero.</summary>
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
    /// <param name="merchant">
    /// The merchant's name, which is not a description of an item; <see langword="null"/> when it is not known.
    /// </param>
    /// <returns>The kind of filler; <see langword="null"/> for a real description.</returns>
    public static string? In(string value, string? merchant)
    {
        // Wide, narrow and composed forms of a character are the same character to a reader.
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

    /// <summary>Digits that count up from one. A real number may do so, too, so it causes only a warning.</summary>
    public const string Counted = "digits that count up from 1";

    /// <summary>Published as filler of a tax; a sequential number may be all nines, too.</summary>
    public const string Nines = "nines";

    /// <summary>Finds what makes a code filler.</summary>
    /// <param name="value">A text that is not empty in the sense of <see cref="IsEmpty"/>.</param>
    /// <returns>The kind of filler, <see cref="Counted"/>, <see cref="Nines"/> or a word; <see langword="null"/> for a real code.</returns>
    public static string? InCode(string value)
    {
        var text = Core(value);
        return FillerWords.FindPlaceholder(text) is { } word ? $"the word '{word}'"
            : text.Length >= FewestNines && !text.ContainsAnyExcept('9') ? Nines
            : IsCounted(text) ? Counted
            : null;
    }

    // That 12345 is filler is general knowledge, unconfirmed.
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
            // An unpaired surrogate cannot be normalized and is read as the replacement character.
            if (rune == Rune.ReplacementChar)
            {
                return text;
            }
        }

        return text.Normalize(NormalizationForm.FormKC);
    }

    /// <summary>The text without spaces and punctuation at its ends.</summary>
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

    /// <summary>Whether a text is a single character, alone or repeated, ignoring the characters in between.</summary>
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

        // An ideograph that is a word makes a description, even when it is doubled.
        var words = IsWord(first) ? 2 : 0;
        return count <= words ? null
            : count == 1 ? "one character"
            : "the same character again and again";
    }

    // An ideograph, a Korean syllable, or a letter with the marks that make it a syllable.
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
