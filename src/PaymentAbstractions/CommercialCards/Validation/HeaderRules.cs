namespace PaymentAbstractions;

/// <summary>What must hold of the fields of the order itself, apart from sums.</summary>
internal static class HeaderRules
{
    private const int Header = CommercialCardCheck.Header;
    private const int MostAdviceTexts = 4;

    public static void Check(ref CommercialCardCheck check)
    {
        var data = check.Data;
        check.Choice(Header, nameof(data.RequestedLevel), data.RequestedLevel);
        check.Choice(Header, nameof(data.WhenNotExpressible), data.WhenNotExpressible);
        check.Choice(Header, nameof(data.DiscountTreatment), data.DiscountTreatment);
        if (data.Tax is { } tax)
        {
            check.Choice(Header, "Tax.Treatment", tax.Treatment);
            check.Choice(Header, "Tax.Calculation", tax.Calculation);
            check.TryReadRate(Header, "Tax.NationalRate", tax.NationalRate, out _);
        }

        CheckTexts(ref check, data);
        CheckShipping(ref check, data);
    }

    private static void CheckTexts(ref CommercialCardCheck check, CommercialCardData data)
    {
        TextRules.Code(ref check, Header, nameof(data.CustomerReference), data.CustomerReference, usual: 17, most: 127);
        TextRules.Code(ref check, Header, nameof(data.InvoiceNumber), data.InvoiceNumber, usual: 15, most: 25);
        TextRules.Code(ref check, Header, nameof(data.MerchantTaxId), data.MerchantTaxId, usual: 20, most: 20);
        TextRules.Code(ref check, Header, nameof(data.MerchantVatNumber), data.MerchantVatNumber, usual: 20, most: 20);
        TextRules.Code(ref check, Header, nameof(data.CustomerVatNumber), data.CustomerVatNumber, usual: 13, most: 13);
        TextRules.Code(
            ref check,
            Header,
            nameof(data.VatInvoiceReference),
            data.VatInvoiceReference,
            usual: 15,
            most: 15
        );
        TextRules.Code(
            ref check,
            Header,
            nameof(data.SummaryCommodityCode),
            data.SummaryCommodityCode,
            usual: 4,
            most: 4
        );
        TextRules.Plain(ref check, Header, nameof(data.RequesterName), data.RequesterName, usual: 38, most: 38);
        if (data.AdviceTexts.Count > MostAdviceTexts)
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
            if (
                data.AdviceTexts[i] is null
                || data.AdviceTexts[i].Length > 40
                || TextRules.IsFiller(data.AdviceTexts[i])
            )
            {
                check.Error(
                    FormattableString.Invariant($"AdviceTexts[{i}]"),
                    CommercialCardRule.Length,
                    "1 to 40 characters",
                    FormattableString.Invariant($"{data.AdviceTexts[i]?.Length ?? 0} characters"),
                    "must have 1 to 40 characters that say something."
                );
            }
        }
    }

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
                "cannot stand beside ShipToStoredAddressId."
            );
        }

        if (address.Country is { } country && !(country.Length == 2 && country.All(char.IsAsciiLetterUpper)))
        {
            check.Error(
                Header,
                "ShipTo.Country",
                CommercialCardRule.CountryCode,
                "two upper-case letters",
                "another form",
                "must be two upper-case letters (ISO 3166-1 alpha-2)."
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
            "US" => (IsUnitedStates(code), "5 digits, or 5 and 4 with a hyphen between"),
            "CA" => (IsCanada(code), "A1A 1A1"),
            _ => (code.All(IsPostalCharacter), "letters, digits, spaces and hyphens"),
        };
        if (!isRight)
        {
            check.Error(
                Header,
                field,
                CommercialCardRule.PostalCodeForm,
                form,
                "another form",
                $"must have the form: {form}."
            );
        }
    }

    private static bool IsPostalCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-';

    private static bool IsUnitedStates(string code) =>
        (code.Length == 5 && code.All(char.IsAsciiDigit))
        || (code.Length == 9 && code.All(char.IsAsciiDigit))
        || (code.Length == 10 && code[5] == '-' && code.Remove(5, 1).All(char.IsAsciiDigit));

    private static bool IsCanada(string code)
    {
        var compact = code.Length == 7 && code[3] == ' ' ? code.Remove(3, 1) : code;
        return compact.Length == 6
            && compact.Where((c, i) => i % 2 == 0 ? char.IsAsciiLetter(c) : char.IsAsciiDigit(c)).Count() == 6;
    }
}
