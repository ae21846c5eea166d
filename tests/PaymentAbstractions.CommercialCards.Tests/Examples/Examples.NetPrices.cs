using static PaymentAbstractions.CommercialCards.Tests.Orders;

namespace PaymentAbstractions.CommercialCards.Tests;

internal static partial class Examples
{
    private static Example[] NetPrices =>
        [
            new()
            {
                // 2 x 40.00 = 80.00; 8.25 % of it = 6.60
                Name = "One line with tax and freight",
                Data = Bolts,
                Amount = "96.60 USD",
                Totals = "lines 80.00 + tax 6.60 + freight 10.00 + duty 0.00 - discount 0.00 = 96.60 USD",
            },
            new()
            {
                // 3 x 19.99 = 59.97, 1 x 5.05; 8 % of 65.02 = 5.2016
                Name = "Two lines with the tax on the invoice",
                Data = Order(Line("A", 3m, 19.99m), Line("B", 1m, 5.05m)).Tax(5.20m),
                Amount = "70.22 USD",
                Totals = "lines 65.02 + tax 5.20 + freight 0.00 + duty 0.00 - discount 0.00 = 70.22 USD",
            },
            new()
            {
                // 2.5 x 3.20 = 8.00; 8.25 % = 0.66
                Name = "A fractional quantity that comes out even",
                Data = Order(Line("A", 2.5m, 3.20m, net: 8m, tax: 0.66m, rate: 8.25m)).Tax(0.66m),
                Amount = "8.66 USD",
                Totals = "lines 8.00 + tax 0.66 + freight 0.00 + duty 0.00 - discount 0.00 = 8.66 USD",
            },
            new()
            {
                // 0.3333 x 9.00 = 2.9997, up to 3.00; 7 % = 0.21
                Name = "A quantity of four decimals",
                Data = Order(Line("A", 0.3333m, 9m, net: 3m, tax: 0.21m, rate: 7m)).Tax(0.21m),
                Amount = "3.21 USD",
                Totals = "lines 3.00 + tax 0.21 + freight 0.00 + duty 0.00 - discount 0.00 = 3.21 USD",
            },
            new()
            {
                // 1000 x 0.1275 = 127.50; 5 % = 6.375, midpoint up to 6.38
                Name = "A unit price of four decimals and a tax at a midpoint",
                Data = Order(Line("A", 1000m, 0.1275m, net: 127.50m, tax: 6.38m, rate: 5m)).Tax(6.38m),
                Amount = "133.88 USD",
                Totals = "lines 127.50 + tax 6.38 + freight 0.00 + duty 0.00 - discount 0.00 = 133.88 USD",
            },
            new()
            {
                // 1.5 x 0.03 = 0.045, away from zero to 0.05; half to even would be 0.04
                Name = "A midpoint goes away from zero and not to even",
                Data = Order(Line("A", 1.5m, 0.03m, net: 0.05m, tax: 0m, rate: 0m)).Tax(0m),
                Amount = "0.05 USD",
                Totals = "lines 0.05 + tax 0.00 + freight 0.00 + duty 0.00 - discount 0.00 = 0.05 USD",
            },
            new()
            {
                // 5 x 0.0010 = 0.005 to 0.01; 3 x 0.0050 = 0.015 to 0.02
                Name = "Whole quantities at midpoints",
                Data = Order(Line("A", 5m, 0.0010m, net: 0.01m), Line("B", 3m, 0.0050m, net: 0.02m)).Tax(0m),
                Amount = "0.03 USD",
                Totals = "lines 0.03 + tax 0.00 + freight 0.00 + duty 0.00 - discount 0.00 = 0.03 USD",
            },
            new()
            {
                // 0.4999 x 0.01 = 0.004999, down to 0.00; 1 x 1.00
                Name = "Just below the midpoint goes down",
                Data = Order(Line("A", 0.4999m, 0.01m, net: 0m), Line("B", 1m, 1m)).Tax(0.08m),
                Amount = "1.08 USD",
                Totals = "lines 1.00 + tax 0.08 + freight 0.00 + duty 0.00 - discount 0.00 = 1.08 USD",
            },
            new()
            {
                // three times 0.5 x 0.01 = 0.005 to 0.01; rounded once it would be 0.015 to 0.02
                Name = "Each line is rounded before the sum",
                Data = Order(Line("A", 0.5m, 0.01m), Line("B", 0.5m, 0.01m), Line("C", 0.5m, 0.01m)).Tax(0m),
                Amount = "0.03 USD",
                Totals = "lines 0.03 + tax 0.00 + freight 0.00 + duty 0.00 - discount 0.00 = 0.03 USD",
            },
            new()
            {
                // tax 6.60 of the line + 8.25 % of 10.00 = 0.825 to 0.83; 80.00 + 7.43 + 10.00
                Name = "Freight with tax, which is a part of the tax",
                Data = Order(Line("A", 2m, 40m, tax: 6.60m, rate: 8.25m))
                    .Tax(7.43m)
                    .Freight(10m, tax: 0.83m, rate: 8.25m),
                Amount = "97.43 USD",
                Totals = "lines 80.00 + tax 7.43 + freight 10.00 + duty 0.00 - discount 0.00 = 97.43 USD",
            },
            new()
            {
                // 200.00 + 16.00 + 20.00 + 12.34
                Name = "Duty",
                Data = Order(Line("A", 8m, 25m, tax: 16m, rate: 8m)).Tax(16m).Freight(20m).Duty(12.34m),
                Amount = "248.34 USD",
                Totals = "lines 200.00 + tax 16.00 + freight 20.00 + duty 12.34 - discount 0.00 = 248.34 USD",
            },
            new()
            {
                Name = "An exempt order with a stated zero",
                Data = Order(Line("A", 5m, 19.99m)).Exempt(),
                Amount = "99.95 USD",
                Totals = "lines 99.95 + tax 0.00 + freight 0.00 + duty 0.00 - discount 0.00 = 99.95 USD",
            },
            new()
            {
                Name = "An exempt order without any tax",
                Data = Order(Line("A", 5m, 19.99m)).Exempt(amount: null).Freight(0.05m),
                Amount = "100.00 USD",
                Totals = "lines 99.95 + tax 0.00 + freight 0.05 + duty 0.00 - discount 0.00 = 100.00 USD",
            },
            new()
            {
                Name = "A tax of zero is a tax",
                Data = Order(Line("A", 1m, 42m, tax: 0m, rate: 0m)).Tax(0m),
                Amount = "42.00 USD",
                Totals = "lines 42.00 + tax 0.00 + freight 0.00 + duty 0.00 - discount 0.00 = 42.00 USD",
            },
            new()
            {
                // 10 % of 10.00; the second line has no tax, and the third an exempt one
                Name = "Taxed and untaxed lines in one order",
                Data = Order(
                        Line("A", 1m, 10m, tax: 1m, rate: 10m),
                        Line("B", 1m, 5m),
                        Line("C", 1m, 7m, tax: 0m) with
                        {
                            TaxTreatment = TaxTreatment.Exempt,
                        }
                    )
                    .Tax(1m),
                Amount = "23.00 USD",
                Totals = "lines 22.00 + tax 1.00 + freight 0.00 + duty 0.00 - discount 0.00 = 23.00 USD",
            },
            new()
            {
                Name = "A line that costs nothing",
                Data = Order(Line("A", 1m, 0m, net: 0m), Line("B", 2m, 4.50m)).Tax(0.72m),
                Amount = "9.72 USD",
                Totals = "lines 9.00 + tax 0.72 + freight 0.00 + duty 0.00 - discount 0.00 = 9.72 USD",
            },
        ];
}
