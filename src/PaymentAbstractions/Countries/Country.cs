using PaymentAbstractions.Adapters;

namespace PaymentAbstractions;

/// <summary>A country of ISO 3166-1, for addresses, bank accounts and commercial card data.</summary>
/// <remarks>
/// <para>
/// The table has the 249 countries of ISO 3166-1 as of 2026, and Kosovo, whose <c>XK</c> is a user-assigned code that IBANs and many
/// providers use. A provider may require another code for it; see the documentation of its adapter.
/// </para>
/// <para>Instances are immutable and thread-safe.</para>
/// </remarks>
public sealed class Country
{
    private const int Letters = 26;

    private static readonly Country?[] ByCode = IndexByCode();

    internal Country(string code, string alpha3Code, string? numericCode, string name)
    {
        Code = code;
        Alpha3Code = alpha3Code;
        NumericCode = numericCode;
        Name = name;
    }

    /// <summary>Every country, in the order of the codes.</summary>
    public static IReadOnlyList<Country> All { get; } = Array.AsReadOnly(CountryRows.Rows);

    /// <summary>The alpha-2 code, which this library uses everywhere: two upper-case letters, for example <c>GB</c>.</summary>
    public string Code { get; }

    /// <summary>The alpha-3 code: three upper-case letters, for example <c>GBR</c>.</summary>
    public string Alpha3Code { get; }

    /// <summary>The numeric code: three digits with leading zeros, for example <c>826</c>; <see langword="null"/> for Kosovo.</summary>
    public string? NumericCode { get; }

    /// <summary>The English name, for example <c>United Kingdom</c>.</summary>
    public string Name { get; }

    /// <summary>Finds a country by its alpha-2 code.</summary>
    /// <param name="code">Two upper-case letters, for example <c>GB</c>.</param>
    /// <returns>The country; <see langword="null"/> for any other text, including lower-case codes.</returns>
    public static Country? Find(string? code) =>
        code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? ByCode[SlotOf(code)] : null;

    /// <summary>Describes what is wrong with a country code, for an error message.</summary>
    /// <param name="code">The value that was given as the alpha-2 code.</param>
    /// <returns>
    /// For example <c>is 'UK', which is not an ISO 3166-1 country; use GB.</c>; <see langword="null"/> when the code is valid.
    /// </returns>
    public static string? ProblemOf(string? code)
    {
        if (Find(code) is not null)
        {
            return null;
        }

        var text = (code ?? "").Trim();
        if (text.Length == 0)
        {
            return "is empty; give the two upper-case letters of the ISO 3166-1 code, such as US, or leave it out.";
        }

        if (Meant(text) is not { } country)
        {
            // The digits may be part of a card number.
            var shown = text.Any(char.IsDigit) ? "is" : $"is {QuotedText.Of(code)}, which is";
            return $"{shown} not an ISO 3166-1 country; use its two upper-case letters, such as US.";
        }

        var isName = text.Length > 3;
        return isName ? $"is {QuotedText.Of(code)}, and must be a two-letter ISO 3166-1 code; use {country}."
            : string.Equals(text, country, StringComparison.OrdinalIgnoreCase)
                ? $"is {QuotedText.Of(code)}, and must be two upper-case letters; use {country}."
            : Mistaken.CodeByText.ContainsKey(text)
                ? $"is {QuotedText.Of(code)}, which is not an ISO 3166-1 country; use {country}."
            : $"is {QuotedText.Of(code)}, and must be the two-letter ISO 3166-1 code, not the three-letter code or the number; use {country}.";
    }

    /// <summary>The alpha-2 code and the name.</summary>
    /// <returns>For example <c>GB (United Kingdom)</c>.</returns>
    public override string ToString() => $"{Code} ({Name})";

    private static string? Meant(string text)
    {
        if (Mistaken.CodeByText.TryGetValue(text, out var other))
        {
            return other;
        }

        foreach (var country in CountryRows.Rows)
        {
            if (
                Is(country.Code, text)
                || Is(country.Alpha3Code, text)
                || Is(country.NumericCode, text)
                || Is(country.Name, text)
            )
            {
                return country.Code;
            }
        }

        return null;
    }

    private static bool Is(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Country?[] IndexByCode()
    {
        var index = new Country?[Letters * Letters];
        foreach (var country in CountryRows.Rows)
        {
            index[SlotOf(country.Code)] = country;
        }

        return index;
    }

    private static int SlotOf(string code) => ((code[0] - 'A') * Letters) + (code[1] - 'A');

    // Read only when a code is wrong.
    private static class Mistaken
    {
        // Codes that other systems use: the European Union (EL, UK, and XI for the VAT of Northern Ireland), PayPal (C2), Adyen (QZ).
        public static readonly Dictionary<string, string> CodeByText = new(StringComparer.OrdinalIgnoreCase)
        {
            ["UK"] = "GB",
            ["EL"] = "GR",
            ["XI"] = "GB",
            ["C2"] = "CN",
            ["QZ"] = "XK",
            // Common or former names that the list does not have.
            ["Turkey"] = "TR",
            ["Czech Republic"] = "CZ",
            ["Vietnam"] = "VN",
            ["South Korea"] = "KR",
            ["Korea"] = "KR",
            ["Russia"] = "RU",
            ["Taiwan"] = "TW",
            ["Holland"] = "NL",
            ["The Netherlands"] = "NL",
            ["Great Britain"] = "GB",
            ["England"] = "GB",
            ["United States"] = "US",
            ["America"] = "US",
            ["Iran"] = "IR",
            ["Syria"] = "SY",
            ["Bolivia"] = "BO",
            ["Venezuela"] = "VE",
            ["Tanzania"] = "TZ",
            ["Moldova"] = "MD",
            ["Macedonia"] = "MK",
            ["Ivory Coast"] = "CI",
            ["Cape Verde"] = "CV",
            ["Swaziland"] = "SZ",
            ["Laos"] = "LA",
        };
    }
}
