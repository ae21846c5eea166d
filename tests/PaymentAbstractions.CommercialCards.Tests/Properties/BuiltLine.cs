namespace PaymentAbstractions.CommercialCards.Tests;

/// <summary>An arbitrary line, calculated a second time in decimals where the code uses whole numbers.</summary>
internal sealed record BuiltLine
{
    public required decimal Quantity { get; init; }

    public required decimal Price { get; init; }

    public required int DiscountPercent { get; init; }

    public required decimal? TaxRate { get; init; }

    public required bool TaxBeforeDiscount { get; init; }

    public static decimal Gross(decimal quantity, decimal price, Currency currency) =>
        Math.Round(quantity * price, currency.Exponent, MidpointRounding.AwayFromZero);

    public decimal Gross(Currency currency) => Gross(Quantity, Price, currency);

    public decimal Discount(Currency currency) =>
        Math.Round(Gross(currency) * DiscountPercent / 100m, currency.Exponent, MidpointRounding.ToZero);

    public decimal Net(Currency currency) => Gross(currency) - Discount(currency);

    public decimal? Tax(Currency currency, bool gross) =>
        TaxRate is { } rate
            ? BuiltOrder.Part(TaxBeforeDiscount ? Gross(currency) : Net(currency), rate, gross, currency.Exponent)
            : null;

    public CommercialLineItem ToItem(string code, Currency currency, bool hasRate) =>
        new()
        {
            ProductCode = code,
            CommodityCode = "31161600",
            Description = "Steel bolt M10",
            UnitOfMeasure = "EA",
            Quantity = Quantity,
            UnitPrice = new UnitPrice(Price, currency),
            Discount = new Money(Discount(currency), currency),
            TaxRate = hasRate ? TaxRate : null,
            DiscountTreatment = TaxBeforeDiscount ? DiscountTreatment.TaxBeforeDiscount : default,
        };
}
