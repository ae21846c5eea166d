namespace PaymentAbstractions;

/// <summary>The rules for the amounts of a line, if they can be added up.</summary>
/// <remarks>Findings are created in separate methods, so that a valid line does not pay for their texts.</remarks>
internal static class LineAmountRules
{
    /// <returns>The total of the line, in minor units.</returns>
    public static long Check(ref CommercialCardCheck check, CommercialLineItem line, int i, in LineAmounts amounts)
    {
        var (gross, discount) = (amounts.Gross, amounts.Discount);
        if (discount > gross)
        {
            DiscountIsOver(ref check, i, gross, discount);
            return 0;
        }

        if (
            amounts.DiscountRate != LineAmounts.NoRate
            && !LineMath.IsRateOf(discount, gross, amounts.DiscountRate, contained: false)
        )
        {
            DiscountIsNotItsRate(ref check, line, i, in amounts);
        }

        var net = gross - discount;
        if (line.NetAmount is not null)
        {
            if (amounts.Stated != net)
            {
                NetAmountIsAnother(ref check, line, i, net, in amounts);
            }

            net = amounts.Stated;
        }

        CheckTax(ref check, line, i, net, in amounts);
        return net;
    }

    private static void DiscountIsOver(ref CommercialCardCheck check, int i, long gross, long discount)
    {
        check.Error(
            i,
            nameof(CommercialLineItem.Discount),
            CommercialCardRule.DiscountWithinLine,
            $"at most {check.Text(gross)}",
            check.Text(discount),
            $"must be at most {check.Text(gross)}, quantity x unit price, but is {check.Text(discount)}: off by {check.Text(discount - gross)}."
        );
        check.SumsAreOff = true;
    }

    private static void DiscountIsNotItsRate(
        ref CommercialCardCheck check,
        CommercialLineItem line,
        int i,
        in LineAmounts amounts
    ) =>
        check.Differs(
            CommercialCardCheck.Path(i, nameof(line.Discount)),
            CommercialCardRule.DiscountMatchesRate,
            LineMath.RateOf(amounts.Gross, amounts.DiscountRate, contained: false),
            amounts.Discount,
            FormattableString.Invariant($"{line.DiscountRate} % of {check.Text(amounts.Gross)}")
        );

    private static void NetAmountIsAnother(
        ref CommercialCardCheck check,
        CommercialLineItem line,
        int i,
        long net,
        in LineAmounts amounts
    )
    {
        var field = CommercialCardCheck.Path(i, nameof(line.NetAmount));
        var gross = (Int128)amounts.Stated + amounts.Discount;

        // A shop may round a fraction of a minor unit by another rule than this library, but only if there is a fraction.
        if (
            !LineMath.IsWhole(amounts.Quantity)
            && LineMath.IsRoundingOf(
                gross,
                amounts.Quantity,
                line.UnitPrice.ToTenThousandths(),
                check.Currency.Exponent
            )
        )
        {
            check.Add(
                CommercialCardSeverity.Warning,
                field,
                CommercialCardRule.NetAmountMatchesParts,
                check.Text(net),
                check.Text(amounts.Stated),
                $"is {check.Text(amounts.Stated)}; with midpoints rounded away from zero, the line is {check.Text(net)}."
            );
            return;
        }

        check.Differs(
            field,
            CommercialCardRule.NetAmountMatchesParts,
            net,
            amounts.Stated,
            "quantity x unit price less the discount"
        );
        check.SumsAreOff = true;
    }

    private static void CheckTax(
        ref CommercialCardCheck check,
        CommercialLineItem line,
        int i,
        long net,
        in LineAmounts amounts
    )
    {
        if (line.Tax is null)
        {
            if (line.TaxTreatment == TaxTreatment.Taxable)
            {
                const string missing = "is missing, but the line is taxable.";
                check.Error(i, nameof(line.Tax), CommercialCardRule.TaxableHasTax, "a tax", "none", missing);
            }

            return;
        }

        var tax = amounts.Tax;
        if (line.TaxTreatment == TaxTreatment.Exempt && tax > 0)
        {
            TaxIsOnNothing(ref check, i, tax);
        }

        var taxed = line.DiscountTreatment == DiscountTreatment.TaxBeforeDiscount ? amounts.Gross : net;
        if (line.TaxIncluded && tax > taxed)
        {
            TaxIsOver(ref check, i, taxed, tax);
        }

        if (amounts.TaxRate != LineAmounts.NoRate && !LineMath.IsRateOf(tax, taxed, amounts.TaxRate, line.TaxIncluded))
        {
            TaxIsNotItsRate(ref check, line, i, taxed, in amounts);
        }
    }

    private static void TaxIsOnNothing(ref CommercialCardCheck check, int i, long tax) =>
        check.Error(
            i,
            nameof(CommercialLineItem.Tax),
            CommercialCardRule.ExemptHasNoTax,
            check.Text(0),
            check.Text(tax),
            "must be zero or left out, because the line is exempt."
        );

    private static void TaxIsOver(ref CommercialCardCheck check, int i, long taxed, long tax) =>
        check.Error(
            i,
            nameof(CommercialLineItem.Tax),
            CommercialCardRule.TaxWithinPrice,
            $"at most {check.Text(taxed)}",
            check.Text(tax),
            $"is included in the line and must be at most {check.Text(taxed)}."
        );

    private static void TaxIsNotItsRate(
        ref CommercialCardCheck check,
        CommercialLineItem line,
        int i,
        long taxed,
        in LineAmounts amounts
    ) =>
        check.Differs(
            CommercialCardCheck.Path(i, nameof(line.Tax)),
            CommercialCardRule.TaxMatchesRate,
            LineMath.RateOf(taxed, amounts.TaxRate, line.TaxIncluded),
            amounts.Tax,
            FormattableString.Invariant(
                $"{line.TaxRate} % {(line.TaxIncluded ? "included in" : "of")} {check.Text(taxed)}"
            )
        );
}
