namespace PaymentAbstractions.CommercialCards.Tests;

/// <summary>An order in which one part is changed.</summary>
/// <param name="Part">The changed part.</param>
/// <param name="Data">The order with the change.</param>
/// <param name="Amount">The amount of the payment with the change.</param>
/// <param name="Effect">The number of minor units by which the sum that contains the part is then wrong.</param>
/// <param name="Fields">The fields in whose calculation the part is used.</param>
internal sealed record Disturbance(
    string Part,
    CommercialCardData Data,
    Money Amount,
    long Effect,
    params string[] Fields
)
{
    /// <summary>Whether another rounding rule may also explain the line, so that it can only be a warning.</summary>
    public bool MayBeARounding { get; init; }

    public override string ToString() => $"{Part} by {Effect}";

    /// <summary>Changes, one at a time, every amount on which another one depends, by some minor units.</summary>
    public static IEnumerable<Disturbance> Of(CommercialOrder order, long by) =>
        OfOrder(order, by).Concat(order.Data.LineItems.SelectMany((line, i) => OfLine(order, line, i, by)));

    /// <summary>Changes unit prices of fractional quantities so that their line changes by two minor units or more.</summary>
    public static IEnumerable<Disturbance> OfFractionalPrices(CommercialOrder order)
    {
        var unit = Money.FromMinorUnits(1, order.Amount.Currency).Amount;
        return from entry in order.Data.LineItems.Select((line, i) => (line, i))
            where !decimal.IsInteger(entry.line.Quantity)
            from step in new[] { 0.0001m, -0.0001m, unit, -unit, 2 * unit, -2 * unit }
            let price = entry.line.UnitPrice.Amount
            where price + step >= 0
            let before = BuiltLine.Gross(entry.line.Quantity, price, order.Amount.Currency)
            let after = BuiltLine.Gross(entry.line.Quantity, price + step, order.Amount.Currency)
            where Math.Abs(after - before) >= 2 * unit
            select OfPrice(order, entry.line, entry.i, step, (long)((after - before) / unit));
    }

    private static IEnumerable<Disturbance> OfOrder(CommercialOrder order, long by)
    {
        var (data, amount) = (order.Data, order.Amount);
        var hasLineTax = data.LineItems.Any(line => line.Tax is not null);
        yield return new("Amount", data, Moved(amount, by), by, "Amount");
        yield return new("Freight", data with { Freight = Moved(data.Freight, by) }, amount, by, "Freight", "Amount");
        yield return new("Duty", data with { Duty = Moved(data.Duty, by) }, amount, by, "Duty", "Amount");
        yield return new(
            "Discount",
            data with
            {
                Discount = Moved(data.Discount, by),
            },
            amount,
            by,
            "Discount",
            "Amount"
        );

        // A tax on the invoice that the prices contain is not part of any sum.
        if (hasLineTax || !order.Totals.TaxIsIncluded || (data.Tax!.Treatment == TaxTreatment.Exempt && by > 0))
        {
            var tax = data.Tax! with { Amount = Moved(data.Tax.Amount, by) };
            yield return new("Tax.Amount", data with { Tax = tax }, amount, by, "Tax.Amount", "Amount");
        }

        if (hasLineTax && data.FreightTax is not null)
        {
            var moved = data with { FreightTax = Moved(data.FreightTax, by) };
            yield return new("FreightTax", moved, amount, by, "FreightTax", "Tax.Amount");
        }
    }

    private static IEnumerable<Disturbance> OfLine(CommercialOrder order, CommercialLineItem line, int i, long by)
    {
        var at = $"LineItems[{i}]";
        var isWhole = decimal.IsInteger(line.Quantity);
        var unit = Money.FromMinorUnits(by, order.Amount.Currency).Amount;
        yield return new(
            $"{at}.Discount",
            With(order, i, line with { Discount = Moved(line.Discount, by) }),
            order.Amount,
            by,
            $"{at}.Discount",
            $"{at}.NetAmount"
        )
        {
            MayBeARounding = !isWhole,
        };
        yield return new(
            $"{at}.NetAmount",
            With(order, i, line with { NetAmount = Moved(line.NetAmount, by) }),
            order.Amount,
            by,
            $"{at}.NetAmount",
            "Amount",
            "Discount"
        );
        if (line.Tax is not null)
        {
            var moved = With(order, i, line with { Tax = Moved(line.Tax, by) });
            yield return new($"{at}.Tax", moved, order.Amount, by, $"{at}.Tax", "Tax.Amount");
        }

        if (isWhole && line.UnitPrice.Amount + unit >= 0)
        {
            yield return OfPrice(order, line, i, unit, (long)line.Quantity * by);
        }
    }

    private static Disturbance OfPrice(CommercialOrder order, CommercialLineItem line, int i, decimal step, long effect)
    {
        var price = new UnitPrice(line.UnitPrice.Amount + step, order.Amount.Currency);
        return new(
            $"LineItems[{i}].UnitPrice",
            With(order, i, line with { UnitPrice = price }),
            order.Amount,
            effect,
            $"LineItems[{i}].NetAmount",
            $"LineItems[{i}].Discount"
        );
    }

    private static Money Moved(Money? money, long by) =>
        Money.FromMinorUnits(money!.Value.ToMinorUnits() + by, money.Value.Currency);

    private static CommercialCardData With(CommercialOrder order, int at, CommercialLineItem line) =>
        order.Data with
        {
            LineItems = [.. order.Data.LineItems.Select((other, i) => i == at ? line : other)],
        };
}
