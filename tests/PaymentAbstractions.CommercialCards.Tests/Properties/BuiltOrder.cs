using FsCheck;
using FsCheck.Fluent;

namespace PaymentAbstractions.CommercialCards.Tests;

/// <summary>The input of an arbitrary shop for the builder, which is printed when a property fails.</summary>
internal sealed record BuiltOrder
{
    public enum TaxedBy
    {
        Lines,
        Invoice,
        Nothing,
    }

    public static Arbitrary<BuiltOrder> Any { get; } =
        (
            from currency in Gen.Elements(Currency.Jpy, Currency.Usd, Currency.Eur, Currency.Kwd, Currency.Parse("UYW"))
            from gross in Gen.Elements(true, false)
            from taxedBy in Gen.Elements(TaxedBy.Lines, TaxedBy.Lines, TaxedBy.Invoice, TaxedBy.Nothing)
            from count in Gen.Choose(1, 6)
            from lines in AnyLine(currency, gross).ArrayOf(count)
            from tax in Gen.Choose(0, 300)
            from freight in Gen.Choose(0, 100_000)
            from freightRate in AnyRate(gross)
            from duty in Gen.Choose(0, 100_000)
            from discount in Gen.Choose(0, 100)
            select new BuiltOrder
            {
                Currency = currency,
                IsGross = gross,
                TaxIs = taxedBy,
                Lines = [.. lines],
                TaxPerMille = tax,
                Freight = freight,
                FreightRate = freightRate,
                Duty = duty,
                DiscountPercent = discount,
            }
        ).ToArbitrary();

    public required Currency Currency { get; init; }

    public required bool IsGross { get; init; }

    public required TaxedBy TaxIs { get; init; }

    public required ValueList<BuiltLine> Lines { get; init; }

    public required int TaxPerMille { get; init; }

    public required int Freight { get; init; }

    public required decimal? FreightRate { get; init; }

    public required int Duty { get; init; }

    public required int DiscountPercent { get; init; }

    public decimal LineSum => Lines.Sum(line => line.Net(Currency));

    /// <summary>Small enough that a contained tax does not exceed the amount that contains it.</summary>
    public decimal Discount => Round(LineSum * DiscountPercent / (IsGross ? 400m : 100m), MidpointRounding.ToZero);

    public decimal FreightTax =>
        TaxIs == TaxedBy.Nothing || FreightRate is not { } rate ? 0 : Part(Units(Freight), rate, IsGross);

    /// <summary>The whole tax, calculated in decimals.</summary>
    public decimal Tax =>
        TaxIs switch
        {
            TaxedBy.Lines => Lines.Sum(line => line.Tax(Currency, IsGross) ?? 0) + FreightTax,
            TaxedBy.Invoice => Round((LineSum - Discount) * TaxPerMille / 1000m) + FreightTax,
            _ => 0,
        };

    /// <summary>The amount of the order, calculated in decimals.</summary>
    public decimal Amount => LineSum + (IsGross ? 0 : Tax) + Units(Freight) + Units(Duty) - Discount;

    public CommercialOrder Build()
    {
        var builder = new CommercialCardBuilder(Currency, IsGross)
            .ForCustomer("PO-88")
            .Ship("60601", Orders.NewYork)
            .WithFreight(Units(Freight), TaxIs == TaxedBy.Nothing ? null : FreightRate)
            .WithDuty(Units(Duty))
            .WithDiscount(Discount);
        for (var i = 0; i < Lines.Count; i++)
        {
            builder.AddLine(Lines[i].ToItem($"P{i}", Currency, hasRate: TaxIs == TaxedBy.Lines));
        }

        return TaxIs switch
        {
            TaxedBy.Invoice => builder.WithTax(Tax).Build(),
            TaxedBy.Nothing => builder.TaxExempt().Build(),
            // Without any rate there is no tax to calculate.
            _ when Tax == 0 && FreightRate is null && Lines.All(line => line.TaxRate is null) => builder
                .WithTax(0)
                .Build(),
            _ => builder.Build(),
        };
    }

    public static decimal Part(decimal whole, decimal rate, bool contained, int decimals) =>
        Math.Round(whole * rate / (contained ? 100m + rate : 100m), decimals, MidpointRounding.AwayFromZero);

    private decimal Part(decimal whole, decimal rate, bool contained) =>
        Part(whole, rate, contained, Currency.Exponent);

    private decimal Units(long minorUnits) => Money.FromMinorUnits(minorUnits, Currency).Amount;

    private decimal Round(decimal amount, MidpointRounding rounding = MidpointRounding.AwayFromZero) =>
        Math.Round(amount, Currency.Exponent, rounding);

    // A contained tax of more than 30 % could exceed the amount that remains after a discount on the order.
    private static Gen<decimal?> AnyRate(bool gross) =>
        gross
            ? Gen.Elements<decimal?>(null, 0m, 5m, 7.7m, 8.25m, 19m, 30m)
            : Gen.Elements<decimal?>(null, 0m, 0.0001m, 8.25m, 22m, 33.3333m, 100m);

    private static Gen<BuiltLine> AnyLine(Currency currency, bool gross) =>
        from whole in Gen.Choose(1, 500)
        from fraction in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(1, 9_999)))
        from price in Gen.Frequency((2, Gen.Choose(0, 50_000_000)), (1, Gen.Choose(0, 100)))
        from isFine in Gen.Elements(true, false)
        from discount in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(0, 100)))
        from rate in AnyRate(gross)
        from before in Gen.Elements(false, !gross)
        select new BuiltLine
        {
            Quantity = whole + (fraction / 10_000m),
            Price = isFine ? price / 10_000m : Math.Round(price / 10_000m, Math.Min(4, currency.Exponent)),
            DiscountPercent = discount,
            TaxRate = rate,
            TaxBeforeDiscount = before,
        };
}
