namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// The prices of Level III. What they make with tax and freight is the amount exactly, with two decimals and whole cents in
/// every line; nothing is rounded, and no price is left to the catalog.
/// </summary>
internal static class LinePrices
{
    private const long MostPrice = 10_000_000_000 * Reckoning.TenThousand;
    private const int PerCent = 100;

    /// <returns>The lines as they are sent; none when something forbids that.</returns>
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
        const string mend = "prices are without tax here; give them so, or ask for Level II.";
        var inLines = data.LineItems.Any(line => line is { TaxIncluded: true });
        var inCalculation = data.Tax?.Calculation is TaxCalculation.GrossPerLine or TaxCalculation.GrossPerInvoice;
        if (inLines)
        {
            problems.Add("LineItems[*].TaxIncluded", $"cannot be sent: {mend}");
        }

        if (inCalculation)
        {
            problems.Add("Tax.Calculation", $"cannot be sent: {mend}");
        }

        return inLines || inCalculation;
    }

    // What is not, the pipeline tells, or that there are no lines has been told; sums of it would only confuse.
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
        if (sum.Price > MostPrice || sum.Price % PerCent != 0)
        {
            problems.Add(
                $"{field}.{nameof(line.UnitPrice)}",
                $"({line.UnitPrice}) must have at most two decimals here; the provider may round a finer one."
            );
        }
        else if (sum.Fraction != 0)
        {
            problems.Add(
                field,
                FormattableString.Invariant(
                    $"comes to {line.Quantity * line.UnitPrice.Amount:0.00####}, finer than a cent by {Reckoning.Text(sum.Fraction, 1_000_000)}; nobody knows how the provider rounds it."
                )
            );
        }
        else
        {
            CheckAboveZero(sum.Price, field, problems);
        }

        return sum.Price / PerCent;
    }

    /// <returns>The price in cents, discounts and duty in it.</returns>
    private static Int128 Folded(LineSum sum, Int128 net, CommercialLineItem line, int i, ProblemList problems)
    {
        var field = LineRules.Path(i);
        var (price, missed) = Int128.DivRem(net * Reckoning.TenThousand, sum.Quantity);
        if (missed != 0 || price > MostPrice / PerCent)
        {
            problems.Add(
                field,
                FormattableString.Invariant(
                    $"does not fold: {Reckoning.Text(net)} for {line.Quantity:0.####} is no price of two decimals; {Reckoning.Text(price)} each is off by {Reckoning.Text(missed, Reckoning.TenThousand)}. Give the reduced price, or ask for Level II."
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
                "comes to zero, and it is not documented whether the catalog's price then counts; leave the line out."
            );
        }
    }

    // The pipeline has checked the order's own sum; this is the last look at what is sent of it.
    private static void CheckSum(CommercialCardData data, List<Int128> nets, Money amount, ProblemList problems)
    {
        var besides = (Int128)Reckoning.Cents(data.Tax?.Amount) + Reckoning.Cents(data.Freight);
        var sum = nets.Aggregate(besides, (total, net) => total + net);
        if (sum != amount.ToMinorUnits())
        {
            problems.Add(
                nameof(ICommercialCardRequest.Amount),
                $"is {amount}, and the lines, the tax and the freight make {Reckoning.Text(sum)}: off by {Reckoning.Text(Int128.Abs(sum - amount.ToMinorUnits()))}."
            );
        }
    }
}
