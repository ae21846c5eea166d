using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace PaymentAbstractions;

/// <summary>The rules for texts: their length, their characters, and whether they have a meaning.</summary>
internal static class TextRules
{
    private static readonly SearchValues<char> ControlCharacters = SearchValues.Create([
        .. Enumerable.Range(0, 32).Select(code => (char)code),
        '\u007f',
    ]);

    /// <summary>Checks a code: printable ASCII, no space at either end, not blank and not only zeros.</summary>
    /// <param name="check">The validation.</param>
    /// <param name="line">The line, or Header.</param>
    /// <param name="name">The field.</param>
    /// <param name="value">The code; may be <see langword="null"/>.</param>
    /// <param name="usual">The length that most providers accept; a longer code causes a warning.</param>
    /// <param name="most">The length that any provider accepts; a longer code causes an error.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Code(ref CommercialCardCheck check, int line, string name, string? value, int usual, int most)
    {
        if (value is not null)
        {
            CheckCode(ref check, line, name, value, usual, most);
        }
    }

    /// <summary>Checks a code that the buyer or the merchant chose, such as a purchase order number: no filler words or digits.</summary>
    /// <param name="check">The validation.</param>
    /// <param name="line">The line, or Header.</param>
    /// <param name="name">The field.</param>
    /// <param name="value">The code; may be <see langword="null"/>.</param>
    /// <param name="usual">The length that most providers accept; a longer code causes a warning.</param>
    /// <param name="most">The length that any provider accepts; a longer code causes an error.</param>
    /// <param name="nines">
    /// The severity of a code of nines only: a warning for a merchant's sequential numbers, an error for codes from a list.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Reference(
        ref CommercialCardCheck check,
        int line,
        string name,
        string? value,
        int usual,
        int most,
        CommercialCardSeverity nines = CommercialCardSeverity.Warning
    )
    {
        if (value is not null)
        {
            CheckCode(ref check, line, name, value, usual, most);
            if (FillerText.InCode(value) is { } filler)
            {
                Filler(
                    ref check,
                    line,
                    name,
                    filler,
                    filler == FillerText.Counted ? CommercialCardSeverity.Warning
                        : filler == FillerText.Nines ? nines
                        : CommercialCardSeverity.Error
                );
            }
        }
    }

    private static void CheckCode(
        ref CommercialCardCheck check,
        int line,
        string name,
        string value,
        int usual,
        int most
    )
    {
        if (IsFiller(value))
        {
            Filler(ref check, line, name, value.Length == 0 ? "empty" : "blanks, zeros or punctuation");
        }
        else if (!IsAll(value, ' ', '~') || value[0] == ' ' || value[^1] == ' ')
        {
            check.Error(
                line,
                name,
                CommercialCardRule.Characters,
                "printable ASCII without spaces at either end",
                "other characters",
                "must consist of printable ASCII characters, with no space at either end."
            );
        }

        Length(ref check, line, name, value, usual, most);
    }

    /// <summary>Checks a text for people: no control characters, and not filler.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Plain(ref CommercialCardCheck check, int line, string name, string? value, int usual, int most)
    {
        if (value is not null)
        {
            CheckPlain(ref check, line, name, value, usual, most);
        }
    }

    private static void CheckPlain(
        ref CommercialCardCheck check,
        int line,
        string name,
        string value,
        int usual,
        int most
    )
    {
        if (IsFiller(value))
        {
            Filler(ref check, line, name, value.Length == 0 ? "empty" : "blanks, zeros or punctuation");
        }
        else if (value.AsSpan().ContainsAny(ControlCharacters))
        {
            check.Error(
                line,
                name,
                CommercialCardRule.Characters,
                "no control characters",
                "control characters",
                "must not contain control characters."
            );
        }

        Length(ref check, line, name, value, usual, most);
    }

    /// <summary>Whether a text passes <see cref="Plain"/>.</summary>
    public static bool IsPlain(string value, int most) =>
        value.Length <= most && !IsFiller(value) && !value.AsSpan().ContainsAny(ControlCharacters);

    /// <summary>Checks the description of a line: it must describe what is sold.</summary>
    public static void Description(ref CommercialCardCheck check, int line, string? value)
    {
        const string name = nameof(CommercialLineItem.Description);
        Plain(ref check, line, name, value, usual: 1024, most: 1024);
        if (value is null || IsFiller(value))
        {
            return;
        }

        if (FillerText.In(value, check.Options.MerchantName) is { } filler)
        {
            Filler(ref check, line, name, filler);
        }
    }

    /// <inheritdoc cref="FillerText.IsEmpty"/>
    public static bool IsFiller(string value) => FillerText.IsEmpty(value);

    public static bool IsNumeric(string value) => IsAll(value, '0', '9');

    public static void Filler(
        ref CommercialCardCheck check,
        int line,
        string name,
        string actual,
        CommercialCardSeverity severity = CommercialCardSeverity.Error
    ) =>
        check.Add(
            severity,
            CommercialCardCheck.Path(line, name),
            CommercialCardRule.NoFiller,
            "data, or nothing",
            actual,
            $"is filler ({actual}); give the real value, or leave it out."
        );

    // Codes are short, so a loop is faster than a vectorized search.
    private static bool IsAll(string value, char lowest, char highest)
    {
        foreach (var c in value)
        {
            if ((uint)(c - lowest) > (uint)(highest - lowest))
            {
                return false;
            }
        }

        return true;
    }

    private static void Length(ref CommercialCardCheck check, int line, string name, string value, int usual, int most)
    {
        if (value.Length <= usual)
        {
            return;
        }

        var isTooLong = value.Length > most;
        var limit = (isTooLong ? most : usual).ToString(CultureInfo.InvariantCulture);
        check.Add(
            isTooLong ? CommercialCardSeverity.Error : CommercialCardSeverity.Warning,
            CommercialCardCheck.Path(line, name),
            CommercialCardRule.Length,
            $"at most {limit} characters",
            string.Create(CultureInfo.InvariantCulture, $"{value.Length} characters"),
            isTooLong
                ? $"must have at most {limit} characters."
                : $"is longer than the {limit} characters that most providers accept."
        );
    }
}
