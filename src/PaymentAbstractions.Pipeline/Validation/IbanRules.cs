namespace PaymentAbstractions;

/// <summary>What makes a text an IBAN (ISO 13616), whatever the country: how long each country's are is left to the provider.</summary>
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

    /// <summary>Whether the first two letters are a country; Kosovo's XK is one.</summary>
    /// <param name="text">A text of the right form, in upper case.</param>
    public static bool HasCountry(string text) => Country.Find(text[..2]) is not null;

    /// <summary>Whether the check digits are right (ISO 7064, MOD 97-10).</summary>
    /// <param name="text">A text of the right form, in upper case.</param>
    public static bool HasValidCheckDigits(string text)
    {
        var remainder = 0;
        for (var i = 0; i < text.Length; i++)
        {
            // The country and the check digits count last; a letter counts as two digits, A as 10.
            var c = text[(i + 4) % text.Length];
            remainder = char.IsAsciiDigit(c)
                ? ((remainder * 10) + (c - '0')) % 97
                : ((remainder * 100) + (c - 'A' + 10)) % 97;
        }

        return remainder == 1;
    }
}
