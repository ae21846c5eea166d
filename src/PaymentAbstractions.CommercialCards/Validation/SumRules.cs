namespace PaymentAbstractions;

/// <summary>The rules for the parts of an order and its amount.</summary>
internal static class SumRules
{
    private const int Header = CommercialCardCheck.Header;
    private const string TaxField = "Tax.Amount";

    public static void Check(ref CommercialCardCheck check, in OrderSums sums)
    {
        var data = check.Data;
        var parts = Read(ref check, in sums);
        CheckTreatment(ref check, data.Tax, parts.Tax);
        if (check.SumsAreOff)
        {
            // Malformed values have been reported; findings about their sums would only confuse.
            return;
        }

        CheckPart(ref check, nameof(data.FreightTax), parts.FreightTax, parts.Tax);
        CheckPart(ref check, "Tax.NationalAmount", parts.NationalTax, parts.Tax);
        CheckFreightTax(ref check, in parts);
        if (sums.HasLineTax && sums.LineTaxes + parts.FreightTax != parts.Tax)
        {
            check.Differs(
                TaxField,
                CommercialCardRule.LineTaxesMakeTax,
                sums.LineTaxes + parts.FreightTax,
                parts.Tax,
                $"taxes of the lines {check.Text(sums.LineTaxes)} + of the freight {check.Text(parts.FreightTax)}"
            );
        }

        if (data.LineItems.Count > 0)
        {
            CheckTotal(ref check, sums.Lines, in parts);
        }
        else
        {
            CheckWithoutLines(ref check, in parts);
        }
    }

    public static OrderParts Read(ref CommercialCardCheck check, in OrderSums sums)
    {
        var data = check.Data;
        check.TryRead(data.Tax?.Amount, Header, TaxField, out var tax);
        check.TryRead(data.Tax?.NationalAmount, Header, "Tax.NationalAmount", out var national);
        check.TryRead(data.Freight, Header, nameof(data.Freight), out var freight);
        check.TryRead(data.FreightTax, Header, nameof(data.FreightTax), out var freightTax);
        check.TryRead(data.Duty, Header, nameof(data.Duty), out var duty);
        check.TryRead(data.Discount, Header, nameof(data.Discount), out var discount);
        return new OrderParts
        {
            Tax = tax,
            NationalTax = national,
            Freight = freight,
            FreightTax = freightTax,
            Duty = duty,
            Discount = discount,
            ContainsTax = ContainsTax(ref check, in sums),
        };
    }

    private static bool ContainsTax(ref CommercialCardCheck check, in OrderSums sums)
    {
        var calculation = check.Data.Tax?.Calculation ?? TaxCalculation.NotProvided;
        var saysGross = calculation is TaxCalculation.GrossPerLine or TaxCalculation.GrossPerInvoice;
        var saysNet = calculation is TaxCalculation.NetPerLine or TaxCalculation.NetPerInvoice;
        if (
            (sums.HasPricesWithTax && sums.HasPricesWithoutTax)
            || (sums.HasPricesWithTax && saysNet)
            || (sums.HasPricesWithoutTax && saysGross)
        )
        {
            check.Error(
                Header,
                "LineItems",
                CommercialCardRule.OneTaxInclusion,
                saysGross ? "prices with tax in every line"
                    : saysNet ? "prices without tax in every line"
                    : "prices with tax in every line or in none",
                "a mixture, or the opposite",
                "must include tax in the prices of all lines or of none, in line with Tax.Calculation; set TaxIncluded accordingly."
            );
            check.SumsAreOff = true;
        }

        return sums.HasPricesWithTax || (saysGross && !sums.HasPricesWithoutTax);
    }

    private static void CheckTreatment(ref CommercialCardCheck check, CommercialTax? tax, long amount)
    {
        if (tax is { Treatment: TaxTreatment.Exempt } && amount > 0)
        {
            check.Error(
                Header,
                TaxField,
                CommercialCardRule.ExemptHasNoTax,
                check.Text(0),
                check.Text(amount),
                "must be zero or left out, because the order is exempt."
            );
        }

        if (tax is { Treatment: TaxTreatment.Taxable, Amount: null })
        {
            check.Error(
                Header,
                TaxField,
                CommercialCardRule.TaxableHasTax,
                "a tax",
                "none",
                "is missing, but the order is taxable."
            );
        }
    }

