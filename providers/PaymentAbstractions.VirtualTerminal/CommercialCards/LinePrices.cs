namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Calculates the prices of Level III. Their sum with tax and freight is exactly the amount, with two decimals and whole cents in every
/// line; nothing is rounded, and no price is left to the catalog.
/// </summary>
internal static class LinePrices
{
    private const long MaxPrice = 10_000_000_000 * Reckoning.TenThousand;
    private const int PerCent = 100;

    /// <returns>The lines as they are sent; empty when there is a problem.</returns>
    public static ValueList<PlannedLine> Plan(
        CommercialCardData data,
        Money amount,
        VirtualTerminalAccount account,
        ProblemList problems
    )
    {
        if (ContainsTax(data, problems) || !IsUsable(data, amount, account.Currency))
        {
            return [];
        }

        var before = problems.Count;
        var sums = data.LineItems.Select(LineSum.Of).ToList();
        var nets = Adjustments.Fold(data, sums, account.Options, problems);
        var folds = account.Options.FoldAdjustmentsIntoPrices;
        var prices = sums.Select(
                (sum, i) =>
                    folds && (sum.Discount != 0 || nets[i] != sum.Net)
                        ? Folded(sum, nets[i], data.LineItems[i], i, problems)
                        : Given(sum, data.LineItems[i], i, problems)
            )
            .ToList();
        if (problems.Count == before)
        {
            CheckSum(data, nets, amount, problems);
        }

        return problems.Count > before
            ? []
            :
            [
                .. data.LineItems.Select(
                    (line, i) =>
                        new PlannedLine(
                            line.ProductCode ?? "",
                            line.Quantity,
                            Money.FromMinorUnits((long)prices[i], account.Currency).Amount
                        )
                ),
            ];
    }

    private static bool ContainsTax(CommercialCardData data, ProblemList problems)
    {
        const string remedy = "prices must exclude tax at this provider; set them without tax, or request Level II.";
        var inLines = data.LineItems.Any(line => line is { TaxIncluded: true });
        var inCalculation = data.Tax?.Calculation is TaxCalculation.GrossPerLine or TaxCalculation.GrossPerInvoice;
        if (inLines)
        {
            problems.Add("LineItems[*].TaxIncluded", $"cannot be sent: {remedy}");
        }

        if (inCalculation)
        {
            problems.Add("Tax.Calculation", $"cannot be sent: {remedy}");
        }

        return inLines || inCalculation;
    }

    // The pipeline reports unusable figures, and missing lines have already been reported; sums of them would only confuse.
    private static bool IsUsable(CommercialCardData data, Money amount, Currency currency) =>
        data.LineItems.Count > 0
        && Reckoning.IsUsable(amount, currency)
        && Reckoning.IsUsable(data.Tax?.Amount, currency)
        && Reckoning.IsUsable(data.Freight, currency)
        && Reckoning.IsUsable(data.Discount, currency)
        && Reckoning.IsUsable(data.Duty, currency)
        && data.LineItems.All(line =>
            Reckoning.IsUsable(line, currency)
            && LineSum.Of(line) is var sum
            && sum.Gross <= long.MaxValue
            && sum.Discount <= sum.Gross
        )
        && Reckoning.Cents(data.Discount)
            <= data.LineItems.Aggregate(Int128.Zero, (sum, line) => sum + LineSum.Of(line).Net);

    /// <returns>The price in cents.</returns>
    private static Int128 Given(LineSum sum, CommercialLineItem line, int i, ProblemList problems)
    {
        var field = LineRules.Path(i);
        if (sum.Price > MaxPrice || sum.Price % PerCent != 0)
        {
            problems.Add(
                $"{field}.{nameof(line.UnitPrice)}",
                $"({line.UnitPrice}) must have at most two decimals at this provider, which may round a more precise price."
            );
        }
        else if (sum.Fraction != 0)
        {
            problems.Add(
                field,
                FormattableString.Invariant(
                    $"has a total of {line.Quantity * line.UnitPrice.Amount:0.00####}, which exceeds whole cents by {Reckoning.Text(sum.Fraction, 1_000_000)}; it is not documented how the provider rounds."
                )
            );
        }
        else
        {
            CheckAboveZero(sum.Price, field, problems);
        }

        return sum.Price / PerCent;
    }

    /// <returns>The price in cents, including discounts and duty.</returns>
    private static Int128 Folded(LineSum sum, Int128 net, CommercialLineItem line, int i, ProblemList problems)
    {
        var field = LineRules.Path(i);
        var (price, missed) = Int128.DivRem(net * Reckoning.TenThousand, sum.Quantity);
        if (missed != 0 || price > MaxPrice / PerCent)
        {
            problems.Add(
                field,
                FormattableString.Invariant(
                    $"has a total of {Reckoning.Text(net)} with discounts and duty, but a quantity of {line.Quantity:0.####} needs a price with more than two decimals; {Reckoning.Text(price)} each differs by {Reckoning.Text(missed, Reckoning.TenThousand)}. Set the reduced price, or request Level II."
                )
            );
        }
        else
        {
            CheckAboveZero(price, field, problems);
        }

        return price;
    }

    private static void CheckAboveZero(Int128 price, string field, ProblemList problems)
    {
        if (price == 0)
        {
            problems.Add(
                $"{field}.{nameof(CommercialLineItem.UnitPrice)}",
                "is zero, and it is not documented whether the provider then uses the catalog's price; omit the line."
            );
        }
    }

    // The pipeline has checked the order's own sum; this is the final check of the data that is sent.
    private static void CheckSum(CommercialCardData data, List<Int128> nets, Money amount, ProblemList problems)
    {
        var besides = (Int128)Reckoning.Cents(data.Tax?.Amount) + Reckoning.Cents(data.Freight);
        var sum = nets.Aggregate(besides, (total, net) => total + net);
        if (sum != amount.ToMinorUnits())
        {
            problems.Add(
                nameof(ICommercialCardRequest.Amount),
                $"is {amount}, but the lines, the tax and the freight add up to {Reckoning.Text(sum)}, a difference of {Reckoning.Text(Int128.Abs(sum - amount.ToMinorUnits()))}."
            );
        }
    }
}
