using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.CommercialCards.Tests;

/// <summary>Any content that a program can put into an order, valid or not.</summary>
internal static class MalformedOrder
{
    /// <summary>A card number that must not appear in any finding.</summary>
    public const string CardNumber = "4111111111111111";

    private static readonly Gen<string?> Text = Gen.Elements<string?>(
        null,
        null,
        "",
        " ",
        "\u00a0",
        "0",
        "000",
        "--",
        "@@@",
        "\0",
        "\ud800",
        "é",
        "item",
        "US",
        "10118",
        "K1A 0B1",
        "EA",
        "31161600",
        CardNumber,
        $" {CardNumber} ",
        new string('7', 70_000)
    );

    private static readonly Gen<Money> Amount = Gen.Elements(
        default,
        Money.Usd(0m),
        Money.Usd(1m),
        Money.Usd(80m),
        Money.Usd(-0.01m),
        Money.Eur(5m),
        Money.Of(7m, "JPY"),
        Money.FromMinorUnits(long.MaxValue, Currency.Usd),
        Money.FromMinorUnits(long.MinValue, Currency.Usd)
    );

    private static readonly Gen<Money?> MaybeAmount = Gen.Frequency(
        (1, Gen.Constant<Money?>(null)),
        (2, Amount.Select(money => (Money?)money))
    );

    private static readonly Gen<decimal> Number = Gen.Elements(
        0m,
        -0.0m,
        1m,
        2m,
        2.5m,
        -1m,
        0.0001m,
        0.00001m,
        1.0000000000000000000000000000m,
        0.0000000000000000000000000001m,
        999_999_999m,
        1_000_000_000m,
        922_337_203_685_477.5807m,
        decimal.MaxValue,
        decimal.MinValue
    );

    private static readonly Gen<decimal?> Rate = Gen.Frequency(
        (1, Gen.Constant<decimal?>(null)),
        (1, Number.Select(rate => (decimal?)rate)),
        (1, Gen.Elements<decimal?>(8.25m, 100m, 100.0001m))
    );

    private static readonly Gen<UnitPrice> Price = Gen.Elements(
        default,
        UnitPrice.Of(0m, "USD"),
        UnitPrice.Of(40m, "USD"),
        UnitPrice.Of(0.0001m, "USD"),
        UnitPrice.Of(922_337_203_685_477.5807m, "USD"),
        UnitPrice.Of(1m, "KWD")
    );

    private static readonly Gen<CommercialLineItem?> Line =
        from texts in Text.ArrayOf(7)
        from quantity in Number
        from price in Price
        from amounts in MaybeAmount.ArrayOf(3)
        from rates in Rate.ArrayOf(2)
        from choices in Gen.Choose(-1, 6).ArrayOf(6)
        select choices[0] == 6
            ? null
            : new CommercialLineItem
            {
                ProductCode = texts[0],
                CommodityCode = texts[1] is { } code
                    ? new CommodityCode { Code = code, Scheme = (CommodityScheme)choices[1] }
                    : null,
                Description = texts[2],
                UnitOfMeasure = texts[3],
                TaxType = texts[4],
                PurchaseOrderNumber = texts[5],
                CatalogNumber = texts[6],
                Quantity = quantity,
                UnitPrice = price,
                NetAmount = amounts[0],
                Discount = amounts[1],
                Tax = amounts[2],
                DiscountRate = rates[0],
                TaxRate = rates[1],
                TaxIncluded = choices[0] == 1,
                UnitOfMeasureScheme = (UnitOfMeasureScheme)choices[2],
                TaxTreatment = (TaxTreatment)choices[3],
                DiscountTreatment = (DiscountTreatment)choices[4],
                Kind = (LineItemKind)choices[5],
            };

    private static readonly Gen<CommercialTax?> Tax =
        from amounts in MaybeAmount.ArrayOf(2)
        from rate in Rate
        from choices in Gen.Choose(-1, 6).ArrayOf(3)
        select choices[0] == 6
            ? null
            : new CommercialTax
            {
                Amount = amounts[0],
                NationalAmount = amounts[1],
                NationalRate = rate,
                Treatment = (TaxTreatment)choices[1],
                Calculation = (TaxCalculation)choices[2],
            };

    public static Arbitrary<(
        CommercialCardData Data,
        Money Amount,
        CommercialCardValidationOptions Options
    )> Any { get; } =
        (
            from texts in Text.ArrayOf(14)
            from amounts in MaybeAmount.ArrayOf(4)
            from rate in Rate
            from tax in Tax
            from count in Gen.Choose(0, 3)
            from lines in Line.ArrayOf(count)
            from adviceCount in Gen.Choose(0, 5)
            from advice in Text.ArrayOf(adviceCount)
            from choices in Gen.Choose(-1, 6).ArrayOf(5)
            from amount in Amount
            from brand in Gen.Elements(
                default,
                CardBrand.Visa,
                CardBrand.Mastercard,
                CardBrand.AmericanExpress,
                CardBrand.Discover,
                CardBrand.FromProvider("Own")
            )
            select (
                new CommercialCardData
                {
                    CustomerReference = texts[0],
                    InvoiceNumber = texts[1],
                    ShipToStoredAddressId = texts[2],
                    ShipFromPostalCode = texts[3],
                    MerchantTaxId = texts[4],
                    MerchantVatNumber = texts[5],
                    CustomerVatNumber = texts[6],
                    VatInvoiceReference = texts[7],
                    SummaryCommodityCode = texts[8],
                    RequesterName = texts[9],
                    ShipTo =
                        choices[0] == 6
                            ? null
                            : new Address
                            {
                                PostalCode = texts[10],
                                Country = texts[11],
                                City = texts[12],
                            },
                    Freight = amounts[0],
                    FreightTax = amounts[1],
                    Duty = amounts[2],
                    Discount = amounts[3],
                    FreightTaxRate = rate,
                    Tax = tax,
                    RequestedLevel = (RequestedDataLevel)choices[1],
                    WhenNotExpressible = (WhenNotExpressible)choices[2],
                    DiscountTreatment = (DiscountTreatment)choices[3],
                    AdviceTexts = choices[4] == 6 ? null! : [.. advice!],
                    LineItems = choices[4] == 5 ? null! : [.. lines!],
                },
                amount,
                new CommercialCardValidationOptions
                {
                    Level = choices[4] == -1 ? null : (CommercialDataLevel)choices[4],
                    Brand = brand,
                    MerchantName = texts[13],
                }
            )
        ).ToArbitrary();
}
