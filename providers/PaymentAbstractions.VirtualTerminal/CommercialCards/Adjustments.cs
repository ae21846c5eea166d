namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Handles discounts and duty, which have no field at the provider although the amount includes them: they are refused, or, if the option
/// allows it, distributed over the lines where that is exact.
/// </summary>
internal static class Adjustments
{
    /// <returns>The total of each line, in cents.</returns>
    public static List<Int128> Fold(
        CommercialCardData data,
        List<LineSum> sums,
        VirtualTerminalOptions options,
        ProblemList problems
    )
    {
        var nets = sums.ConvertAll(sum => sum.Net);
        if (!options.FoldAdjustmentsIntoPrices)
        {
            RefuseAll(data, problems);
            return nets;
        }

        var weights = sums.ConvertAll(sum => sum.Net);
        Spread(nameof(data.Discount), data.Discount, -1, weights, nets, problems);
        Spread(nameof(data.Duty), data.Duty, 1, weights, nets, problems);
        return nets;
    }

    private static void RefuseAll(CommercialCardData data, ProblemList problems)
    {
        Refuse(nameof(data.Discount), data.Discount, problems);
        Refuse(nameof(data.Duty), data.Duty, problems);
        for (var i = 0; i < data.LineItems.Count; i++)
        {
            Refuse($"{LineRules.Path(i)}.{nameof(data.Discount)}", data.LineItems[i].Discount, problems);
        }
    }

    private static void Refuse(string field, Money? amount, ProblemList problems)
    {
        if (amount is { IsZero: false } money)
        {
            problems.Add(
                field,
                $"has no field at this provider, and without it the amount differs by {money}; include it in the prices, or enable the option {nameof(VirtualTerminalOptions.FoldAdjustmentsIntoPrices)}."
            );
        }
    }

    /// <summary>Distributes an amount over the lines in proportion to their totals.</summary>
    private static void Spread(
        string field,
        Money? amount,
        int sign,
        List<Int128> weights,
        List<Int128> nets,
        ProblemList problems
    )
    {
        var cents = Reckoning.Cents(amount);
        if (cents == 0)
        {
            return;
        }

        var whole = weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight);
        if (whole == 0)
        {
            problems.Add(field, "cannot be distributed over the lines, because their total is zero.");
            return;
        }

        for (var i = 0; i < weights.Count; i++)
        {
            var (share, missed) = Int128.DivRem(cents * weights[i], whole);
            nets[i] += sign * share;
            if (missed != 0)
            {
                problems.Add(
                    LineRules.Path(i),
                    $"has a share in {field} ({amount}) that is not a whole cent: {Reckoning.Text(share)} differs by {Reckoning.Text(missed, whole)}. Include it in the prices, or request Level II."
                );
            }
        }
    }
}
