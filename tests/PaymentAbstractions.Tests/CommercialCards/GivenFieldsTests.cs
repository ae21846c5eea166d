using System.Reflection;

namespace PaymentAbstractions.Tests;

public sealed class GivenFieldsTests
{
    private static readonly CommercialLineItem Line = new() { Quantity = 1m, UnitPrice = UnitPrice.Of(1m, "USD") };

    /// <summary>An order as it is sent, with a net amount.</summary>
    private static readonly CommercialCardData Bolts = new()
    {
        CustomerReference = "PO-88",
        Tax = new CommercialTax { Amount = Money.Usd(6.60m), Treatment = TaxTreatment.Taxable },
        Freight = Money.Usd(10m),
        Duty = Money.Usd(0m),
        Discount = Money.Usd(0m),
        ShipTo = new Address
        {
            Line1 = "350 Fifth Avenue",
            City = "New York",
            Region = "NY",
            PostalCode = "10118",
            Country = "US",
        },
        ShipFromPostalCode = "60601-1234",
        LineItems =
        [
            new CommercialLineItem
            {
                ProductCode = "BOLT-10",
                CommodityCode = "31161600",
                Description = "Steel bolt M10",
                Quantity = 2m,
                UnitOfMeasure = "EA",
                UnitPrice = UnitPrice.Of(40m, "USD"),
                Discount = Money.Usd(0m),
                NetAmount = Money.Usd(80m),
                Tax = Money.Usd(6.60m),
                TaxRate = 8.25m,
            },
        ],
    };

    // Policies and parents are not named; the parts of the parents are.
    private static readonly string[] NotNamed = ["RequestedLevel", "WhenNotExpressible", "Tax", "ShipTo", "LineItems"];

    public static TheoryData<string> Header => Names(typeof(CommercialCardData), NotNamed);

    public static TheoryData<string> Tax => Names(typeof(CommercialTax));

    public static TheoryData<string> ShipTo => Names(typeof(Address));

    public static TheoryData<string> LineItem => Names(typeof(CommercialLineItem), "NetAmount");

    [Theory]
    [MemberData(nameof(Header))]
    public void Every_property_of_the_order_is_named(string name) =>
        Assert.Equal([name], With(new CommercialCardData(), name).GivenFields());

    [Theory]
    [MemberData(nameof(Tax))]
    public void Every_property_of_the_tax_is_named(string name) =>
        Assert.Equal([$"Tax.{name}"], new CommercialCardData { Tax = With(new CommercialTax(), name) }.GivenFields());

    [Theory]
    [MemberData(nameof(ShipTo))]
    public void Every_property_of_the_address_is_named(string name) =>
        Assert.Equal([$"ShipTo.{name}"], new CommercialCardData { ShipTo = With(new Address(), name) }.GivenFields());

    [Theory]
    [MemberData(nameof(LineItem))]
    public void Every_property_of_a_line_is_named_once_for_all(string name)
    {
        var data = new CommercialCardData { LineItems = [Line, With(Line with { }, name), With(Line with { }, name)] };

        Assert.Equal(
            new[] { "Quantity", "UnitPrice", name }
                .Distinct(StringComparer.Ordinal)
                .Select(one => $"LineItems[*].{one}"),
            data.GivenFields()
                .Order(StringComparer.Ordinal)
                .OrderBy(one =>
                    one.EndsWith($".{name}", StringComparison.Ordinal) && name is not ("Quantity" or "UnitPrice")
                )
        );
    }

    [Fact]
    public void Fields_that_are_never_sent_are_not_named()
    {
        var data = new CommercialCardData
        {
            RequestedLevel = RequestedDataLevel.LevelIII,
            WhenNotExpressible = WhenNotExpressible.DropAndReport,
            Tax = new CommercialTax(),
            ShipTo = new Address(),
            AdviceTexts = [],
            LineItems = [null!],
        };

        Assert.Empty(data.GivenFields());
        Assert.DoesNotContain("LineItems[*].NetAmount", Bolts.GivenFields());
    }

    [Fact]
    public void Names_come_in_the_order_of_the_properties()
    {
        Assert.Equal(
            [
                "CustomerReference",
                "Tax.Amount",
                "Tax.Treatment",
                "Freight",
                "Duty",
                "Discount",
                "ShipTo.Line1",
                "ShipTo.City",
                "ShipTo.Region",
                "ShipTo.PostalCode",
                "ShipTo.Country",
                "ShipFromPostalCode",
                "LineItems[*].ProductCode",
                "LineItems[*].CommodityCode",
                "LineItems[*].Description",
                "LineItems[*].Quantity",
                "LineItems[*].UnitOfMeasure",
                "LineItems[*].UnitPrice",
                "LineItems[*].Discount",
                "LineItems[*].Tax",
                "LineItems[*].TaxRate",
            ],
            Bolts.GivenFields()
        );
    }

    [Fact]
    public void The_catalog_of_a_commodity_code_is_named_beside_it()
    {
        var code = new CommodityCode { Code = "8471.30", Scheme = CommodityScheme.HarmonizedSystem };
        var data = new CommercialCardData { LineItems = [Line with { CommodityCode = code }] };

        Assert.Equal(
            ["LineItems[*].CommodityCode", "LineItems[*].CommodityCode.Scheme"],
            data.GivenFields().Where(name => name.Contains("Commodity", StringComparison.Ordinal))
        );
    }

    private static TheoryData<string> Names(Type type, params string[] except) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(property => property.Name)
                .Except(except, StringComparer.Ordinal),
        ];

    private static T With<T>(T item, string name)
        where T : class
    {
        var property = typeof(T).GetProperty(name)!;
        property.SetValue(item, Some(property.PropertyType));
        return item;
    }

    private static object Some(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            { IsEnum: true } choices => Enum.GetValues(choices).GetValue(1)!,
            var text when text == typeof(string) => "some",
            var texts when texts == typeof(ValueList<string>) => ValueList.Create<string>(["some"]),
            var day when day == typeof(DateOnly) => new DateOnly(2026, 11, 20),
            var number when number == typeof(decimal) => 1m,
            var money when money == typeof(Money) => Money.Usd(0m),
            var price when price == typeof(UnitPrice) => UnitPrice.Of(0m, "USD"),
            var code when code == typeof(CommodityCode) => new CommodityCode { Code = "some" },
            var flag when flag == typeof(bool) => true,
            var other => throw new NotSupportedException($"There is no value of {other} here yet."),
        };
}
