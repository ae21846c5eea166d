using static PaymentAbstractions.CommercialCards.Tests.Orders;

namespace PaymentAbstractions.CommercialCards.Tests;

internal static partial class Examples
{
    private static Example[] Currencies =>
        [
            new()
            {
                // 3 x 1280 = 3840; 10 % = 384
                Name = "Yen",
                Data = Order(Line("A", 3m, 1280m, net: 3840m, tax: 384m, rate: 10m, currency: "JPY")).Tax(384m),
                Amount = "4224 JPY",
                Findings = ["Info CommercialCardData SchemeProgram: a program of the scheme | none"],
                Totals = "lines 3840 + tax 384 + freight 0 + duty 0 - discount 0 = 4224 JPY",
            },
            new()
            {
                // 1.5 x 333 = 499.5 to 500; 10 % = 50
                Name = "Yen and a fractional quantity",
                Data = Order(Line("A", 1.5m, 333m, net: 500m, tax: 50m, rate: 10m, currency: "JPY")).Tax(50m),
                Amount = "550 JPY",
                Findings = ["Info CommercialCardData SchemeProgram: a program of the scheme | none"],
                Totals = "lines 500 + tax 50 + freight 0 + duty 0 - discount 0 = 550 JPY",
            },
            new()
            {
                // 1000 x 0.3335 = 333.5 to 334; 8 % = 26.72 to 27
                Name = "Yen and a unit price of four decimals",
                Data = Order(Line("A", 1000m, 0.3335m, net: 334m, tax: 27m, rate: 8m, currency: "JPY")).Tax(27m),
                Amount = "361 JPY",
                Findings = ["Info CommercialCardData SchemeProgram: a program of the scheme | none"],
                Totals = "lines 334 + tax 27 + freight 0 + duty 0 - discount 0 = 361 JPY",
            },
            new()
            {
                // 1100 contains 10 % on 1000; freight 550 contains 50; - 50
                Name = "Yen, gross",
                Data = Order(Line("A", 1m, 1100m, tax: 100m, rate: 10m, gross: true, currency: "JPY"))
                    .Tax(150m)
                    .Freight(550m, tax: 50m, rate: 10m)
                    .Discount(50m),
                Amount = "1600 JPY",
                Findings = ["Info CommercialCardData SchemeProgram: a program of the scheme | none"],
                Totals = "lines 1100 with tax 150 + freight 550 + duty 0 - discount 50 = 1600 JPY",
            },
            new()
            {
                // 2 x 1.250 = 2.500; 5 % = 0.125
                Name = "Kuwaiti dinars",
                Data = Order(Line("A", 2m, 1.250m, net: 2.500m, tax: 0.125m, rate: 5m, currency: "KWD")).Tax(0.125m),
                Amount = "2.625 KWD",
                Findings = ["Info CommercialCardData SchemeProgram: a program of the scheme | none"],
                Totals = "lines 2.500 + tax 0.125 + freight 0.000 + duty 0.000 - discount 0.000 = 2.625 KWD",
            },
            new()
            {
                // 0.1250 x 0.0040 = 0.0005 to 0.001
                Name = "Kuwaiti dinars at a midpoint",
                Data = Order(Line("A", 0.1250m, 0.0040m, net: 0.001m, currency: "KWD")).Tax(0m).Duty(0.999m),
                Amount = "1.000 KWD",
                Findings = ["Info CommercialCardData SchemeProgram: a program of the scheme | none"],
                Totals = "lines 0.001 + tax 0.000 + freight 0.000 + duty 0.999 - discount 0.000 = 1.000 KWD",
            },
            new()
            {
                // 3 x 0.3333 = 0.9999 to 1.000; + 0.500
                Name = "Kuwaiti dinars and a unit price of four decimals",
                Data = Order(Line("A", 3m, 0.3333m, net: 1m, currency: "KWD")).Exempt().Freight(0.500m),
                Amount = "1.500 KWD",
                Findings = ["Info CommercialCardData SchemeProgram: a program of the scheme | none"],
                Totals = "lines 1.000 + tax 0.000 + freight 0.500 + duty 0.000 - discount 0.000 = 1.500 KWD",
            },
            new()
            {
                // 3 x 0.3333 = 0.9999; 22 % = 0.219978 to 0.2200
                Name = "A currency of four decimals",
                Data = Order(Line("A", 3m, 0.3333m, net: 0.9999m, tax: 0.2200m, rate: 22m, currency: "UYW"))
                    .Tax(0.2200m),
                Amount = "1.2199 UYW",
                Findings = ["Info CommercialCardData SchemeProgram: a program of the scheme | none"],
                Totals = "lines 0.9999 + tax 0.2200 + freight 0.0000 + duty 0.0000 - discount 0.0000 = 1.2199 UYW",
            },
            new()
            {
                // 0.5 x 0.0001 = 0.00005 to 0.0001; 0.4999 x 0.0001 = 0.00004999 to 0
                Name = "A currency of four decimals at a midpoint",
                Data = Order(
                        Line("A", 0.5m, 0.0001m, net: 0.0001m, currency: "UYW"),
                        Line("B", 0.4999m, 0.0001m, net: 0m, currency: "UYW")
                    )
                    .Tax(0m),
                Amount = "0.0001 UYW",
                Findings = ["Info CommercialCardData SchemeProgram: a program of the scheme | none"],
                Totals = "lines 0.0001 + tax 0.0000 + freight 0.0000 + duty 0.0000 - discount 0.0000 = 0.0001 UYW",
            },
        ];

