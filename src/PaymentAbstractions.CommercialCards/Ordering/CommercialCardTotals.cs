using System.Globalization;

namespace PaymentAbstractions;

/// <summary>The totals of the parts of an order.</summary>
/// <remarks>
/// The totals are exact and do not depend on the order of the lines. Every amount is in one currency and has a value; a part that is not
/// given is zero. Instances are immutable and compare by value.
/// </remarks>
public sealed record CommercialCardTotals
{
    /// <summary>The lines: quantity x unit price, rounded, less their discounts.</summary>
    public required Money Lines { get; init; }

    /// <summary>The tax of the order, including that of the freight.</summary>
    public required Money Tax { get; init; }

    /// <summary>Whether the prices include the tax, so that it is not added.</summary>
    public required bool TaxIsIncluded { get; init; }

    /// <summary>The freight.</summary>
    public required Money Freight { get; init; }

    /// <summary>The duty.</summary>
    public required Money Duty { get; init; }

    /// <summary>The discount on the order.</summary>
    public required Money Discount { get; init; }

    /// <summary>The amount to pay: lines + tax (unless included) + freight + duty - discount.</summary>
    public required Money Amount { get; init; }

    /// <summary>Adds up an order.</summary>
    /// <param name="data">The order, with at least one line.</param>
    /// <param name="currency">Its currency.</param>
    /// <returns>The totals.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="data"/> is <see langword="null"/>.</exception>
    /// <exception cref="PaymentRequestException">A part cannot be added up, for example an amount in another currency.</exception>
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

    /// <summary>Adds up an order; <see langword="null"/> when that is not possible, in which case the findings give the reason.</summary>
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
                "exceed the largest possible amount."
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

    /// <summary>Returns the sum as an invoice shows it.</summary>
    /// <returns>For example <c>lines 80.00 + tax 6.60 + freight 10.00 + duty 0.00 - discount 0.00 = 96.60 USD</c>.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"lines {Shown(Lines)}{(TaxIsIncluded ? " with tax " : " + tax ")}{Shown(Tax)} + freight {Shown(Freight)} + duty {Shown(Duty)} - discount {Shown(Discount)} = {Amount}"
        );

    private static decimal? Shown(Money amount) => amount.IsSpecified ? amount.Amount : null;
}
