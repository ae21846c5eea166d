namespace PaymentAbstractions.CommercialCards.Tests;

/// <summary>Short methods that make orders, so that a test shows little more than the amounts.</summary>
internal static class Orders
{
    public static Address NewYork { get; } =
        new()
        {
            Line1 = "350 Fifth Avenue",
            City = "New York",
            Region = "NY",
            PostalCode = "10118",
            Country = "US",
        };

    /// <summary>An order that is complete for Level III: 2 x 40.00 + tax 6.60 + freight 10.00 = 96.60.</summary>
    public static CommercialCardData Bolts { get; } =
        Order(Line("BOLT-10", 2m, 40m, net: 80m, tax: 6.60m, rate: 8.25m)).Tax(6.60m).Freight(10m);

    public static Money BoltsAmount { get; } = Money.Usd(96.60m);

    public static CommercialCardData Order(params CommercialLineItem[] lines)
    {
        var zero = Money.Zero(
            lines is [{ UnitPrice: { IsSpecified: true } price }, ..] ? price.Currency : Currency.Usd
        );
        return new CommercialCardData
        {
            CustomerReference = "PO-88",
            Freight = zero,
            Duty = zero,
            Discount = zero,
            ShipTo = NewYork,
            ShipFromPostalCode = "60601-1234",
            LineItems = [.. lines],
        };
    }

    public static CommercialLineItem Line(
        string code,
        decimal quantity,
        decimal price,
        decimal discount = 0,
        decimal? net = null,
        decimal? tax = null,
        decimal? rate = null,
        bool gross = false,
        string currency = "USD"
    ) =>
        new()
        {
            ProductCode = code,
            CommodityCode = "31161600",
            Description = "Steel bolt M10",
            Quantity = quantity,
            UnitOfMeasure = "EA",
            UnitPrice = UnitPrice.Of(price, currency),
            Discount = Money.Of(discount, currency),
            NetAmount = net is { } stated ? Money.Of(stated, currency) : null,
            Tax = tax is { } paid ? Money.Of(paid, currency) : null,
            TaxRate = rate,
            TaxIncluded = gross,
        };

    public static CommercialCardData Tax(
        this CommercialCardData data,
        decimal? amount,
        TaxTreatment treatment = TaxTreatment.Taxable,
        TaxCalculation calculation = TaxCalculation.NotProvided
    ) =>
        data with
        {
            Tax = new CommercialTax
            {
                Amount = amount is { } paid ? data.InCurrency(paid) : null,
                Treatment = treatment,
                Calculation = calculation,
            },
        };

    public static CommercialCardData Exempt(this CommercialCardData data, decimal? amount = 0) =>
        data.Tax(amount, TaxTreatment.Exempt);

    public static CommercialCardData Freight(
        this CommercialCardData data,
        decimal amount,
        decimal? tax = null,
        decimal? rate = null
    ) =>
        data with
        {
            Freight = data.InCurrency(amount),
            FreightTax = tax is { } paid ? data.InCurrency(paid) : null,
            FreightTaxRate = rate,
        };

    public static CommercialCardData Duty(this CommercialCardData data, decimal amount) =>
        data with
        {
            Duty = data.InCurrency(amount),
        };

    public static CommercialCardData Discount(
        this CommercialCardData data,
        decimal amount,
        DiscountTreatment treatment = DiscountTreatment.NotProvided
    ) => data with { Discount = data.InCurrency(amount), DiscountTreatment = treatment };

    /// <summary>Returns the order with each of its lines changed.</summary>
    public static CommercialCardData Lines(
        this CommercialCardData data,
        Func<CommercialLineItem, CommercialLineItem> change
    ) => data with { LineItems = [.. data.LineItems.Select(change)] };

    public static ValueList<CommercialCardFinding> Validate(
        CommercialCardData data,
        Money? amount = null,
        CommercialDataLevel? level = null,
        CardBrand brand = default,
        string? merchant = null
    ) =>
        CommercialCardValidator.Validate(
            data,
            amount ?? BoltsAmount,
            new CommercialCardValidationOptions
            {
                Level = level,
                Brand = brand,
                MerchantName = merchant,
                MerchantTaxId = "98-7654321",
                OptedIn = [.. CardBrand.All],
            }
        );

    /// <summary>Formats a finding as one line: severity, field, rule, expected, actual.</summary>
    public static string Told(this CommercialCardFinding finding) =>
        $"{finding.Severity} {finding.Field} {finding.Rule}: {finding.Expected} | {finding.Actual}";

    private static Money InCurrency(this CommercialCardData data, decimal amount) =>
        new(amount, data.Freight is { } freight ? freight.Currency : Currency.Usd);
}
