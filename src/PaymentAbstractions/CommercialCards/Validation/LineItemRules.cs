namespace PaymentAbstractions;

/// <summary>What must hold of each line, and what the lines add up to.</summary>
internal static class LineItemRules
{
    public static OrderSums CheckAll(ref CommercialCardCheck check)
    {
        var sums = new OrderSums();
        var lines = check.Data.LineItems.AsSpan();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] is { } line)
            {
                Check(ref check, line, i, ref sums);
            }
            else
            {
                check.Error(i, "", CommercialCardRule.HasValue, "a line", "null", "is missing.");
                check.SumsAreOff = true;
            }
        }

        ProductCodes.CheckUnique(ref check);
        return sums;
    }

    /// <summary>A line's net amount in minor units; none when the line cannot be reckoned with.</summary>
    public static long? Reckon(CommercialLineItem line, Currency currency)
    {
        var data = new CommercialCardData { LineItems = [line with { NetAmount = null, DiscountRate = null }] };
        var check = new CommercialCardCheck(data, Money.Zero(currency), new CommercialCardValidationOptions());
        var sums = CheckAll(ref check);
        return check.SumsAreOff ? null : (long)sums.Lines;
    }

    private static void Check(ref CommercialCardCheck check, CommercialLineItem line, int i, ref OrderSums sums)
    {
        CheckTexts(ref check, line, i);
        check.Choice(i, nameof(line.CommodityScheme), line.CommodityScheme);
        check.Choice(i, nameof(line.UnitOfMeasureScheme), line.UnitOfMeasureScheme);
        check.Choice(i, nameof(line.TaxTreatment), line.TaxTreatment);
        check.Choice(i, nameof(line.DiscountTreatment), line.DiscountTreatment);
        check.Choice(i, nameof(line.Kind), line.Kind);
        sums.HasPricesWithTax |= line.TaxIncluded;
        sums.HasPricesWithoutTax |= !line.TaxIncluded;
        sums.HasLineTax |= line.Tax is not null;
        if (TryReadAmounts(ref check, line, i, out var amounts))
        {
            sums.LineTaxes += amounts.Tax;
            sums.Lines += CheckAmounts(ref check, line, i, in amounts);
        }
    }

    private static void CheckTexts(ref CommercialCardCheck check, CommercialLineItem line, int i)
    {
        TextRules.Code(ref check, i, nameof(line.ProductCode), line.ProductCode, usual: 12, most: 127);
        TextRules.Code(ref check, i, nameof(line.CommodityCode), line.CommodityCode, usual: 12, most: 35);
        TextRules.Description(ref check, i, line.Description);
        TextRules.Code(ref check, i, nameof(line.UnitOfMeasure), line.UnitOfMeasure, usual: 12, most: 14);
        TextRules.Code(ref check, i, nameof(line.TaxType), line.TaxType, usual: 4, most: 4);
        TextRules.Code(ref check, i, nameof(line.PurchaseOrderNumber), line.PurchaseOrderNumber, usual: 22, most: 22);
        TextRules.Code(ref check, i, nameof(line.CatalogueNumber), line.CatalogueNumber, usual: 20, most: 20);
    }

    private static bool TryReadAmounts(
        ref CommercialCardCheck check,
        CommercialLineItem line,
        int i,
        out LineAmounts amounts
    )
    {
        var isUsable = TryReadGross(ref check, line, i, out var quantity, out var gross);
        isUsable &= check.TryRead(line.Discount, i, nameof(line.Discount), out var discount);
        var hasDiscountRate = check.TryReadRate(i, nameof(line.DiscountRate), line.DiscountRate, out var discountRate);
        isUsable &= check.TryRead(line.NetAmount, i, nameof(line.NetAmount), out var stated);
        isUsable &= check.TryRead(line.Tax, i, nameof(line.Tax), out var tax);
        var hasTaxRate = check.TryReadRate(i, nameof(line.TaxRate), line.TaxRate, out var taxRate);
        amounts = new LineAmounts
        {
            Quantity = quantity,
            Gross = gross,
            Discount = discount,
            DiscountRate = hasDiscountRate ? discountRate : LineAmounts.NoRate,
            Stated = stated,
            Tax = tax,
            TaxRate = hasTaxRate ? taxRate : LineAmounts.NoRate,
        };
        return isUsable;
    }

    private static bool TryReadGross(
        ref CommercialCardCheck check,
        CommercialLineItem line,
        int i,
        out long quantity,
        out long gross
    )
    {
        gross = 0;
        var isUsable =
            LineMath.TryReadTenThousandths(line.Quantity, out quantity)
            && quantity is > 0 and <= LineMath.HighestQuantity;
        if (!isUsable)
        {
            check.Error(
                i,
                nameof(line.Quantity),
                CommercialCardRule.QuantityRange,
                "above 0, at most 999999999, at most 4 decimals",
                FormattableString.Invariant($"{line.Quantity}"),
                "must be above zero, at most 999,999,999, with at most 4 decimals."
            );
        }

        if (!line.UnitPrice.IsSpecified)
        {
            check.Error(i, nameof(line.UnitPrice), CommercialCardRule.HasValue, "a price", "no price", "is missing.");
            isUsable = false;
        }
        else if (line.UnitPrice.Currency != check.Currency)
        {
            check.Error(
                i,
                nameof(line.UnitPrice),
                CommercialCardRule.SameCurrency,
                check.Currency.Code,
                line.UnitPrice.Currency.Code,
                $"must be in {check.Currency.Code}, the currency of the payment."
            );
            isUsable = false;
        }

        if (isUsable)
        {
            var product = LineMath.Gross(quantity, line.UnitPrice.ToTenThousandths(), check.Currency.Exponent);
            isUsable = product <= long.MaxValue;
            gross = isUsable ? (long)product : 0;
            if (!isUsable)
            {
                check.Error(
                    i,
                    "",
                    CommercialCardRule.QuantityRange,
                    "a line that fits 64-bit minor units",
                    "more",
                    "comes to more than any amount can be."
                );
            }
        }

        check.SumsAreOff |= !isUsable;
        return isUsable;
    }

    /// <returns>What the line comes to.</returns>
    private static long CheckAmounts(
        ref CommercialCardCheck check,
        CommercialLineItem line,
        int i,
        in LineAmounts amounts
    )
    {
        var (gross, discount) = (amounts.Gross, amounts.Discount);
        if (discount > gross)
        {
            check.Error(
                i,
                nameof(line.Discount),
                CommercialCardRule.DiscountWithinLine,
                $"at most {check.Text(gross)}",
                check.Text(discount),
                $"must be at most {check.Text(gross)}, quantity x unit price, and is {check.Text(discount)}: off by {check.Text(discount - gross)}."
            );
            check.SumsAreOff = true;
            return 0;
        }

        if (
            amounts.DiscountRate != LineAmounts.NoRate
            && line.Discount is not null
            && !LineMath.IsRateOf(discount, gross, amounts.DiscountRate, contained: false)
        )
        {
            check.Differs(
                CommercialCardCheck.Path(i, nameof(line.Discount)),
                CommercialCardRule.DiscountMatchesRate,
                LineMath.RateOf(gross, amounts.DiscountRate, contained: false),
                discount,
                FormattableString.Invariant($"{line.DiscountRate} % of {check.Text(gross)}")
            );
        }

        var net = gross - discount;
        if (line.NetAmount is not null)
        {
            // A shop may round a fraction of a unit by another rule than ours, by one minor unit at the most.
            if (Math.Abs(amounts.Stated - net) > (LineMath.IsWhole(amounts.Quantity) ? 0 : 1))
            {
                check.Differs(
                    CommercialCardCheck.Path(i, nameof(line.NetAmount)),
                    CommercialCardRule.NetAmountMatchesParts,
                    net,
                    amounts.Stated,
                    "quantity x unit price less the discount"
                );
                check.SumsAreOff = true;
            }

            net = amounts.Stated;
        }

        CheckTax(ref check, line, i, net, in amounts);
        return net;
    }

    private static void CheckTax(
        ref CommercialCardCheck check,
        CommercialLineItem line,
        int i,
        long net,
        in LineAmounts amounts
    )
    {
        const string field = nameof(line.Tax);
        if (line.Tax is null)
        {
            if (line.TaxTreatment == TaxTreatment.Taxable)
            {
                const string missing = "is missing, and the line is taxable.";
                check.Error(i, field, CommercialCardRule.TaxableHasTax, "a tax", "none", missing);
            }

            return;
        }

        var tax = amounts.Tax;
        if (line.TaxTreatment == TaxTreatment.Exempt && tax > 0)
        {
            check.Error(
                i,
                field,
                CommercialCardRule.ExemptHasNoTax,
                check.Text(0),
                check.Text(tax),
                "must be zero or left out, for the line is exempt."
            );
        }

        if (line.TaxIncluded && tax > net)
        {
            check.Error(
                i,
                field,
                CommercialCardRule.TaxWithinPrice,
                $"at most {check.Text(net)}",
                check.Text(tax),
                $"is contained in the line and must be at most {check.Text(net)}."
            );
        }

        var taxed = line.DiscountTreatment == DiscountTreatment.TaxBeforeDiscount ? amounts.Gross : net;
        if (amounts.TaxRate != LineAmounts.NoRate && !LineMath.IsRateOf(tax, taxed, amounts.TaxRate, line.TaxIncluded))
        {
            check.Differs(
                CommercialCardCheck.Path(i, field),
                CommercialCardRule.TaxMatchesRate,
                LineMath.RateOf(taxed, amounts.TaxRate, line.TaxIncluded),
                tax,
                FormattableString.Invariant(
                    $"{line.TaxRate} % {(line.TaxIncluded ? "contained in" : "of")} {check.Text(taxed)}"
                )
            );
        }
    }
}
