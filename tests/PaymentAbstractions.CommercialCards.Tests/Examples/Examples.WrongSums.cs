using static PaymentAbstractions.CommercialCards.Tests.Orders;

namespace PaymentAbstractions.CommercialCards.Tests;

internal static partial class Examples
{
    private static Example[] WrongSums =>
        [
            new()
            {
                Name = "A cent too much is charged",
                Data = Bolts,
                Amount = "96.61 USD",
                Totals = "lines 80.00 + tax 6.60 + freight 10.00 + duty 0.00 - discount 0.00 = 96.60 USD",
                Findings = ["Error Amount PartsMakeAmount: 96.60 | 96.61"],
            },
            new()
            {
                Name = "A line is a cent off",
                Data = Bolts.Lines(line => line with { NetAmount = Money.Usd(80.01m) }),
                Amount = "96.60 USD",
                Findings = ["Error LineItems[0].NetAmount NetAmountMatchesParts: 80.00 | 80.01"],
            },
            new()
            {
                // 1.5 x 0.03 = 0.045: rounding half to even is valid too, but a provider may calculate the line as 0.05
                Name = "A fraction rounded by another rule",
                Data = Order(Line("A", 1.5m, 0.03m, net: 0.04m)).Tax(0m),
                Amount = "0.04 USD",
                Totals = "lines 0.04 + tax 0.00 + freight 0.00 + duty 0.00 - discount 0.00 = 0.04 USD",
                Findings = ["Warning LineItems[0].NetAmount NetAmountMatchesParts: 0.05 | 0.04"],
            },
            new()
            {
                // 2.5 x 3.20 = 8.00 exactly: no rounding rule results in 8.01
                Name = "A fraction that needs no rounding is a cent off",
                Data = Order(Line("A", 2.5m, 3.20m, net: 8.01m)).Tax(0m),
                Amount = "8.01 USD",
                Findings = ["Error LineItems[0].NetAmount NetAmountMatchesParts: 8.00 | 8.01"],
            },
            new()
            {
                // 1.1 x 0.04 = 0.044: down to 0.04 or up to 0.05, never 0.03
                Name = "A fraction rounded to the wrong side",
                Data = Order(Line("A", 1.1m, 0.04m, net: 0.03m)).Tax(0m),
                Amount = "0.03 USD",
                Findings = ["Error LineItems[0].NetAmount NetAmountMatchesParts: 0.04 | 0.03"],
            },
            new()
            {
                // 3 x 0.1275 = 0.3825: a whole quantity has no tolerance
                Name = "A whole quantity rounded by another rule",
                Data = Order(Line("A", 3m, 0.1275m, net: 0.39m)).Tax(0m),
                Amount = "0.39 USD",
                Findings = ["Error LineItems[0].NetAmount NetAmountMatchesParts: 0.38 | 0.39"],
            },
            new()
            {
                // 6.60 of the line + 0.83 of the freight
                Name = "The freight's tax is forgotten in the tax",
                Data = Bolts.Freight(10m, tax: 0.83m, rate: 8.25m),
                Amount = "96.60 USD",
                Totals = "lines 80.00 + tax 6.60 + freight 10.00 + duty 0.00 - discount 0.00 = 96.60 USD",
                Findings = ["Error Tax.Amount LineTaxesMakeTax: 7.43 | 6.60"],
            },
            new()
            {
                // 6.62 is more than a cent from 6.60
                Name = "A line's tax does not follow from its rate",
                Data = Bolts.Tax(6.62m).Lines(line => line with { Tax = Money.Usd(6.62m) }),
                Amount = "96.62 USD",
                Totals = "lines 80.00 + tax 6.62 + freight 10.00 + duty 0.00 - discount 0.00 = 96.62 USD",
                Findings = ["Error LineItems[0].Tax TaxMatchesRate: 6.60 | 6.62"],
            },
            new()
            {
                // 8.25 % of 10.00 = 0.825; 0.84 is 1.5 cents from it
                Name = "The freight's tax does not follow from its rate",
                Data = Order(Line("A", 1m, 10m)).Tax(2m).Freight(10m, tax: 0.84m, rate: 8.25m),
                Amount = "22.00 USD",
                Totals = "lines 10.00 + tax 2.00 + freight 10.00 + duty 0.00 - discount 0.00 = 22.00 USD",
                Findings = ["Error FreightTax TaxMatchesRate: 0.83 | 0.84"],
            },
            new()
            {
                // 10 % of 80.00 = 8.00
                Name = "A line's discount does not follow from its rate",
                Data = Order(Line("A", 2m, 40m, discount: 7.98m) with { DiscountRate = 10m }).Tax(0m),
                Amount = "72.02 USD",
                Totals = "lines 72.02 + tax 0.00 + freight 0.00 + duty 0.00 - discount 0.00 = 72.02 USD",
                Findings = ["Error LineItems[0].Discount DiscountMatchesRate: 8.00 | 7.98"],
            },
            new()
            {
                Name = "A line's discount has a rate and no amount",
                Data = Order(Line("A", 2m, 40m) with { Discount = null, DiscountRate = 10m }).Tax(0m),
                Amount = "80.00 USD",
                Totals = "lines 80.00 + tax 0.00 + freight 0.00 + duty 0.00 - discount 0.00 = 80.00 USD",
                Findings = ["Error LineItems[0].Discount DiscountMatchesRate: 8.00 | 0.00"],
            },
            new()
            {
                Name = "A line's discount is more than the line",
                Data = Order(Line("A", 2m, 40m, discount: 80.01m)).Tax(0m),
                Amount = "0.00 USD",
                Findings = ["Error LineItems[0].Discount DiscountWithinLine: at most 80.00 | 80.01"],
            },
            new()
            {
                Name = "The order's discount is more than the lines",
                Data = Order(Line("A", 2m, 40m)).Tax(0m).Freight(10m).Discount(80.01m),
                Amount = "9.99 USD",
                Totals = "lines 80.00 + tax 0.00 + freight 10.00 + duty 0.00 - discount 80.01 = 9.99 USD",
                Findings = ["Error Discount DiscountWithinOrder: at most 80.00 | 80.01"],
            },
            new()
            {
                // the prices contain the tax, so it is not added: 120.00 and not 140.00
                Name = "A gross order is charged as if it were net",
                Data = Order(Line("A", 2m, 60m, tax: 20m, rate: 20m, gross: true)).Tax(20m),
                Amount = "140.00 USD",
                Totals = "lines 120.00 with tax 20.00 + freight 0.00 + duty 0.00 - discount 0.00 = 120.00 USD",
                Findings = ["Error Amount PartsMakeAmount: 120.00 | 140.00"],
            },
            new()
            {
                Name = "Parts without lines are more than the amount",
                Data = new CommercialCardData { CustomerReference = "PO-88" }
                    .Freight(20m)
                    .Tax(7.51m),
                Amount = "27.50 USD",
                Level = CommercialDataLevel.LevelII,
                Findings = ["Error Amount PartsWithinAmount: at least 27.51 | 27.50"],
            },
            new()
            {
                // twice 9223372027626627963 cents
                Name = "Lines beyond the range",
                Data = Order(Line("A", 999_999_999m, 92_233_720.3685m), Line("B", 999_999_999m, 92_233_720.3685m))
                    .Exempt(),
                Amount = "1.00 USD",
                Findings = ["Error Amount PartsMakeAmount: 18446744055253255926 minor units | 1.00"],
            },
        ];
}
