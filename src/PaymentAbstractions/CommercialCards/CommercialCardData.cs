namespace PaymentAbstractions;

/// <summary>Level II and III data in one neutral shape; each adapter computes its provider's totals from these parts.</summary>
/// <remarks>
/// Not given (<see langword="null"/>) and zero are different things. Amounts are in the currency of the payment and are parts
/// of its amount, never added on top.
/// </remarks>
public sealed record CommercialCardData
{
    /// <summary>The customer's code or purchase order number, usually at most 17 characters.</summary>
    public string? CustomerReference { get; init; }

    /// <summary>The merchant's invoice number.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>The day of the order.</summary>
    public DateOnly? OrderDate { get; init; }

    /// <summary>The tax of the whole order.</summary>
    public CommercialTax? Tax { get; init; }

    /// <summary>The freight.</summary>
    public Money? Freight { get; init; }

    /// <summary>The tax on the freight.</summary>
    public Money? FreightTax { get; init; }

    /// <summary>The duty.</summary>
    public Money? Duty { get; init; }

    /// <summary>The discount on the whole order.</summary>
    public Money? Discount { get; init; }

    /// <summary>Whether tax is reckoned before or after the discount on the order.</summary>
    public DiscountTreatment DiscountTreatment { get; init; }

    /// <summary>Where the goods go.</summary>
    public Address? ShipTo { get; init; }

    /// <summary>The provider's id of a stored shipping address, instead of <see cref="ShipTo"/>.</summary>
    public string? ShipToStoredAddressId { get; init; }

    /// <summary>The postal code that the goods come from.</summary>
    public string? ShipFromPostalCode { get; init; }

    /// <summary>The merchant's tax number.</summary>
    public string? MerchantTaxId { get; init; }

    /// <summary>The merchant's VAT number.</summary>
    public string? MerchantVatNumber { get; init; }

    /// <summary>The customer's VAT number.</summary>
    public string? CustomerVatNumber { get; init; }

    /// <summary>The reference of the VAT invoice.</summary>
    public string? VatInvoiceReference { get; init; }

    /// <summary>A commodity code for the whole order, 4 characters.</summary>
    public string? SummaryCommodityCode { get; init; }

    /// <summary>Who asked for the goods.</summary>
    public string? RequesterName { get; init; }

    /// <summary>The line items, in order.</summary>
    public ValueList<CommercialLineItem> LineItems { get; init; } = [];
}
