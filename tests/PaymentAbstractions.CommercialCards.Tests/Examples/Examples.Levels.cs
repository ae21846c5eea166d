using static PaymentAbstractions.CommercialCards.Tests.Orders;

namespace PaymentAbstractions.CommercialCards.Tests;

internal static partial class Examples
{
    private static Example[] Levels =>
        [
            new()
            {
                // 7.50 of 107.50 = 6.98 %
                Name = "Level II without lines",
                Data = new CommercialCardData { CustomerReference = "PO-88" }.Tax(7.50m),
                Amount = "107.50 USD",
                Level = CommercialDataLevel.LevelII,
            },
            new()
            {
                // 10.00 of freight contains 1.67; the amount need not contain both
                Name = "Level II without lines, gross",
                Data = new CommercialCardData { CustomerReference = "PO-88", Freight = Money.Usd(10m) }.Tax(
                    1.67m,
                    calculation: TaxCalculation.GrossPerInvoice
                ),
                Amount = "10.00 USD",
                Level = CommercialDataLevel.LevelII,
            },
            new()
            {
                // 7.50 + 20.00 + 2.50 = 30.00, the whole amount
                Name = "Level II without lines whose parts are the whole amount",
                Data = new CommercialCardData { CustomerReference = "PO-88", Duty = Money.Usd(2.50m) }
                    .Freight(20m)
                    .Tax(7.50m),
                Amount = "30.00 USD",
                Level = CommercialDataLevel.LevelII,
                Brand = CardBrand.Jcb,
            },
            new()
            {
                Name = "Level II, exempt, earns no rate",
                Data = new CommercialCardData { CustomerReference = "PO-88" }.Exempt(),
                Amount = "100.00 USD",
                Level = CommercialDataLevel.LevelII,
                Brand = CardBrand.Visa,
                Findings =
                [
                    "Info CommercialCardData SchemeProgram: a program with a lower rate | none",
                    "Info CommercialCardData SchemeProgram: a program of the scheme | none",
                ],
            },
            new()
            {
                Name = "A tax without content is Level I",
                Data = new CommercialCardData { CustomerReference = "PO-88", Tax = new CommercialTax() },
                Amount = "100.00 USD",
                Level = CommercialDataLevel.LevelI,
            },
            new()
            {
                Name = "An invoice number alone is Level I",
                Data = new CommercialCardData { InvoiceNumber = "R-2041" },
                Amount = "12.00 USD",
                Level = CommercialDataLevel.LevelI,
            },
            new()
            {
                Name = "A stored address is an address",
                Data = Bolts with { ShipTo = null, ShipToStoredAddressId = "771" },
                Amount = "96.60 USD",
                Totals = "lines 80.00 + tax 6.60 + freight 10.00 + duty 0.00 - discount 0.00 = 96.60 USD",
            },
            new()
            {
                Name = "A line without a commodity code is Level II",
                Data = Bolts.Lines(line => line with { CommodityCode = null }),
                Amount = "96.60 USD",
                Totals = "lines 80.00 + tax 6.60 + freight 10.00 + duty 0.00 - discount 0.00 = 96.60 USD",
                Level = CommercialDataLevel.LevelII,
            },
            new()
            {
                // a part of Bolts: one bolt of two, 40.00 + 3.30 + freight 10.00
                Name = "A partial capture has lines of its own",
                Data = Order(Line("BOLT-10", 1m, 40m, net: 40m, tax: 3.30m, rate: 8.25m)).Tax(3.30m).Freight(10m),
                Amount = "53.30 USD",
                Totals = "lines 40.00 + tax 3.30 + freight 10.00 + duty 0.00 - discount 0.00 = 53.30 USD",
            },
        ];
}
