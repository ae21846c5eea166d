using static PaymentAbstractions.CommercialCards.Tests.Orders;

namespace PaymentAbstractions.CommercialCards.Tests;

internal static partial class Examples
{
    private static Example[] Discounts =>
        [
            new()
            {
                // 10 x 12.50 = 125.00 - 10 % = 112.50; 8 % of 112.50 = 9.00
                Name = "A line's discount, tax after it",
                Data = Order(
                        Line("A", 10m, 12.50m, discount: 12.50m, net: 112.50m, tax: 9m, rate: 8m) with
                        {
                            DiscountRate = 10m,
                            DiscountTreatment = DiscountTreatment.TaxAfterDiscount,
                        }
                    )
                    .Tax(9m),
                Amount = "121.50 USD",
                Totals = "lines 112.50 + tax 9.00 + freight 0.00 + duty 0.00 - discount 0.00 = 121.50 USD",
            },
            new()
            {
                // the same, but 8 % of 125.00 = 10.00
                Name = "A line's discount, tax before it",
                Data = Order(
                        Line("A", 10m, 12.50m, discount: 12.50m, net: 112.50m, tax: 10m, rate: 8m) with
                        {
                            DiscountTreatment = DiscountTreatment.TaxBeforeDiscount,
                        }
                    )
                    .Tax(10m),
                Amount = "122.50 USD",
                Totals = "lines 112.50 + tax 10.00 + freight 0.00 + duty 0.00 - discount 0.00 = 122.50 USD",
            },
            new()
            {
                // 100.00 + 50.00 - 15.00 = 135.00; 8 % = 10.80
                Name = "An order's discount, tax after it",
                Data = Order(Line("A", 4m, 25m), Line("B", 1m, 50m))
                    .Tax(10.80m)
                    .Discount(15m, DiscountTreatment.TaxAfterDiscount),
                Amount = "145.80 USD",
                Totals = "lines 150.00 + tax 10.80 + freight 0.00 + duty 0.00 - discount 15.00 = 145.80 USD",
            },
            new()
            {
                // 8 % of 150.00 = 12.00
                Name = "An order's discount, tax before it",
                Data = Order(Line("A", 4m, 25m), Line("B", 1m, 50m))
                    .Tax(12m)
                    .Discount(15m, DiscountTreatment.TaxBeforeDiscount),
                Amount = "147.00 USD",
                Totals = "lines 150.00 + tax 12.00 + freight 0.00 + duty 0.00 - discount 15.00 = 147.00 USD",
            },
            new()
            {
                // 100.00 - 10.00 = 90.00, - 5.00 = 85.00; 8 % = 6.80
                Name = "Discounts on the line and on the order",
                Data = Order(Line("A", 4m, 25m, discount: 10m, net: 90m)).Tax(6.80m).Discount(5m),
                Amount = "91.80 USD",
                Totals = "lines 90.00 + tax 6.80 + freight 0.00 + duty 0.00 - discount 5.00 = 91.80 USD",
            },
            new()
            {
                // 45.00 - 5.00 = 40.00, 8 % = 3.20; 1.25 x 16.00 = 20.00, 8 % = 1.60; freight 7.50, 8 % = 0.60
                // 60.00 + 5.40 + 7.50 + 2.10 - 3.00 = 72.00
                Name = "Everything at once",
                Data = Order(
                        Line("A", 6m, 7.50m, discount: 5m, net: 40m, tax: 3.20m, rate: 8m),
                        Line("B", 1.25m, 16m, net: 20m, tax: 1.60m, rate: 8m)
                    )
                    .Tax(5.40m, calculation: TaxCalculation.NetPerLine)
                    .Freight(7.50m, tax: 0.60m, rate: 8m)
                    .Duty(2.10m)
                    .Discount(3m),
                Amount = "72.00 USD",
                Totals = "lines 60.00 + tax 5.40 + freight 7.50 + duty 2.10 - discount 3.00 = 72.00 USD",
            },
            new()
            {
                // 10.00 - 10.00 = 0.00; 1 x 2.00
                Name = "A line that its discount takes whole",
                Data = Order(
                        Line("A", 1m, 10m, discount: 10m, net: 0m, tax: 0m, rate: 8m),
                        Line("B", 1m, 2m, tax: 0.16m, rate: 8m)
                    )
                    .Tax(0.16m),
                Amount = "2.16 USD",
                Totals = "lines 2.00 + tax 0.16 + freight 0.00 + duty 0.00 - discount 0.00 = 2.16 USD",
            },
            new()
            {
                // 3 x 3.33 = 9.99; 15 % = 1.4985 to 1.50, 1.49 is within one cent of it
                Name = "A discount within one cent of its rate",
                Data = Order(Line("A", 3m, 3.33m, discount: 1.49m, net: 8.50m) with { DiscountRate = 15m }).Tax(0.68m),
                Amount = "9.18 USD",
                Totals = "lines 8.50 + tax 0.68 + freight 0.00 + duty 0.00 - discount 0.00 = 9.18 USD",
            },
            new()
            {
                // 9.00 - 9.00 + freight 4.00, 5 % of it = 0.20
                Name = "An order's discount that takes the lines whole",
                Data = Order(Line("A", 3m, 3m)).Tax(0.20m).Freight(4m, tax: 0.20m, rate: 5m).Discount(9m),
                Amount = "4.20 USD",
                Totals = "lines 9.00 + tax 0.20 + freight 4.00 + duty 0.00 - discount 9.00 = 4.20 USD",
            },
        ];

