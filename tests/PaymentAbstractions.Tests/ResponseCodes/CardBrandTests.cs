namespace PaymentAbstractions.Tests;

public class CardBrandTests
{
    [Fact]
    public void Each_named_brand_has_its_own_place()
    {
        Assert.Equal(Enumerable.Range(1, CardBrand.Places - 1), CardBrand.All.Select(brand => brand.Place));
        Assert.Equal((0, -1), (default(CardBrand).Place, CardBrand.FromProvider("Zebra").Place));
    }

    [Fact]
    public void Brands_without_a_name_here_are_equal_by_their_text()
    {
        var zebra = CardBrand.FromProvider("Zebra");

        Assert.Equal(zebra, CardBrand.FromProvider(" ZEBRA "));
        Assert.Equal(zebra.GetHashCode(), CardBrand.FromProvider("zebra").GetHashCode());
        Assert.NotEqual(zebra, CardBrand.FromProvider("Okapi"));
        Assert.NotEqual(zebra, default);
        Assert.NotEqual(default, zebra);
    }

    [Fact]
    public void A_named_brand_is_read_in_any_spelling()
    {
        var named = typeof(CardBrand)
            .GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(CardBrand))
            .Select(property => Assert.IsType<CardBrand>(property.GetValue(null)))
            .ToList();

        Assert.Equal(12, named.Count);
        Assert.Equal(named.Select(brand => brand.Value), CardBrand.All.Select(brand => brand.Value));
        Assert.All(
            named,
            brand =>
            {
                Assert.True(brand.IsSpecified);
                Assert.All(
                    new[]
                    {
                        brand.Value,
                        brand.Value.ToUpperInvariant(),
                        brand.Value.Replace(' ', '_'),
                        brand.Value.Replace(" ", "", StringComparison.Ordinal),
                        $"  {string.Join('-', brand.Value.ToLowerInvariant().AsEnumerable())} ",
                    },
                    text => Assert.Equal(brand.Value, CardBrand.FromProvider(text).Value)
                );
            }
        );
    }

    [Theory]
    [InlineData("Amex", "American Express")]
    [InlineData("MC", "Mastercard")]
    [InlineData("Visa Electron", "Visa")]
    [InlineData("diners", "Diners Club")]
    [InlineData("China UnionPay", "UnionPay")]
    public void A_common_short_form_is_known(string text, string expected) =>
        Assert.Equal(expected, CardBrand.FromProvider(text).Value);

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
