namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>An order of 2 x 40.00 + tax 6.60 + freight 10.00 = 96.60, complete for Level III.</summary>
internal static class CommercialOrders
{
    public static Money Amount { get; } = Money.Usd(96.60m);

    public static CommercialCardData Data { get; } =
        new()
        {
            CustomerReference = "PO-88-confidential",
            Tax = new CommercialTax { Amount = Money.Usd(6.60m), Treatment = TaxTreatment.Taxable },
            Freight = Money.Usd(10m),
            Duty = Money.Usd(0m),
            Discount = Money.Usd(0m),
            ShipTo = new Address { PostalCode = "10118", Country = "US" },
            ShipFromPostalCode = "60601",
            LineItems =
            [
                new()
                {
                    ProductCode = "BOLT-10",
                    CommodityCode = "31161600",
                    Description = "Confidential bolt",
                    Quantity = 2m,
                    UnitOfMeasure = "EA",
                    UnitPrice = UnitPrice.Of(40m, "USD"),
                },
            ],
        };

    public static ValueList<string> Fields { get; } =
    [
        "CustomerReference",
        "Tax.Amount",
        "Tax.Treatment",
        "Freight",
        "Duty",
        "Discount",
        "ShipTo.PostalCode",
        "ShipTo.Country",
        "ShipFromPostalCode",
        "LineItems[*].ProductCode",
        "LineItems[*].CommodityCode",
        "LineItems[*].Description",
        "LineItems[*].Quantity",
        "LineItems[*].UnitOfMeasure",
        "LineItems[*].UnitPrice",
    ];

    public static SaleRequest Sale(CommercialCardData? data = null) =>
        Testing.PaymentRequests.Sale(Amount) with
        {
            CommercialCardData = data ?? Data,
        };
}
