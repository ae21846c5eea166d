using static PaymentAbstractions.CommercialCards.Tests.Orders;

namespace PaymentAbstractions.CommercialCards.Tests;

internal static partial class Examples
{
    private static Example[] WrongParts =>
        [
            new()
            {
                Name = "A tax on an exempt order",
                Data = Order(Line("A", 1m, 10m)).Exempt(0.80m),
                Amount = "10.80 USD",
                Totals = "lines 10.00 + tax 0.80 + freight 0.00 + duty 0.00 - discount 0.00 = 10.80 USD",
                Findings = ["Error Tax.Amount ExemptHasNoTax: 0.00 | 0.80"],
            },
            new()
            {
                Name = "A tax on an exempt line",
                Data = Order(Line("A", 1m, 10m, tax: 0.80m) with { TaxTreatment = TaxTreatment.Exempt }).Tax(0.80m),
                Amount = "10.80 USD",
                Totals = "lines 10.00 + tax 0.80 + freight 0.00 + duty 0.00 - discount 0.00 = 10.80 USD",
                Findings = ["Error LineItems[0].Tax ExemptHasNoTax: 0.00 | 0.80"],
            },
            new()
            {
                Name = "A taxable line and order without a tax",
                Data = Order(Line("A", 1m, 10m) with { TaxTreatment = TaxTreatment.Taxable }).Tax(null),
                Amount = "10.00 USD",
                Totals = "lines 10.00 + tax 0.00 + freight 0.00 + duty 0.00 - discount 0.00 = 10.00 USD",
                Findings =
                [
                    "Error LineItems[0].Tax TaxableHasTax: a tax | none",
                    "Error Tax.Amount TaxableHasTax: a tax | none",
                ],
            },
            new()
            {
                // the tax contained in 60.00 is at most 60.00
                Name = "A contained tax that is more than the line",
                Data = Order(Line("A", 1m, 60m, tax: 60.01m, gross: true)).Tax(60.01m).Freight(100m),
                Amount = "160.00 USD",
                Totals = "lines 60.00 with tax 60.01 + freight 100.00 + duty 0.00 - discount 0.00 = 160.00 USD",
                Brand = CardBrand.Jcb,
                Findings = ["Error LineItems[0].Tax TaxWithinPrice: at most 60.00 | 60.01"],
            },
            new()
            {
                Name = "A contained tax that is more than the freight",
                Data = Order(Line("A", 1m, 100m, gross: true)).Tax(10.01m).Freight(10m, tax: 10.01m),
                Amount = "110.00 USD",
                Totals = "lines 100.00 with tax 10.01 + freight 10.00 + duty 0.00 - discount 0.00 = 110.00 USD",
                Findings = ["Error FreightTax TaxWithinPrice: at most 10.00 | 10.01"],
            },
            new()
            {
                Name = "A contained tax that is more than the order",
                Data = Order(Line("A", 1m, 60m, gross: true)).Tax(60.01m),
                Amount = "60.00 USD",
                Totals = "lines 60.00 with tax 60.01 + freight 0.00 + duty 0.00 - discount 0.00 = 60.00 USD",
                Brand = CardBrand.Jcb,
                Findings = ["Error Tax.Amount TaxWithinPrice: at most 60.00 | 60.01"],
            },
            new()
            {
                Name = "A tax on the freight that is more than the tax",
                Data = Order(Line("A", 1m, 10m)).Tax(0.80m).Freight(10m, tax: 0.81m),
                Amount = "20.80 USD",
                Totals = "lines 10.00 + tax 0.80 + freight 10.00 + duty 0.00 - discount 0.00 = 20.80 USD",
                Findings = ["Error FreightTax TaxContainsItsParts: at most 0.80 | 0.81"],
            },
            new()
            {
                Name = "A national tax that is more than the tax",
                Data = Bolts with { Tax = Bolts.Tax! with { NationalAmount = Money.Usd(6.61m), NationalRate = 5m } },
                Amount = "96.60 USD",
                Totals = "lines 80.00 + tax 6.60 + freight 10.00 + duty 0.00 - discount 0.00 = 96.60 USD",
                Findings = ["Error Tax.NationalAmount TaxContainsItsParts: at most 6.60 | 6.61"],
            },
            new()
            {
                Name = "Gross and net prices in one order",
                Data = Order(Line("A", 1m, 10m), Line("B", 1m, 10m, gross: true)).Tax(0m),
                Amount = "20.00 USD",
                Findings =
                [
                    "Error LineItems OneTaxInclusion: prices with tax in every line or in none | a mixture, or the opposite",
                ],
            },
            new()
            {
                Name = "Net prices that are said to be gross",
                Data = Order(Line("A", 1m, 10m)).Tax(0m, calculation: TaxCalculation.GrossPerLine),
                Amount = "10.00 USD",
                Findings =
                [
                    "Error LineItems OneTaxInclusion: prices with tax in every line | a mixture, or the opposite",
                ],
            },
            new()
            {
                Name = "A freight in another currency",
                Data = Bolts with { Freight = Money.Eur(10m) },
                Amount = "96.60 USD",
                Findings = ["Error Freight SameCurrency: USD | EUR"],
            },
            new()
            {
                Name = "A price in another currency",
                Data = Bolts.Lines(line => line with { UnitPrice = UnitPrice.Of(40m, "EUR") }),
                Amount = "96.60 USD",
                Findings = ["Error LineItems[0].UnitPrice SameCurrency: USD | EUR"],
            },
            new()
            {
                Name = "A duty below zero",
                Data = Bolts with { Duty = Money.Usd(-1m) },
                Amount = "95.60 USD",
                Findings = ["Error Duty NotNegative: 0 or more | -1.00"],
            },
            new()
            {
                Name = "A quantity of zero",
                Data = Bolts.Lines(line => line with { Quantity = 0m }),
                Amount = "96.60 USD",
                Findings =
                [
                    "Error LineItems[0].Quantity QuantityRange: greater than 0, at most 999999999, at most 4 decimals | 0",
                ],
            },
            new()
            {
                Name = "A quantity of five decimals",
                Data = Bolts.Lines(line => line with { Quantity = 1.00001m }),
                Amount = "96.60 USD",
                Findings =
                [
                    "Error LineItems[0].Quantity QuantityRange: greater than 0, at most 999999999, at most 4 decimals | 1.00001",
                ],
            },
            new()
            {
                // 999999999 x 922337203685477 is about 9 x 10^25 cents
                Name = "A line beyond the range",
                Data = Bolts.Lines(line =>
                    line with
                    {
                        Quantity = 999_999_999m,
                        UnitPrice = UnitPrice.Of(922_337_203_685_477m, "USD"),
                    }
                ),
                Amount = "96.60 USD",
                Findings = ["Error LineItems[0] QuantityRange: a line that fits 64-bit minor units | more"],
            },
            new()
            {
                Name = "A rate above one hundred",
                Data = Bolts.Lines(line => line with { TaxRate = 100.0001m }),
                Amount = "96.60 USD",
                Totals = "lines 80.00 + tax 6.60 + freight 10.00 + duty 0.00 - discount 0.00 = 96.60 USD",
                Findings = ["Error LineItems[0].TaxRate RateRange: 0 to 100, at most 4 decimals | 100.0001"],
            },
        ];
}
