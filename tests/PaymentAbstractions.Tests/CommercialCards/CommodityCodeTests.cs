namespace PaymentAbstractions.Tests;

public class CommodityCodeTests
{
    [Theory]
    [InlineData("8471.30", CommodityScheme.HarmonizedSystem, "847130")]
    [InlineData("847130", CommodityScheme.HarmonizedSystem, "847130")]
    [InlineData("8471.30.0100", CommodityScheme.UsHarmonizedTariff, "8471300100")]
    [InlineData("204-54-00", CommodityScheme.Nigp, "2045400")]
    [InlineData("31 16 16 00", CommodityScheme.Unspsc, "31161600")]
    [InlineData("31.16-A", CommodityScheme.NotProvided, "31.16-A")]
    [InlineData("31-33", CommodityScheme.Naics, "31-33")]
    public void A_code_is_sent_without_the_separators_of_its_catalog(
        string code,
        CommodityScheme scheme,
        string normalized
    )
    {
        var commodity = new CommodityCode { Code = code, Scheme = scheme };

        Assert.Equal(normalized, commodity.Normalized());
        Assert.Equal(commodity.HasFormOfScheme(), (commodity with { Code = normalized }).HasFormOfScheme());
    }

    [Fact]
    public void A_text_is_a_code_without_a_catalog()
    {
        CommodityCode code = "31161600";

        Assert.Equal(new CommodityCode { Code = "31161600" }, code);
        Assert.Null(CommodityCode.FromString(null));
    }
}
