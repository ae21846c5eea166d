namespace PaymentAbstractions.Benchmarks.Contract;

/// <summary>An order of 100 lines that is complete for Level III and has nothing wrong at any scheme.</summary>
internal static class CommercialOrders
{
    private const int Lines = 100;

    public static CommercialCardValidationOptions Mastercard { get; } =
        new()
        {
            Level = CommercialDataLevel.LevelIII,
            Brand = CardBrand.Mastercard,
            MerchantName = "Bolts & Nuts",
            MerchantTaxId = "98-7654321",
        };

    public static CommercialCardValidationOptions AnyScheme { get; } = new() { Level = CommercialDataLevel.LevelIII };

    /// <summary>Every third line has a fractional quantity, every seventh a discount, and every line has a tax with a rate.</summary>
    public static CommercialOrder Build()
    {
        var builder = new CommercialCardBuilder(Currency.Usd)
            .ForCustomer("PO-2041-88")
            .Ship(
                "60601-1234",
                new Address
                {
                    Line1 = "350 Fifth Avenue",
                    City = "New York",
                    Region = "NY",
                    PostalCode = "10118",
                    Country = "US",
                }
            )
            .WithFreight(24.50m, taxRate: 8.25m);
        for (var i = 0; i < Lines; i++)
        {
            builder.AddLine(
                $"BOLT-{i:0000}",
                "31161600",
                "Steel bolt M10 x 60, zinc",
                quantity: i % 3 == 0 ? 12.5m : 12m,
                unitPrice: 1.2750m + i,
                taxRate: 8.25m,
                discount: i % 7 == 0 ? 1.50m : 0m
            );
        }

        return builder.Build();
    }
}
