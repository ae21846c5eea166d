namespace PaymentAbstractions.Adapters.Tests;

public class ProviderCountryTests
{
    [Theory]
    [InlineData("XK", "QZ")]
    [InlineData("CN", "C2")]
    [InlineData("US", "US")]
    [InlineData("xk", "xk")]
    [InlineData(null, null)]
    public void A_country_has_the_code_that_the_provider_knows(string? country, string? expected) =>
        Assert.Equal(expected, ProviderCountry.Of(country, ("XK", "QZ"), ("CN", "C2")));

    [Fact]
    public void Kosovo_is_sent_as_it_is_where_the_provider_has_no_code_of_its_own() =>
        Assert.Equal("XK", ProviderCountry.Of("XK"));
}
