namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>The character rules of the API's strings.</summary>
internal static class FieldPatterns
{
    public static bool IsId(string value) =>
        value.Length > 0 && value.All(c => IsWord(c) || c is '@' or '~' or '-' or '.');

    public static bool IsRequestId(string value) => value.Length > 0 && value.All(c => IsWord(c) || c == '-');

    public static bool IsDigits(string value) => value.Length > 0 && value.All(char.IsAsciiDigit);

    public static bool IsCountry(string value) => value.Length == 2 && value.All(char.IsAsciiLetterUpper);

    public static bool IsPostalCode(string value) =>
        value.Length > 0 && value.All(c => IsWord(c) || char.IsWhiteSpace(c) || c == '-');

    /// <summary>
    /// Whether a text is not empty and has no characters outside the basic multilingual plane, which consist of surrogates.
    /// </summary>
    public static bool IsBasicText(string value) => value.Length > 0 && !value.Any(char.IsSurrogate);

    public static bool IsDate(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, default, out _);

    public static bool IsEmail(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < value.Length - 1 && at == value.LastIndexOf('@') && !value.Any(char.IsWhiteSpace);
    }

    public static bool IsWebAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https");

    public static bool IsIban(string value) =>
        value.Length is >= 15 and <= 34
        && value.Take(2).All(char.IsAsciiLetterUpper)
        && value.Skip(2).Take(2).All(char.IsAsciiDigit)
        && value.Skip(4).All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
