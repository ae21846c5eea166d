using System.Globalization;

namespace PaymentAbstractions;

/// <summary>Reads a number that may be followed by text, such as <c>7 Both postal code and address match</c>.</summary>
internal static class ProviderNumber
{
    private const int MaxDigits = 2;

    public static bool TryRead(ReadOnlySpan<char> text, out int number)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        number = 0;
        return digits.Length <= MaxDigits
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
