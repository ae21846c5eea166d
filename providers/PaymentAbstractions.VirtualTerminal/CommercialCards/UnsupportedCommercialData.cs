using static PaymentAbstractions.VirtualTerminal.FieldRules;

namespace PaymentAbstractions.VirtualTerminal;

/// <summary>
/// Commercial data without a field at the provider. What changes the sum is always refused; the rest is refused unless the
/// option LeaveOutUnsupportedData lets it be left out.
/// </summary>
internal static class UnsupportedCommercialData
{
    private const string Root = nameof(ChargeRequest.CommercialCardData);

    public static void Check(CommercialCardData data, VirtualTerminalAccount account, RequestProblems problems)
    {
        foreach (
            var (field, amount) in new (string, Money?)[]
            {
                ("Discount", data.Discount),
                ("Duty", data.Duty),
                ("FreightTax", data.FreightTax),
                ("Tax.NationalAmount", data.Tax?.NationalAmount),
            }
        )
        {
            if (!IsNothing(amount))
            {
                problems.Add($"{Root}.{field}", "cannot be expressed, and without it the amount does not add up.");
            }
        }

        if (account.Options.LeaveOutUnsupportedData)
        {
            return;
        }

        foreach (var field in Given(data))
        {
            problems.Add(
                $"{Root}.{field}",
                "cannot be sent; leave it out, or let the option LeaveOutUnsupportedData do so."
            );
        }
    }

    private static IEnumerable<string> Given(CommercialCardData data) =>
        Named(
                (nameof(data.InvoiceNumber), data.InvoiceNumber is not null),
                (nameof(data.OrderDate), data.OrderDate is not null),
                (nameof(data.ShipFromPostalCode), data.ShipFromPostalCode is not null),
                (nameof(data.MerchantTaxId), data.MerchantTaxId is not null),
                (nameof(data.MerchantVatNumber), data.MerchantVatNumber is not null),
                (nameof(data.CustomerVatNumber), data.CustomerVatNumber is not null),
                (nameof(data.VatInvoiceReference), data.VatInvoiceReference is not null),
                (nameof(data.SummaryCommodityCode), data.SummaryCommodityCode is not null),
                (nameof(data.RequesterName), data.RequesterName is not null),
                ("Tax.NationalRate", data.Tax?.NationalRate is not (null or 0))
            )
            .Concat(data.LineItems.SelectMany((line, i) => Given(line).Select(field => $"LineItems[{i}].{field}")));

    private static IEnumerable<string> Given(CommercialLineItem? line) =>
        line is null
            ? []
            : Named(
                (nameof(line.CommodityCode), line.CommodityCode is not null),
                (nameof(line.Description), line.Description is not null),
                (nameof(line.UnitOfMeasure), line.UnitOfMeasure is not null),
                (nameof(line.Tax), !IsNothing(line.Tax)),
                (nameof(line.TaxRate), line.TaxRate is not (null or 0)),
                (nameof(line.TaxType), line.TaxType is not null)
            );

    private static IEnumerable<string> Named(params (string Name, bool IsGiven)[] fields) =>
        fields.Where(field => field.IsGiven).Select(field => field.Name);
}
