using System.Globalization;

namespace PaymentAbstractions;

/// <summary>The rules for each line, and the sums of the lines.</summary>
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

    /// <summary>A line's net amount in minor units; <see langword="null"/> when it cannot be calculated.</summary>
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
        CheckCommodity(ref check, line.CommodityCode, i);
        check.Choice(
            i,
            nameof(line.UnitOfMeasureScheme),
            line.UnitOfMeasureScheme,
            UnitOfMeasureScheme.UneceRecommendation20
        );
        check.Choice(i, nameof(line.TaxTreatment), line.TaxTreatment, TaxTreatment.Exempt);
        check.Choice(i, nameof(line.DiscountTreatment), line.DiscountTreatment, DiscountTreatment.TaxBeforeDiscount);
        check.Choice(i, nameof(line.Kind), line.Kind, LineItemKind.Service);
        sums.HasPricesWithTax |= line.TaxIncluded;
        sums.HasPricesWithoutTax |= !line.TaxIncluded;
        sums.HasLineTax |= line.Tax is not null;
        if (TryReadAmounts(ref check, line, i, out var amounts))
        {
            sums.LineTaxes += amounts.Tax;
            sums.Lines += LineAmountRules.Check(ref check, line, i, in amounts);
        }
    }

    private static void CheckTexts(ref CommercialCardCheck check, CommercialLineItem line, int i)
    {
        TextRules.Reference(ref check, i, nameof(line.ProductCode), line.ProductCode, usual: 12, most: 127);
        TextRules.Description(ref check, i, line.Description);
        TextRules.Code(ref check, i, nameof(line.UnitOfMeasure), line.UnitOfMeasure, usual: 12, most: 14);
        TextRules.Code(ref check, i, nameof(line.TaxType), line.TaxType, usual: 4, most: 4);
        TextRules.Reference(
            ref check,
            i,
            nameof(line.PurchaseOrderNumber),
            line.PurchaseOrderNumber,
            usual: 22,
            most: 22
        );
        TextRules.Reference(ref check, i, nameof(line.CatalogNumber), line.CatalogNumber, usual: 20, most: 20);
    }

    private static void CheckCommodity(ref CommercialCardCheck check, CommodityCode? commodity, int i)
    {
        if (commodity is null)
        {
            return;
        }

        const string name = nameof(CommercialLineItem.CommodityCode);
        check.Choice(i, "CommodityCode.Scheme", commodity.Scheme, CommodityScheme.Nigp);
        TextRules.Reference(ref check, i, name, commodity.Code, usual: 12, most: 35, CommercialCardSeverity.Error);
        if (commodity.Code is null)
        {
            check.Error(i, name, CommercialCardRule.HasValue, "a code", "null", "is missing.");
        }
        else if (!commodity.HasFormOfScheme())
        {
            check.Add(
                CommercialCardSeverity.Warning,
                CommercialCardCheck.Path(i, name),
                CommercialCardRule.CommodityCodeForm,
                $"a code of {commodity.Scheme}",
                "another format",
                $"does not have the format of {commodity.Scheme}; check the code and its scheme."
            );
        }
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
            QuantityIsOff(ref check, i, line.Quantity);
        }

        var price = line.UnitPrice;
        if (!price.IsSpecified || price.Currency != check.Currency)
        {
            PriceIsOff(ref check, i, price);
            isUsable = false;
        }

        if (isUsable)
        {
            var product = LineMath.Gross(quantity, price.ToTenThousandths(), check.Currency.Exponent);
            isUsable = product <= long.MaxValue;
            gross = isUsable ? (long)product : 0;
            if (!isUsable)
            {
                LineIsOff(ref check, i);
            }
        }

        check.SumsAreOff |= !isUsable;
        return isUsable;
    }

    // Findings are created in separate methods, so that a valid line does not pay for their texts.
    private static void QuantityIsOff(ref CommercialCardCheck check, int i, decimal quantity) =>
        check.Error(
            i,
            nameof(CommercialLineItem.Quantity),
            CommercialCardRule.QuantityRange,
            "greater than 0, at most 999999999, at most 4 decimals",
            quantity.ToString(CultureInfo.InvariantCulture),
            "must be greater than zero, at most 999,999,999, with at most 4 decimals."
        );

    private static void PriceIsOff(ref CommercialCardCheck check, int i, UnitPrice price)
    {
        const string name = nameof(CommercialLineItem.UnitPrice);
        if (!price.IsSpecified)
        {
            check.Error(i, name, CommercialCardRule.HasValue, "a price", "no price", "is missing.");
            return;
        }

        check.Error(
            i,
            name,
            CommercialCardRule.SameCurrency,
            check.Currency.Code,
            price.Currency.Code,
            $"must be in {check.Currency.Code}, the currency of the payment."
        );
    }

    private static void LineIsOff(ref CommercialCardCheck check, int i) =>
        check.Error(
            i,
            "",
            CommercialCardRule.QuantityRange,
            "a line that fits 64-bit minor units",
            "more",
            "exceeds the largest possible amount."
        );
}
