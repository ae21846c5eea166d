using static PaymentAbstractions.CommercialCards.Tests.Orders;

namespace PaymentAbstractions.CommercialCards.Tests;

public sealed class PostalCodeTests
{
    [Theory]
    [InlineData("US", "10118")]
    [InlineData("US", "10118-0110")]
    [InlineData("US", "101180110")]
    [InlineData("US", "1011", false)]
    [InlineData("US", "101180", false)]
    [InlineData("US", "10118-", false)]
    [InlineData("US", "10118 0110", false)]
    [InlineData("US", "1011A", false)]
    [InlineData("US", "1011-80110", false)]
    [InlineData("US", "K1A 0B1", false)]
    [InlineData("CA", "K1A 0B1")]
    [InlineData("CA", "K1A0B1")]
    [InlineData("CA", "k1a 0b1")]
    [InlineData("CA", "K1A-0B1", false)]
    [InlineData("CA", "1KA 0B1", false)]
    [InlineData("CA", "K1A 0BB", false)]
    [InlineData("CA", "K1A 0B", false)]
    [InlineData("CA", "10118", false)]
    [InlineData("GB", "SW1A 1AA")]
    [InlineData("PT", "1000-205")]
    [InlineData("DE", "10115")]
    [InlineData("DE", "10115!", false)]
    [InlineData(null, "K1A 0B1")]
    [InlineData(null, "1011_8", false)]
    public void A_postal_code_has_the_form_of_its_country(string? country, string code, bool isRight = true)
    {
        var data = Bolts with
        {
            ShipTo = new Address { Country = country, PostalCode = code },
        };

        var told = Validate(data);

        Assert.Equal(
            isRight ? [] : [("ShipTo.PostalCode", CommercialCardRule.PostalCodeForm)],
            told.Select(finding => (finding.Field, finding.Rule))
        );
    }

    [Theory]
    [InlineData("60601", true)]
    [InlineData("SW1A 1AA", true)]
    [InlineData("60601;", false)]
    public void Where_goods_come_from_has_no_country(string code, bool isRight) =>
        Assert.Equal(
            isRight ? [] : ["ShipFromPostalCode"],
            Validate(Bolts with { ShipFromPostalCode = code }).Select(finding => finding.Field)
        );
}
