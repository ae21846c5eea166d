namespace PaymentAbstractions;

/// <summary>The rules for the fields of the order itself, except sums.</summary>
internal static class HeaderRules
{
    private const int Header = CommercialCardCheck.Header;
    private const int MaxAdviceTexts = 4;
    private const int LongestAdviceText = 40;

    public static void Check(ref CommercialCardCheck check)
    {
        var data = check.Data;
        check.Choice(Header, nameof(data.RequestedLevel), data.RequestedLevel, RequestedDataLevel.BestEffort);
        check.Choice(
            Header,
            nameof(data.WhenNotExpressible),
            data.WhenNotExpressible,
            WhenNotExpressible.DropAndReport
        );
        check.Choice(
            Header,
            nameof(data.DiscountTreatment),
            data.DiscountTreatment,
            DiscountTreatment.TaxBeforeDiscount
        );
        if (data.Tax is { } tax)
        {
            check.Choice(Header, "Tax.Treatment", tax.Treatment, TaxTreatment.Exempt);
            check.Choice(Header, "Tax.Calculation", tax.Calculation, TaxCalculation.GrossPerInvoice);
            check.TryReadRate(Header, "Tax.NationalRate", tax.NationalRate, out _);
            if (tax.Amount is { IsSpecified: true } amount && IsNines(amount))
            {
                TextRules.Filler(ref check, Header, "Tax.Amount", "nines", CommercialCardSeverity.Warning);
            }
        }

        CheckTexts(ref check, data);
        CheckShipping(ref check, data);
    }

    // Published as filler, but a real tax may have this amount.
    private static bool IsNines(Money tax) => tax.Amount == 9999m || tax.ToMinorUnits() == 9999;

    private static void CheckTexts(ref CommercialCardCheck check, CommercialCardData data)
    {
        TextRules.Reference(
            ref check,
            Header,
            nameof(data.CustomerReference),
            data.CustomerReference,
            usual: 17,
            most: 127
        );
        TextRules.Reference(ref check, Header, nameof(data.InvoiceNumber), data.InvoiceNumber, usual: 15, most: 25);
        TextRules.Reference(
            ref check,
            Header,
            nameof(data.MerchantTaxId),
            data.MerchantTaxId,
            usual: 20,
            most: 20,
            nines: CommercialCardSeverity.Error
        );
        TextRules.Reference(
            ref check,
            Header,
            nameof(data.MerchantVatNumber),
            data.MerchantVatNumber,
            usual: 20,
            most: 20
        );
        TextRules.Reference(
            ref check,
            Header,
            nameof(data.CustomerVatNumber),
            data.CustomerVatNumber,
            usual: 13,
            most: 13
        );
        TextRules.Reference(
            ref check,
            Header,
            nameof(data.VatInvoiceReference),
            data.VatInvoiceReference,
            usual: 15,
            most: 15
        );
        TextRules.Reference(
            ref check,
            Header,
            nameof(data.SummaryCommodityCode),
            data.SummaryCommodityCode,
            usual: 4,
            most: 4,
            nines: CommercialCardSeverity.Error
        );
        TextRules.Plain(ref check, Header, nameof(data.RequesterName), data.RequesterName, usual: 38, most: 38);
        if (data.RequesterName is { } requester && FillerText.InCode(requester) is { } filler)
        {
            TextRules.Filler(ref check, Header, nameof(data.RequesterName), filler);
        }

        CheckAdvice(ref check, data);
    }