    private static Example[] Sizes =>
        [
            new()
            {
                // 999 x 1.01 = 1008.99; 5 % of 1.01 = 0.0505 to 0.05, 999 times = 49.95
                Name = "999 lines",
                Data = Order([.. Enumerable.Range(1, 999).Select(i => Line($"P{i}", 1m, 1.01m, tax: 0.05m, rate: 5m))])
                    .Tax(49.95m),
                Amount = "1058.94 USD",
                Totals = "lines 1008.99 + tax 49.95 + freight 0.00 + duty 0.00 - discount 0.00 = 1058.94 USD",
                Findings = ["Warning LineItems SchemeLimit: at most 998 lines | 999 lines"],
            },
            new()
            {
                // 999999999 x 92233720.3685 = 92233720368500000 - 92233720.3685 = 92233720276266279.6315
                Name = "The highest quantity of a high price",
                Data = Order(Line("A", 999_999_999m, 92_233_720.3685m)).Exempt(),
                Amount = "92233720276266279.63 USD",
                Totals =
                    "lines 92233720276266279.63 + tax 0.00 + freight 0.00 + duty 0.00 - discount 0.00 = 92233720276266279.63 USD",
            },
            new()
            {
                // 100 x 922337203685477.58 + 0.07 = (2^63 - 1) cents
                Name = "The highest amount there is",
                Data = Order(Line("A", 100m, 922_337_203_685_477.58m)).Exempt().Freight(0.07m),
                Amount = "92233720368547758.07 USD",
                Totals =
                    "lines 92233720368547758.00 + tax 0.00 + freight 0.07 + duty 0.00 - discount 0.00 = 92233720368547758.07 USD",
            },
            new()
            {
                // lines of 92233720276266279.63 twice, less one of them
                Name = "Lines beyond the range that a discount brings back",
                Data = Order(Line("A", 999_999_999m, 92_233_720.3685m), Line("B", 999_999_999m, 92_233_720.3685m))
                    .Exempt()
                    .Discount(92_233_720_276_266_279.63m),
                Amount = "92233720276266279.63 USD",
                Findings = ["Error Discount SchemeLimit: at most 12 digits | 19 digits"],
            },
        ];
}
