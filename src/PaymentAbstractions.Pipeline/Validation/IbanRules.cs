namespace PaymentAbstractions;

/// <summary>The rules for an IBAN (ISO 13616) of any country. Each provider checks the lengths of each country's IBANs.</summary>
internal static class IbanRules
{
    private const int Fewest = 15;
    private const int Most = 34;

    public static bool HasForm(string text) =>
        text.Length is >= Fewest and <= Most
        && char.IsAsciiLetterUpper(text[0])
        && char.IsAsciiLetterUpper(text[1])
        && char.IsAsciiDigit(text[2])
        && char.IsAsciiDigit(text[3]);

    /// <summary>Returns whether the first two letters are a country; Kosovo's XK counts.</summary>
    /// <param name="text">A text in the correct format, in upper case.</param>
    public static bool HasCountry(string text) => Country.Find(text[..2]) is not null;

    /// <summary>Returns whether the check digits are correct (ISO 7064, MOD 97-10).</summary>
    /// <param name="text">A text in the correct format, in upper case.</param>
    public static bool HasValidCheckDigits(string text)
    {
        var remainder = 0;
        for (var i = 0; i < text.Length; i++)
        {
            // The country and the check digits move to the end; a letter counts as two digits, A as 10.
            var c = text[(i + 4) % text.Length];
            remainder = char.IsAsciiDigit(c)
                ? ((remainder * 10) + (c - '0')) % 97
                : ((remainder * 100) + (c - 'A' + 10)) % 97;
        }

        return remainder == 1;
    }
}