    private static void CheckAdvice(ref CommercialCardCheck check, CommercialCardData data)
    {
        if (data.AdviceTexts.Count > MaxAdviceTexts)
        {
            check.Error(
                Header,
                nameof(data.AdviceTexts),
                CommercialCardRule.Length,
                "at most 4 lines",
                FormattableString.Invariant($"{data.AdviceTexts.Count} lines"),
                "must be at most 4 lines."
            );
        }

        for (var i = 0; i < data.AdviceTexts.Count; i++)
        {
            if (data.AdviceTexts[i] is not { } text)
            {
                check.Error(AdviceText(i), CommercialCardRule.HasValue, "a text", "null", "is missing.");
            }
            else if (!TextRules.IsPlain(text, LongestAdviceText))
            {
                TextRules.Plain(ref check, Header, AdviceText(i), text, LongestAdviceText, LongestAdviceText);
            }
        }
    }

    private static string AdviceText(int i) => FormattableString.Invariant($"AdviceTexts[{i}]");

    private static void CheckShipping(ref CommercialCardCheck check, CommercialCardData data)
    {
        TextRules.Code(
            ref check,
            Header,
            nameof(data.ShipToStoredAddressId),
            data.ShipToStoredAddressId,
            usual: 50,
            most: 50
        );
        PostalCode(ref check, nameof(data.ShipFromPostalCode), data.ShipFromPostalCode, country: null);
        if (data.ShipTo is not { } address)
        {
            return;
        }

        if (data.ShipToStoredAddressId is not null)
        {
            check.Error(
                Header,
                nameof(data.ShipTo),
                CommercialCardRule.OneShippingAddress,
                "an address or the id of one",
                "both",
                "cannot be combined with ShipToStoredAddressId."
            );
        }

        if (address.Country is { } country && Country.ProblemOf(country) is { } problem)
        {
            check.Error(
                Header,
                "ShipTo.Country",
                CommercialCardRule.CountryCode,
                "a country of ISO 3166-1, two upper-case letters",
                "none",
                problem
            );
        }

        PostalCode(ref check, "ShipTo.PostalCode", address.PostalCode, address.Country);
    }

    private static void PostalCode(ref CommercialCardCheck check, string field, string? code, string? country)
    {
        TextRules.Code(ref check, Header, field, code, usual: 10, most: 10);
        if (code is null || TextRules.IsFiller(code))
        {
            return;
        }

        var (isRight, form) = country switch
        {
            "US" => (IsUnitedStates(code), "5 digits, or 9 with or without a hyphen after the fifth"),
            "CA" => (IsCanada(code), "A1A 1A1, with or without the space"),
            _ => (IsAll(code, IsPostalCharacter), "letters, digits, spaces and hyphens"),
        };
        if (!isRight)
        {
            check.Error(
                Header,
                field,
                CommercialCardRule.PostalCodeForm,
                form,
                "another format",
                $"must have the format: {form}."
            );
        }
    }

    private static bool IsPostalCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-';

    private static bool IsUnitedStates(ReadOnlySpan<char> code) =>
        code.Length switch
        {
            5 or 9 => IsAll(code, char.IsAsciiDigit),
            10 => code[5] == '-' && IsAll(code[..5], char.IsAsciiDigit) && IsAll(code[6..], char.IsAsciiDigit),
            _ => false,
        };

    private static bool IsCanada(ReadOnlySpan<char> code) =>
        code.Length switch
        {
            6 => IsLetterDigitLetter(code) && IsDigitLetterDigit(code[3..]),
            7 => code[3] == ' ' && IsLetterDigitLetter(code) && IsDigitLetterDigit(code[4..]),
            _ => false,
        };

    private static bool IsLetterDigitLetter(ReadOnlySpan<char> code) =>
        char.IsAsciiLetter(code[0]) && char.IsAsciiDigit(code[1]) && char.IsAsciiLetter(code[2]);

    private static bool IsDigitLetterDigit(ReadOnlySpan<char> code) =>
        char.IsAsciiDigit(code[0]) && char.IsAsciiLetter(code[1]) && char.IsAsciiDigit(code[2]);

    private static bool IsAll(ReadOnlySpan<char> text, Func<char, bool> isRight)
    {
        foreach (var c in text)
        {
            if (!isRight(c))
            {
                return false;
            }
        }

        return true;
    }
}
