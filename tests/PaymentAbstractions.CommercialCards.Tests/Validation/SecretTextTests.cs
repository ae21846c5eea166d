using System.Reflection;
using static PaymentAbstractions.CommercialCards.Tests.Orders;

namespace PaymentAbstractions.CommercialCards.Tests;

public sealed class SecretTextTests
{
    private const string CardNumber = "4111111111111111";

    [Theory]
    [InlineData(CardNumber)]
    [InlineData($" {CardNumber} ")]
    [InlineData($"{CardNumber}\0")]
    [InlineData(
        $"{CardNumber}{CardNumber}{CardNumber}{CardNumber}{CardNumber}{CardNumber}{CardNumber}{CardNumber}{CardNumber}"
    )]
    public void A_card_number_in_a_text_is_never_repeated(string text)
    {
        var orders = EveryText(text).ToList();

        Assert.Equal(29, orders.Count);
        foreach (var (field, data) in orders)
        {
            CardBrand[] brands = [default, CardBrand.Visa, CardBrand.AmericanExpress, CardBrand.Discover];
            var findings = brands.SelectMany(brand => Validate(data, brand: brand, merchant: text));

            Assert.All(
                findings,
                finding =>
                    Assert.False(
                        $"{finding}{finding.Told()}".Contains(CardNumber, StringComparison.Ordinal),
                        $"{field} is repeated: {finding}"
                    )
            );
        }
    }

    /// <summary>Valid orders with one changed text, for every text property.</summary>
    private static IEnumerable<(string Field, CommercialCardData Data)> EveryText(string text)
    {
        foreach (var property in TextsOf(typeof(CommercialCardData)))
        {
            var data = Bolts with { };
            property.SetValue(data, text);
            yield return (property.Name, data);
        }

        foreach (var property in TextsOf(typeof(Address)))
        {
            var address = NewYork with { };
            property.SetValue(address, text);
            yield return ($"ShipTo.{property.Name}", Bolts with { ShipTo = address });
        }

        foreach (var property in TextsOf(typeof(CommercialLineItem)))
        {
            var line = Bolts.LineItems[0] with { };
            property.SetValue(line, text);
            yield return ($"LineItems[0].{property.Name}", Bolts with { LineItems = [line, line] });
        }

        yield return (
            "LineItems[0].CommodityCode",
            Bolts.Lines(line =>
                line with
                {
                    CommodityCode = new() { Code = text, Scheme = CommodityScheme.Nigp },
                }
            )
        );
        yield return ("AdviceTexts", Bolts with { AdviceTexts = [text] });
    }

    private static IEnumerable<PropertyInfo> TextsOf(Type type) =>
        type.GetProperties().Where(property => property.PropertyType == typeof(string));
}
