namespace PaymentAbstractions.Tests;

public class CardBrandByBinTests
{
    [Theory]
    [InlineData("411111", "Visa")]
    [InlineData("499999", "Visa")]
    [InlineData("510000", "Mastercard")]
    [InlineData("559999", "Mastercard")]
    [InlineData("222100", "Mastercard")]
    [InlineData("272099", "Mastercard")]
    [InlineData("340000", "AmericanExpress")]
    [InlineData("378282", "AmericanExpress")]
    [InlineData("601111", "Discover")]
    [InlineData("644000", "Discover")]
    [InlineData("650000", "Discover")]
    [InlineData("305693", "DinersClub")]
    [InlineData("385200", "DinersClub")]
    [InlineData("352800", "Jcb")]
    [InlineData("358999", "Jcb")]
    [InlineData("625311", "UnionPay")]
    public void The_first_digits_name_the_brand(string bin, string brand)
    {
        var expected = (CardBrand)typeof(CardBrand).GetProperty(brand)!.GetValue(null)!;

        Assert.Equal(expected, CardBrand.FromBin(bin));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("411")]
    [InlineData("4 11")]
    [InlineData("-411")]
    [InlineData("+411")]
    [InlineData("abcdef")]
    [InlineData("٤١١١")]
    [InlineData("222099")]
    [InlineData("272100")]
    [InlineData("352799")]
    [InlineData("359000")]
    [InlineData("000000")]
    public void Anything_else_names_none(string? bin)
    {
        Assert.Equal(default, CardBrand.FromBin(bin));
    }
}
