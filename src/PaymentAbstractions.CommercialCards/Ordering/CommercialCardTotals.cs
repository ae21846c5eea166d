using System.Globalization;

namespace PaymentAbstractions;

/// <summary>What the parts of an order come to.</summary>
/// <remarks>
/// Exact, and the same whatever the order of the lines. Immutable, compares by value. Every amount is in one currency and has
/// a value; a part that is not given counts as zero.
/// </remarks>
public sealed record CommercialCardTotals
{
    /// <summary>The lines: quantity x unit price, rounded, less their discounts.</summary>
    public required Money Lines { get; init; }

    /// <summary>The tax of the order, that on the freight included.</summary>
    public required Money Tax { get; init; }

    /// <summary>Whether the prices contain the tax, so that it is not added.</summary>
    public required bool TaxIsIncluded { get; init; }

    /// <summary>The freight.</summary>
    public required Money Freight { get; init; }

    /// <summary>The duty.</summary>
    public required Money Duty { get; init; }

    /// <summary>The discount on the order.</summary>
    public required Money Discount { get; init; }

    /// <summary>What is to be paid: lines + tax (unless included) + freight + duty - discount.</summary>
    public required Money Amount { get; init; }

    /// <summary>Adds an order up.</summary>
    /// <param name="data">The order, with at least one line.</param>
    /// <param name="currency">Its currency.</param>
    /// <returns>The totals.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is null.</exception>
    /// <exception cref="PaymentRequestException">A part cannot be reckoned with, for example an amount in another currency.</exception>
    public static CommercialCardTotals Of(CommercialCardData data, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(data);
        var check = new CommercialCardCheck(data, Money.Zero(currency), new CommercialCardValidationOptions());
        if (AddUp(ref check) is { } totals)
        {
            return totals;
        }

        CommercialOrder.Refuse(check.Findings());
        return null;
    }

    /// <summary>Adds an order up; none when that cannot be done, and the findings tell why.</summary>
    internal static CommercialCardTotals? AddUp(ref CommercialCardCheck check)
    {
        var sums = LineItemRules.CheckAll(ref check);
        var parts = SumRules.Read(ref check, in sums);
        var amount = parts.Total(sums.Lines);
        if (!check.SumsAreOff && (sums.Lines > long.MaxValue || Int128.Abs(amount) > long.MaxValue))
        {
            check.Error(
                nameof(check.Data.LineItems),
                CommercialCardRule.QuantityRange,
                "sums that fit 64-bit minor units",
                "more",
                "come to more than any amount can be."
            );
            check.SumsAreOff = true;
        }

        return check.SumsAreOff
            ? null
            : new CommercialCardTotals
            {
                Lines = Money.FromMinorUnits((long)sums.Lines, check.Currency),
                Tax = Money.FromMinorUnits(parts.Tax, check.Currency),
                TaxIsIncluded = parts.ContainsTax,
                Freight = Money.FromMinorUnits(parts.Freight, check.Currency),
                Duty = Money.FromMinorUnits(parts.Duty, check.Currency),
                Discount = Money.FromMinorUnits(parts.Discount, check.Currency),
                Amount = Money.FromMinorUnits((long)amount, check.Currency),
            };
    }

    /// <summary>The sum as it would stand under an invoice.</summary>
    /// <returns>For example <c>lines 80.00 + tax 6.60 + freight 10.00 + duty 0.00 - discount 0.00 = 96.60 USD</c>.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"lines {Shown(Lines)}{(TaxIsIncluded ? " with tax " : " + tax ")}{Shown(Tax)} + freight {Shown(Freight)} + duty {Shown(Duty)} - discount {Shown(Discount)} = {Amount}"
        );

    private static decimal? Shown(Money amount) => amount.IsSpecified ? amount.Amount : null;
}