    private static Example[] GrossPrices =>
        [
            new()
            {
                // 2 x 60.00 = 120.00, which contains 20 % on 100.00 = 20.00
                Name = "Gross prices",
                Data = Order(Line("A", 2m, 60m, net: 120m, tax: 20m, rate: 20m, gross: true)).Tax(20m),
                Amount = "120.00 USD",
                Totals = "lines 120.00 with tax 20.00 + freight 0.00 + duty 0.00 - discount 0.00 = 120.00 USD",
            },
            new()
            {
                // 119.00 - 19.00 = 100.00; 100.00 x 19 / 119 = 15.966 to 15.97
                Name = "Gross prices with a line's discount",
                Data = Order(Line("A", 1m, 119m, discount: 19m, net: 100m, tax: 15.97m, rate: 19m, gross: true))
                    .Tax(15.97m, calculation: TaxCalculation.GrossPerLine),
                Amount = "100.00 USD",
                Totals = "lines 100.00 with tax 15.97 + freight 0.00 + duty 0.00 - discount 0.00 = 100.00 USD",
            },
            new()
            {
                // 119.00 contains 19.00, freight 11.90 contains 1.90; 119.00 + 11.90
                Name = "Gross prices with a gross freight",
                Data = Order(Line("A", 1m, 119m, tax: 19m, rate: 19m, gross: true))
                    .Tax(20.90m)
                    .Freight(11.90m, tax: 1.90m, rate: 19m),
                Amount = "130.90 USD",
                Totals = "lines 119.00 with tax 20.90 + freight 11.90 + duty 0.00 - discount 0.00 = 130.90 USD",
            },
            new()
            {
                // 240.00 - 40.00 = 200.00; 200.00 x 20 / 120 = 33.333
                Name = "Gross prices with the tax and a discount on the invoice",
                Data = Order(Line("A", 4m, 60m, gross: true))
                    .Tax(33.33m, calculation: TaxCalculation.GrossPerInvoice)
                    .Discount(40m),
                Amount = "200.00 USD",
                Totals = "lines 240.00 with tax 33.33 + freight 0.00 + duty 0.00 - discount 40.00 = 200.00 USD",
            },
            new()
            {
                // 50.00 x 7 / 107 = 3.271; 50.00 + 3.00
                Name = "Gross prices with duty",
                Data = Order(Line("A", 4m, 12.50m, tax: 3.27m, rate: 7m, gross: true)).Tax(3.27m).Duty(3m),
                Amount = "53.00 USD",
                Totals = "lines 50.00 with tax 3.27 + freight 0.00 + duty 3.00 - discount 0.00 = 53.00 USD",
            },
            new()
            {
                // 120.00 contains 20.00 before the coupon of 60.00; 20.00 is 33.3 % of the remaining amount
                Name = "Gross prices, tax before the discount",
                Data = Order(
                        Line("A", 1m, 120m, discount: 60m, net: 60m, tax: 20m, rate: 20m, gross: true) with
                        {
                            DiscountTreatment = DiscountTreatment.TaxBeforeDiscount,
                        }
                    )
                    .Tax(20m)
                    .Freight(40m),
                Amount = "100.00 USD",
                Totals = "lines 60.00 with tax 20.00 + freight 40.00 + duty 0.00 - discount 0.00 = 100.00 USD",
            },
            new()
            {
                // 120.00 contains 20.00 before the coupon of 110.00; the line total is 10.00, less than the tax on it
                Name = "Gross prices, tax before a discount that leaves less than the tax",
                Data = Order(
                        Line("A", 1m, 120m, discount: 110m, net: 10m, tax: 20m, rate: 20m, gross: true) with
                        {
                            DiscountTreatment = DiscountTreatment.TaxBeforeDiscount,
                        },
                        Line("B", 1m, 90m, tax: 0m, gross: true)
                    )
                    .Tax(20m),
                Amount = "100.00 USD",
                Totals = "lines 100.00 with tax 20.00 + freight 0.00 + duty 0.00 - discount 0.00 = 100.00 USD",
            },
            new()
            {
                Name = "Gross prices, exempt",
                Data = Order(Line("A", 3m, 33.33m, gross: true)).Exempt(),
                Amount = "99.99 USD",
                Totals = "lines 99.99 with tax 0.00 + freight 0.00 + duty 0.00 - discount 0.00 = 99.99 USD",
            },
        ];
}