    private static void CheckPart(ref CommercialCardCheck check, string field, long part, long tax)
    {
        if (part > tax)
        {
            check.Error(
                Header,
                field,
                CommercialCardRule.TaxContainsItsParts,
                $"at most {check.Text(tax)}",
                check.Text(part),
                $"is a part of Tax.Amount and must be at most {check.Text(tax)}, but is {check.Text(part)}: off by {check.Text(part - tax)}."
            );
        }
    }

    private static void CheckFreightTax(ref CommercialCardCheck check, in OrderParts parts)
    {
        var data = check.Data;
        if (parts.ContainsTax && parts.FreightTax > parts.Freight)
        {
            check.Error(
                Header,
                nameof(data.FreightTax),
                CommercialCardRule.TaxWithinPrice,
                $"at most {check.Text(parts.Freight)}",
                check.Text(parts.FreightTax),
                $"is included in the freight and must be at most {check.Text(parts.Freight)}."
            );
        }

        if (
            check.TryReadRate(Header, nameof(data.FreightTaxRate), data.FreightTaxRate, out var rate)
            && data.FreightTax is not null
            && !LineMath.IsRateOf(parts.FreightTax, parts.Freight, rate, parts.ContainsTax)
        )
        {
            check.Differs(
                nameof(data.FreightTax),
                CommercialCardRule.TaxMatchesRate,
                LineMath.RateOf(parts.Freight, rate, parts.ContainsTax),
                parts.FreightTax,
                FormattableString.Invariant(
                    $"{data.FreightTaxRate} % {(parts.ContainsTax ? "included in" : "of")} {check.Text(parts.Freight)}"
                )
            );
        }
    }

    private static void CheckTotal(ref CommercialCardCheck check, Int128 lines, in OrderParts parts)
    {
        if (parts.Discount > lines)
        {
            check.Error(
                Header,
                "Discount",
                CommercialCardRule.DiscountWithinOrder,
                $"at most {check.Text(lines)}",
                check.Text(parts.Discount),
                $"must be at most {check.Text(lines)}, the lines, but is {check.Text(parts.Discount)}: off by {check.Text(parts.Discount - lines)}."
            );
            return;
        }

        var total = parts.Total(lines);
        var amount = check.Amount.ToMinorUnits();
        if (total != amount)
        {
            var tax = parts.ContainsTax ? " with tax" : $" + tax {check.Text(parts.Tax)}";
            check.Differs(
                CommercialCardCheck.AmountField,
                CommercialCardRule.PartsMakeAmount,
                total,
                amount,
                $"lines {check.Text(lines)}{tax} + freight {check.Text(parts.Freight)} + duty {check.Text(parts.Duty)} - discount {check.Text(parts.Discount)}"
            );
        }
        else if (parts.ContainsTax && parts.Tax > total)
        {
            check.Error(
                Header,
                TaxField,
                CommercialCardRule.TaxWithinPrice,
                $"at most {check.Text(total)}",
                check.Text(parts.Tax),
                $"is included in the prices and must be at most {check.Text(total)}."
            );
        }
    }

    private static void CheckWithoutLines(ref CommercialCardCheck check, in OrderParts parts)
    {
        // The tax in freight must not be counted twice.
        var others = (Int128)parts.Freight + parts.Duty;
        var least = parts.ContainsTax ? Int128.Max(parts.Tax, others) : parts.Tax + others;
        var amount = check.Amount.ToMinorUnits();
        if (least > amount)
        {
            check.Error(
                CommercialCardCheck.AmountField,
                CommercialCardRule.PartsWithinAmount,
                $"at least {check.Text(least)}",
                check.Text(amount),
                $"must include the tax, the freight and the duty, which add up to {check.Text(least)}, but is {check.Text(amount)}: off by {check.Text(least - amount)}."
            );
        }
    }
}
