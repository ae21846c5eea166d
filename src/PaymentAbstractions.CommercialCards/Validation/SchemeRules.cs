using System.Globalization;
using System.Runtime.CompilerServices;

namespace PaymentAbstractions;

/// <summary>
/// Checks an order against the limits of the card's scheme: errors when it is known, warnings for every scheme otherwise.
/// </summary>
internal static class SchemeRules
{
    // The strictest limits of all schemes for a line.
    private static readonly CommercialCardSchemeLimits Strictest = CommercialCardSchemeLimits.Visa with
    {
        DescriptionLength = CommercialCardSchemeLimits.All.Min(limits => limits.DescriptionLength),
        UnitOfMeasureLength = CommercialCardSchemeLimits.All.Min(limits => limits.UnitOfMeasureLength),
        LineAmountDigits = CommercialCardSchemeLimits.All.Min(limits => limits.LineAmountDigits),
        NeedsNumericCommodityCode = CommercialCardSchemeLimits.All.Any(limits => limits.NeedsNumericCommodityCode),
        NeedsLineDiscount = false,
    };

    // The same for every scheme.
    private const int OrderAmountDigits = 12;

    public static void Check(ref CommercialCardCheck check)
    {
        CheckLimits(ref check);
        ProgramRules.Check(ref check);
    }

    private static void CheckLimits(ref CommercialCardCheck check)
    {
        var brand = check.Options.Brand;
        if (brand == CardBrand.Discover)
        {
            check.Add(
                CommercialCardSeverity.Info,
                nameof(CommercialCardData),
                CommercialCardRule.SchemeCarriesData,
                "Level I",
                "more",
                "is not carried by Discover, which supports only Level I."
            );
        }

        if (brand.IsSpecified)
        {
            if (CommercialCardSchemeLimits.Of(brand) is { } limits)
            {
                CheckKnown(ref check, limits);
            }

            return;
        }

        // Most lines fit every scheme, and then one check of each is enough.
        var lines = check.Data.LineItems.AsSpan();
        var unfit = FirstUnfit(lines, Strictest);
        foreach (var limits in CommercialCardSchemeLimits.All.AsSpan())
        {
            Order(ref check, limits, CommercialCardSeverity.Warning);
            for (var i = unfit; i < lines.Length; i++)
            {
                Line(ref check, i, lines[i], limits, CommercialCardSeverity.Warning);
            }
        }
    }

    private static void CheckKnown(ref CommercialCardCheck check, CommercialCardSchemeLimits limits)
    {
        Order(ref check, limits, CommercialCardSeverity.Error);
        var lines = check.Data.LineItems.AsSpan();
        if (lines.Length > 0)
        {
            Lines(ref check, lines.Length, limits);
        }

        for (var i = FirstUnfit(lines, limits); i < lines.Length; i++)
        {
            Line(ref check, i, lines[i], limits, CommercialCardSeverity.Error);
        }
    }

