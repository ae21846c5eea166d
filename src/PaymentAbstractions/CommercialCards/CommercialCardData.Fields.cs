namespace PaymentAbstractions;

public sealed partial record CommercialCardData
{
    // In the order of the properties. The policy and the net amounts of lines are missing because they are never sent.
    private static readonly (string Field, Func<CommercialCardData, bool> IsGiven)[] Fields =
    [
        (nameof(CustomerReference), data => data.CustomerReference is not null),
        (nameof(InvoiceNumber), data => data.InvoiceNumber is not null),
        (nameof(OrderDate), data => data.OrderDate is not null),
        ("Tax.Amount", data => data.Tax?.Amount is not null),
        ("Tax.Treatment", data => data.Tax is { Treatment: not TaxTreatment.NotProvided }),
        ("Tax.NationalAmount", data => data.Tax?.NationalAmount is not null),
        ("Tax.NationalRate", data => data.Tax?.NationalRate is not null),
        ("Tax.Calculation", data => data.Tax is { Calculation: not TaxCalculation.NotProvided }),
        (nameof(Freight), data => data.Freight is not null),
        (nameof(FreightTax), data => data.FreightTax is not null),
        (nameof(FreightTaxRate), data => data.FreightTaxRate is not null),
        (nameof(Duty), data => data.Duty is not null),
        (nameof(Discount), data => data.Discount is not null),
        (nameof(DiscountTreatment), data => data.DiscountTreatment != DiscountTreatment.NotProvided),
        ("ShipTo.FirstName", data => data.ShipTo?.FirstName is not null),
        ("ShipTo.LastName", data => data.ShipTo?.LastName is not null),
        ("ShipTo.Organization", data => data.ShipTo?.Organization is not null),
        ("ShipTo.Line1", data => data.ShipTo?.Line1 is not null),
        ("ShipTo.Line2", data => data.ShipTo?.Line2 is not null),
        ("ShipTo.City", data => data.ShipTo?.City is not null),
        ("ShipTo.Region", data => data.ShipTo?.Region is not null),
        ("ShipTo.PostalCode", data => data.ShipTo?.PostalCode is not null),
        ("ShipTo.Country", data => data.ShipTo?.Country is not null),
        ("ShipTo.Phone", data => data.ShipTo?.Phone is not null),
        ("ShipTo.Email", data => data.ShipTo?.Email is not null),
        (nameof(ShipToStoredAddressId), data => data.ShipToStoredAddressId is not null),
        (nameof(ShipFromPostalCode), data => data.ShipFromPostalCode is not null),
        (nameof(MerchantTaxId), data => data.MerchantTaxId is not null),
        (nameof(MerchantVatNumber), data => data.MerchantVatNumber is not null),
        (nameof(CustomerVatNumber), data => data.CustomerVatNumber is not null),
        (nameof(VatInvoiceReference), data => data.VatInvoiceReference is not null),
        (nameof(SummaryCommodityCode), data => data.SummaryCommodityCode is not null),
        (nameof(RequesterName), data => data.RequesterName is not null),
        (nameof(AdviceTexts), data => data.AdviceTexts.Count > 0),
        Line("ProductCode", line => line.ProductCode is not null),
        Line("CommodityCode", line => line.CommodityCode is not null),
        Line("CommodityCode.Scheme", line => line.CommodityCode is { Scheme: not CommodityScheme.NotProvided }),
        Line("Description", line => line.Description is not null),
        Line("Quantity", _ => true),
        Line("UnitOfMeasure", line => line.UnitOfMeasure is not null),
        Line("UnitOfMeasureScheme", line => line.UnitOfMeasureScheme != UnitOfMeasureScheme.NotProvided),
        Line("UnitPrice", _ => true),
        Line("Discount", line => line.Discount is not null),
        Line("DiscountRate", line => line.DiscountRate is not null),
        Line("DiscountTreatment", line => line.DiscountTreatment != DiscountTreatment.NotProvided),
        Line("Tax", line => line.Tax is not null),
        Line("TaxRate", line => line.TaxRate is not null),
        Line("TaxType", line => line.TaxType is not null),
        Line("TaxIncluded", line => line.TaxIncluded),
        Line("TaxTreatment", line => line.TaxTreatment != TaxTreatment.NotProvided),
        Line("Kind", line => line.Kind != LineItemKind.Goods),
        Line("PurchaseOrderNumber", line => line.PurchaseOrderNumber is not null),
        Line("CatalogNumber", line => line.CatalogNumber is not null),
    ];

    /// <summary>Names every property that is given, so that an adapter can determine which ones it leaves out.</summary>
    /// <returns>
    /// The paths in the order of the properties. Those of an address and of the tax contain a point (<c>ShipTo.City</c>); those of lines
    /// appear once for all lines (<c>LineItems[*].Description</c>). Zero amounts are included. Enumeration values that mean "not provided"
    /// are not included, nor are values that are never sent: the policy and the net amounts of lines.
    /// </returns>
    public ValueList<string> GivenFields()
    {
        var given = new List<string>();
        foreach (var (field, isGiven) in Fields)
        {
            if (isGiven(this))
            {
                given.Add(field);
            }
        }

        return [.. given];
    }

    private static (string Field, Func<CommercialCardData, bool> IsGiven) Line(
        string field,
        Func<CommercialLineItem, bool> isGiven
    ) => ($"LineItems[*].{field}", data => data.LineItems.Any(line => line is not null && isGiven(line)));
}
