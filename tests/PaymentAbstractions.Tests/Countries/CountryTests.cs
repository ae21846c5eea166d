using System.Globalization;

namespace PaymentAbstractions.Tests;

public class CountryTests
{
    [Fact]
    public void The_table_is_whole_and_each_code_is_there_once()
    {
        Assert.Equal(249 + 1, Country.All.Count);
        Assert.Equal(
            Country.All.Select(country => country.Code).Order(StringComparer.Ordinal),
            CodesOf(all => all.Code)
        );
        Assert.Equal(Country.All.Count, CodesOf(country => country.Alpha3Code).Distinct().Count());
        Assert.Equal(Country.All.Count, CodesOf(country => country.NumericCode).Distinct().Count());
        Assert.Equal(Country.All.Count, CodesOf(country => country.Name).Distinct().Count());
        Assert.All(
            Country.All,
            country =>
            {
                Assert.Matches("^[A-Z]{2}$", country.Code);
                Assert.Matches("^[A-Z]{3}$", country.Alpha3Code);
                Assert.Matches(country.Code == "XK" ? "^$" : "^[0-9]{3}$", country.NumericCode ?? "");
                Assert.Same(country, Country.Find(country.Code));
                Assert.Null(Country.Find(country.Code.ToLowerInvariant()));
                Assert.Null(Country.ProblemOf(country.Code));
            }
        );
    }

    // Reserved by ISO 3166-1 for entities other than countries: islands, areas and unions that postal systems or the runtime know.
    private static readonly string[] Reserved = ["AC", "CP", "DG", "EA", "EU", "EZ", "IC", "TA", "UN"];

    [Fact]
    public void The_codes_are_those_of_the_runtime_where_it_knows_the_country()
    {
        var regions = CultureInfo
            .GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name))
            .Where(region => region.TwoLetterISORegionName.All(char.IsAsciiLetterUpper))
            .Where(region => !Reserved.Contains(region.TwoLetterISORegionName, StringComparer.Ordinal))
            .DistinctBy(region => region.TwoLetterISORegionName)
            .ToList();

        Assert.True(regions.Count > 200, $"The runtime knows only {regions.Count} regions.");
        Assert.Empty(
            from region in regions
            let country = Country.Find(region.TwoLetterISORegionName)
            // Kosovo has no ISO alpha-3 code, and the runtime's code differs from the one in use.
            where country is null || (country.Code != "XK" && country.Alpha3Code != region.ThreeLetterISORegionName)
            select $"{region.TwoLetterISORegionName} {region.ThreeLetterISORegionName}: {country?.Alpha3Code}"
        );
    }

    [Theory]
    [InlineData("US", "USA", "840", "United States")]
    [InlineData("GB", "GBR", "826", "United Kingdom")]
    [InlineData("DE", "DEU", "276", "Germany")]
    [InlineData("AF", "AFG", "004", "Afghanistan")]
    [InlineData("XK", "XKX", null, "Kosovo")]
    public void A_country_has_its_codes_and_its_name(string code, string alpha3, string? numeric, string name)
    {
        var country = Country.Find(code)!;

        Assert.Equal((alpha3, numeric, name), (country.Alpha3Code, country.NumericCode, country.Name));
        Assert.Equal($"{code} ({name})", country.ToString());
    }

    [Theory]
    [InlineData("UK", "is 'UK', which is not an ISO 3166-1 country; use GB.")]
    [InlineData("EL", "is 'EL', which is not an ISO 3166-1 country; use GR.")]
    [InlineData("uk", "is 'uk', which is not an ISO 3166-1 country; use GB.")]
    [InlineData("QZ", "is 'QZ', which is not an ISO 3166-1 country; use XK.")]
    [InlineData("us", "is 'us', and must be two upper-case letters; use US.")]
    [InlineData(" US", "is ' US', and must be two upper-case letters; use US.")]
    [InlineData(
        "gbr",
        "is 'gbr', and must be the two-letter ISO 3166-1 code, not the three-letter code or the number; use GB."
    )]
    [InlineData(
        "826",
        "is '826', and must be the two-letter ISO 3166-1 code, not the three-letter code or the number; use GB."
    )]
    [InlineData("united kingdom", "is 'united kingdom', and must be a two-letter ISO 3166-1 code; use GB.")]
    [InlineData("Turkey", "is 'Turkey', and must be a two-letter ISO 3166-1 code; use TR.")]
    [InlineData("czech republic", "is 'czech republic', and must be a two-letter ISO 3166-1 code; use CZ.")]
    [InlineData("XX", "is 'XX', which is not an ISO 3166-1 country; use its two upper-case letters, such as US.")]
    [InlineData("ＵＳ", "is 'ＵＳ', which is not an ISO 3166-1 country; use its two upper-case letters, such as US.")]
    [InlineData("4111111111111111", "is not an ISO 3166-1 country; use its two upper-case letters, such as US.")]
    [InlineData("999", "is not an ISO 3166-1 country; use its two upper-case letters, such as US.")]
    [InlineData(" ", "is empty; give the two upper-case letters of the ISO 3166-1 code, such as US, or leave it out.")]
    [InlineData(null, "is empty; give the two upper-case letters of the ISO 3166-1 code, such as US, or leave it out.")]
    public void An_invalid_country_is_refused_with_the_code_that_was_meant(string? code, string problem)
    {
        Assert.Null(Country.Find(code));
        Assert.Equal(problem, Country.ProblemOf(code));
    }

    private static IEnumerable<string?> CodesOf(Func<Country, string?> code) => Country.All.Select(code);
}
