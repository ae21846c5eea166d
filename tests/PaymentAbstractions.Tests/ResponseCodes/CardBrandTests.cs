namespace PaymentAbstractions.Tests;

public class CardBrandTests
{
    [Theory]
    [InlineData("Visa", "Visa")]
    [InlineData("VISA", "Visa")]
    [InlineData("Visa Electron", "Visa")]
    [InlineData("MasterCard", "Mastercard")]
    [InlineData("master card", "Mastercard")]
    [InlineData("MC", "Mastercard")]
    [InlineData("American Express", "American Express")]
    [InlineData("american-express", "American Express")]
    [InlineData("AMERICAN_EXPRESS", "American Express")]
    [InlineData("Amex", "American Express")]
    [InlineData(" discover ", "Discover")]
    [InlineData("Diners Club", "Diners Club")]
    [InlineData("diners", "Diners Club")]
    [InlineData("jcb", "JCB")]
    [InlineData("China UnionPay", "UnionPay")]
    [InlineData("Union Pay", "UnionPay")]
    [InlineData("Maestro", "Maestro")]
    [InlineData("ELO", "Elo")]
    [InlineData("interac", "Interac")]
    [InlineData("RuPay", "RuPay")]
    public void Known_spellings_become_the_named_brand(string text, string expected)
    {
        var brand = CardBrand.FromProvider(text);

        Assert.Equal(expected, brand.Value);
        Assert.Equal(brand, CardBrand.FromProvider(brand.Value));
        Assert.True(brand.IsSpecified);
    }

    [Theory]
    [InlineData("AstroPay Card", "AstroPay Card")]
    [InlineData("  Zebra ", "Zebra")]
    [InlineData("--", "--")]
    [InlineData("Visa of a very long and winding name", "Visa of a very long and winding name")]
    public void An_unknown_brand_survives_as_given(string text, string expected)
    {
        var brand = CardBrand.FromProvider(text);

        Assert.Equal(expected, brand.Value);
        Assert.Equal(expected, brand.ToString());
        Assert.True(brand.IsSpecified);
        Assert.NotEqual(CardBrand.Visa, brand);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void No_text_is_no_brand(string? text)
    {
        var brand = CardBrand.FromProvider(text);

        Assert.Equal(default, brand);
        Assert.False(brand.IsSpecified);
        Assert.Equal(string.Empty, brand.Value);
    }

    [Fact]
    public void Equality_ignores_case()
    {
        var upper = CardBrand.FromProvider("ZEBRA");
        var lower = CardBrand.FromProvider("zebra");

        Assert.True(upper == lower);
        Assert.Equal(upper.GetHashCode(), lower.GetHashCode());
        Assert.True(upper != CardBrand.Visa);
        Assert.True(upper.Equals((object)lower));
        Assert.False(upper.Equals("zebra"));
    }

    [Theory]
    [MemberData(nameof(CultureScope.Names), MemberType = typeof(CultureScope))]
    public void No_culture_changes_the_reading(string culture)
    {
        using var scope = CultureScope.Enter(culture);

        Assert.Equal(CardBrand.Visa, CardBrand.FromProvider("VISA"));
        Assert.Equal(CardBrand.DinersClub, CardBrand.FromProvider("DINERS"));
    }
}
