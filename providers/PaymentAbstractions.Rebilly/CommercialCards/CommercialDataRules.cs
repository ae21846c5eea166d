using System.Globalization;

namespace PaymentAbstractions.Rebilly;

/// <summary>
/// Checks whether commercial card data can be passed through. The pipeline has already checked the arithmetic and the texts.
/// </summary>
internal static class CommercialDataRules
{
    private const string Root = nameof(ICommercialCardRequest.CommercialCardData);

    public static void Check(PaymentRequest request, RebillyOptions options, ProblemList problems)
    {
        if (
            options.CommercialDataCustomField is null
            || request is not ICommercialCardRequest { CommercialCardData: { } data } commercial
        )
        {
            return;
        }

        if (request is RefundRequest)
        {
            CheckRefund(data, problems);
            return;
        }

        // A value that is not a valid amount or text cannot be written; one problem is enough in that case.
        var before = problems.Count;
        CheckUnicode(data, problems);
        if (before == 0 && problems.Count == 0 && PassedData.Of(request, options) is { TooLong: { } length })
        {
            CheckLength(data, length, options, problems);
        }

        if (IsExact(data))
        {
            CheckLevel(data, commercial.Amount, problems);
        }
    }

    private static bool IsExact(CommercialCardData data) =>
        data.RequestedLevel is RequestedDataLevel.LevelII or RequestedDataLevel.LevelIII;

    private static void CheckRefund(CommercialCardData data, ProblemList problems)
    {
        if (IsExact(data))
        {
            problems.Add(
                $"{Root}.{nameof(data.RequestedLevel)}",
                "cannot be reached by a refund, which has no custom fields at Rebilly; request BestEffort or None."
            );
        }
        else if (data.WhenNotExpressible == WhenNotExpressible.Refuse && data.GivenFields() is { Count: > 0 } given)
        {
            problems.Add(
                Root,
                $"cannot be sent with a refund, which has no custom fields at Rebilly ({string.Join(", ", given)}); leave it out, or set WhenNotExpressible to DropAndReport."
            );
        }
    }

    private static void CheckLength(CommercialCardData data, int length, RebillyOptions options, ProblemList problems)
    {
        if (IsExact(data) || data.WhenNotExpressible == WhenNotExpressible.Refuse)
        {
            problems.Add(
                Root,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"results in a JSON text of {length} characters, more than the {options.MaxCommercialDataLength} of the option MaxCommercialDataLength. If the field at Rebilly accepts more, raise the option; otherwise request less, or BestEffort with WhenNotExpressible DropAndReport."
                )
            );
        }
    }

    private static void CheckLevel(CommercialCardData data, Money amount, ProblemList problems)
    {
        foreach (var finding in CommercialCardValidator.Validate(data, amount))
        {
            if (finding.Rule == CommercialCardRule.RequiredForLevel)
            {
                problems.Add($"{Root}.{finding.Field}", finding.Message);
            }
        }
    }

    private static void CheckUnicode(CommercialCardData data, ProblemList problems)
    {
        var address = data.ShipTo ?? new Address();
        IEnumerable<string?> texts =
        [
            data.CustomerReference,
            data.InvoiceNumber,
            address.FirstName,
            address.LastName,
            address.Organization,
            address.Line1,
            address.Line2,
            address.City,
            address.Region,
            address.PostalCode,
            address.Country,
            address.Phone,
            address.Email,
            data.ShipToStoredAddressId,
            data.ShipFromPostalCode,
            data.MerchantTaxId,
            data.MerchantVatNumber,
            data.CustomerVatNumber,
            data.VatInvoiceReference,
            data.SummaryCommodityCode,
            data.RequesterName,
            .. data.AdviceTexts,
            .. data.LineItems.SelectMany(TextsOf),
        ];
        if (!texts.All(RebillyFieldRules.IsUnicode))
        {
            problems.Add(Root, "contains text that is not valid Unicode.");
        }
    }

    private static IEnumerable<string?> TextsOf(CommercialLineItem? line) =>
        [
            line?.ProductCode,
            line?.CommodityCode?.Code,
            line?.Description,
            line?.UnitOfMeasure,
            line?.TaxType,
            line?.PurchaseOrderNumber,
            line?.CatalogNumber,
        ];
}