    /// <summary>The first line for which a scheme has a finding; the number of lines when there is none.</summary>
    private static int FirstUnfit(ReadOnlySpan<CommercialLineItem> lines, CommercialCardSchemeLimits limits)
    {
        var highest = HighestOf(limits.LineAmountDigits);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] is { } line && !Fits(line, limits, highest))
            {
                return i;
            }
        }

        return lines.Length;
    }

    private static bool Fits(CommercialLineItem line, CommercialCardSchemeLimits limits, long highest) =>
        (line.Description is not { } description || description.Length <= limits.DescriptionLength)
        && (line.UnitOfMeasure is not { } unit || unit.Length <= limits.UnitOfMeasureLength)
        && (line.Tax is not { IsSpecified: true } tax || tax.ToMinorUnits() < highest)
        && (
            line.Discount is { } discount
                ? !discount.IsSpecified || discount.ToMinorUnits() < highest
                : !limits.NeedsLineDiscount
        )
        && (
            !limits.NeedsNumericCommodityCode
            || line.CommodityCode is not { Code: { } code }
            || TextRules.IsNumeric(code)
        );

    private static void Order(
        ref CommercialCardCheck check,
        CommercialCardSchemeLimits limits,
        CommercialCardSeverity severity
    )
    {
        const int header = CommercialCardCheck.Header;
        var data = check.Data;
        Length(
            ref check,
            header,
            nameof(data.CustomerReference),
            data.CustomerReference,
            limits.CustomerReferenceLength,
            limits,
            severity
        );
        Digits(ref check, header, nameof(data.Freight), data.Freight, limits.FreightDigits, limits, severity);
        Digits(ref check, header, nameof(data.Duty), data.Duty, limits.FreightDigits, limits, severity);
        Digits(ref check, header, nameof(data.Discount), data.Discount, OrderAmountDigits, limits, severity);
        if (data.Tax is { } tax)
        {
            Digits(ref check, header, "Tax.Amount", tax.Amount, OrderAmountDigits, limits, severity);
        }
    }

    // Only for a known scheme, and never an error, because the maximum number of lines is not verified.
    private static void Lines(ref CommercialCardCheck check, int count, CommercialCardSchemeLimits limits)
    {
        if (count > limits.LineItems)
        {
            check.Add(
                CommercialCardSeverity.Warning,
                nameof(CommercialCardData.LineItems),
                CommercialCardRule.SchemeLimit,
                FormattableString.Invariant($"at most {limits.LineItems} lines"),
                FormattableString.Invariant($"{count} lines"),
                FormattableString.Invariant($"are {count}; {limits.Brand} probably accepts {limits.LineItems}.")
            );
        }

        if (limits.HighestLevel < CommercialDataLevel.LevelIII)
        {
            check.Add(
                CommercialCardSeverity.Info,
                nameof(CommercialCardData.LineItems),
                CommercialCardRule.SchemeCarriesData,
                $"{limits.HighestLevel}",
                "line items",
                $"bring no lower rate at {limits.Brand}, which accepts {limits.HighestLevel}; they are only for reports."
            );
        }
    }

    private static void Line(
        ref CommercialCardCheck check,
        int i,
        CommercialLineItem? line,
        CommercialCardSchemeLimits limits,
        CommercialCardSeverity severity
    )
    {
        if (line is null)
        {
            return;
        }

        Length(ref check, i, nameof(line.Description), line.Description, limits.DescriptionLength, limits, severity);
        Length(
            ref check,
            i,
            nameof(line.UnitOfMeasure),
            line.UnitOfMeasure,
            limits.UnitOfMeasureLength,
            limits,
            severity
        );
        Digits(ref check, i, nameof(line.Tax), line.Tax, limits.LineAmountDigits, limits, severity);
        Digits(ref check, i, nameof(line.Discount), line.Discount, limits.LineAmountDigits, limits, severity);
        if (limits.NeedsNumericCommodityCode && line.CommodityCode is { Code: { } code } && !TextRules.IsNumeric(code))
        {
            // Only some acquirers require digits, and an adapter can normalize the code if its provider does.
            check.Add(
                CommercialCardSeverity.Warning,
                CommercialCardCheck.Path(i, nameof(line.CommodityCode)),
                CommercialCardRule.SchemeLimit,
                "digits",
                "other characters",
                $"has characters other than digits; some acquirers accept only digits for {limits.Brand}."
            );
        }

        if (limits.NeedsLineDiscount && line.Discount is null && severity == CommercialCardSeverity.Error)
        {
            check.Add(
                CommercialCardSeverity.Warning,
                CommercialCardCheck.Path(i, nameof(line.Discount)),
                CommercialCardRule.SchemeCarriesData,
                "an amount, which can be zero",
                "none",
                $"is required for a line by {limits.Brand}; give it, even if it is zero."
            );
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Length(
        ref CommercialCardCheck check,
        int line,
        string name,
        string? value,
        int most,
        CommercialCardSchemeLimits limits,
        CommercialCardSeverity severity
    )
    {
        if (value is not null && value.Length > most)
        {
            check.Add(
                severity,
                CommercialCardCheck.Path(line, name),
                CommercialCardRule.SchemeLimit,
                FormattableString.Invariant($"at most {most} characters"),
                FormattableString.Invariant($"{value.Length} characters"),
                FormattableString.Invariant($"has {value.Length} characters; {limits.Brand} accepts {most}.")
            );
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Digits(
        ref CommercialCardCheck check,
        int line,
        string name,
        in Money? value,
        int most,
        CommercialCardSchemeLimits limits,
        CommercialCardSeverity severity
    )
    {
        // At most twelve digits fit a long; higher powers are not needed.
        if (value is { IsSpecified: true } money && money.ToMinorUnits() >= HighestOf(most))
        {
            check.Add(
                severity,
                CommercialCardCheck.Path(line, name),
                CommercialCardRule.SchemeLimit,
                FormattableString.Invariant($"at most {most} digits"),
                money
                    .ToMinorUnits()
                    .ToString(CultureInfo.InvariantCulture)
                    .Length.ToString(CultureInfo.InvariantCulture) + " digits",
                FormattableString.Invariant($"has more than the {most} digits that {limits.Brand} accepts.")
            );
        }
    }

    private static long HighestOf(int digits) => digits <= 9 ? 1_000_000_000 : 1_000_000_000_000;
}
