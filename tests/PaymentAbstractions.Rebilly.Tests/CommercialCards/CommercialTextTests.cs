using System.Text.Json;

namespace PaymentAbstractions.Rebilly.Tests.CommercialCards;

public class CommercialTextTests
{
    [Fact]
    public void Everything_is_written_in_the_order_of_the_properties()
    {
        Assert.Equal(
            """{"version":1,"currency":"USD","customerReference":"PO-88","invoiceNumber":"INV-7","orderDate":"2026-03-01","tax":{"amount":1.01,"treatment":"taxable","nationalAmount":0.50,"nationalRate":4.25,"calculation":"netPerLine"},"freight":3.49,"freightTax":0.30,"freightTaxRate":8.5,"duty":0.00,"discount":0.00,"discountTreatment":"taxAfterDiscount","shipTo":{"firstName":"Ada","lastName":"Example","organization":"Acme","line1":"1 Main Street","line2":"Dock 4","city":"Springfield","region":"IL","postalCode":"62701","country":"US","phone":"\u002B1 555 0100","email":"ada@example.com"},"shipToStoredAddressId":"adr_1","shipFromPostalCode":"10001","merchantTaxId":"12-3456789","merchantVatNumber":"DE123456789","customerVatNumber":"FR123456789","vatInvoiceReference":"VAT-1","summaryCommodityCode":"3116","requesterName":"Ada Example","adviceTexts":["First line","Second line"],"lineItems":[{"productCode":"BOLT-10","commodityCode":"31161600","commodityScheme":"unspsc","description":"Steel bolt M10","quantity":2,"unitOfMeasure":"EA","unitOfMeasureScheme":"ansiX12","unitPrice":3.00,"discount":0.00,"discountRate":0,"discountTreatment":"taxBeforeDiscount","tax":0.53,"taxRate":8.75,"taxType":"VAT","taxIncluded":true,"taxTreatment":"taxable","kind":"service","purchaseOrderNumber":"PO-88/1","catalogNumber":"C-1"}]}""",
            CommercialDataText.Of(Orders.Everything, Currency.Usd)
        );
    }

    [Fact]
    public void The_text_has_a_member_for_every_given_field_and_no_other()
    {
        var written = Paths(CommercialDataText.Of(Orders.Everything, Currency.Usd));

        var given = Orders.Everything.GivenFields();

        Assert.Equal(53, given.Count);
        Assert.Equal(
            // The text is flat: the catalog of a commodity code is a member of its line.
            given
                .Select(field => field.Replace("CommodityCode.Scheme", "CommodityScheme", StringComparison.Ordinal))
                .Select(field => field.ToUpperInvariant())
                .Order(StringComparer.Ordinal),
            written.Select(path => path.ToUpperInvariant()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Missing_values_are_absent_and_zero_is_written()
    {
        Assert.Equal("""{"version":1,"currency":"JPY"}""", CommercialDataText.Of(new(), Currency.Jpy));
        Assert.Equal(
            """{"version":1,"currency":"JPY","freight":0}""",
            CommercialDataText.Of(
                new CommercialCardData { Freight = Money.Zero(Currency.Jpy), ShipTo = new Address() },
                Currency.Jpy
            )
        );
    }

    [Fact]
    public void A_tax_without_content_is_not_written()
    {
        var data = new CommercialCardData { Tax = new CommercialTax() };

        Assert.Equal("""{"version":1,"currency":"EUR"}""", CommercialDataText.Of(data, Currency.Eur));
    }

    public static TheoryData<Enum, string> Words =>
        new()
        {
            { TaxTreatment.Taxable, "taxable" },
            { TaxTreatment.Exempt, "exempt" },
            { TaxCalculation.NetPerLine, "netPerLine" },
            { TaxCalculation.NetPerInvoice, "netPerInvoice" },
            { TaxCalculation.GrossPerLine, "grossPerLine" },
            { TaxCalculation.GrossPerInvoice, "grossPerInvoice" },
            { DiscountTreatment.TaxAfterDiscount, "taxAfterDiscount" },
            { DiscountTreatment.TaxBeforeDiscount, "taxBeforeDiscount" },
            { CommodityScheme.Unspsc, "unspsc" },
            { CommodityScheme.HarmonizedSystem, "harmonizedSystem" },
            { CommodityScheme.Naics, "naics" },
            { CommodityScheme.Napcs, "napcs" },
            { CommodityScheme.UsHarmonizedTariff, "usHarmonizedTariff" },
            { CommodityScheme.Nigp, "nigp" },
            { UnitOfMeasureScheme.AnsiX12, "ansiX12" },
            { UnitOfMeasureScheme.UneceRecommendation20, "uneceRecommendation20" },
            { LineItemKind.Service, "service" },
        };

    [Fact]
    public void The_words_are_documented_and_never_change()
    {
        var readme = CommercialReadmeTests.Readme();
        var kinds = Words.Select(row => row.Data.Item1.GetType()).Distinct().ToList();

        Assert.Equal(
            kinds.Sum(kind => Enum.GetValues(kind).Length - 1),
            Words.Select(row => row.Data.Item1).Distinct().Count()
        );
        Assert.All(
            Words.Select(row => row.Data),
            row =>
            {
                Assert.Contains($"\"{row.Item2}\"", WithWord(row.Item1), StringComparison.Ordinal);
                Assert.Contains($"`{row.Item2}`", readme, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData("12\" pipe \\ 'soft' <b>&amp;")]
    [InlineData("Größe 5, naïve, 漢字")]
    [InlineData("party 🎉 popper")]
    [InlineData("tab\tand\nline\u0001\u2028")]
    public async Task Any_text_comes_back_as_it_was(string text)
    {
        await using var fixture = new RebillyFixture(Orders.LongField);
        var data = Orders.LevelTwo with
        {
            ShipTo = new Address { Line1 = text, Organization = text },
        };

        await fixture.SellAsync(data);

        var sent = fixture.SentField()!;
        Assert.True(sent.All(c => c is >= ' ' and <= '~'), sent);
        Assert.Equal(data, CommercialTextReader.Read(sent));
    }

    private static string WithWord(Enum word)
    {
        var line = Orders.LevelThree.LineItems[0] with
        {
            CommodityCode = null,
            UnitOfMeasureScheme = default,
            TaxTreatment = default,
        };
        var data = word switch
        {
            TaxTreatment treatment => new CommercialCardData { LineItems = [line with { TaxTreatment = treatment }] },
            TaxCalculation calculation => new CommercialCardData
            {
                Tax = new CommercialTax { Calculation = calculation },
            },
            DiscountTreatment treatment => new CommercialCardData { DiscountTreatment = treatment },
            CommodityScheme scheme => new CommercialCardData
            {
                LineItems =
                [
                    line with
                    {
                        CommodityCode = new() { Code = "1", Scheme = scheme },
                    },
                ],
            },
            UnitOfMeasureScheme scheme => new CommercialCardData
            {
                LineItems = [line with { UnitOfMeasureScheme = scheme }],
            },
            LineItemKind kind => new CommercialCardData { LineItems = [line with { Kind = kind }] },
            _ => throw new ArgumentOutOfRangeException(nameof(word)),
        };
        return CommercialDataText.Of(data, Currency.Usd);
    }

    private static List<string> Paths(string text)
    {
        using var document = JsonDocument.Parse(text);
        var paths = new List<string>();
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (member.Name is "version" or "currency")
            {
                continue;
            }

            paths.AddRange(
                member switch
                {
                    { Value.ValueKind: JsonValueKind.Object } => member
                        .Value.EnumerateObject()
                        .Select(inner => $"{member.Name}.{inner.Name}"),
                    { Name: "lineItems" } => member
                        .Value.EnumerateArray()
                        .SelectMany(line => line.EnumerateObject())
                        .Select(inner => $"{member.Name}[*].{inner.Name}"),
                    _ => [member.Name],
                }
            );
        }

        return paths;
    }
}
