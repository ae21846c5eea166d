namespace PaymentAbstractions;

/// <summary>Level II and III data in one provider-neutral form; each adapter computes its provider's totals from these parts.</summary>
/// <remarks>
/// <para>
/// A value that is not given (<see langword="null"/>) is not the same as zero. Amounts are in the currency of the payment. They are parts
/// of its amount and are never added to it.
/// </para>
/// <para>
/// On a capture, refund or credit, the data describes what moves now, not the whole order: a partial one has its own lines, which add up to
/// its amount, or none. The operation determines whether the lines are debits or credits.
/// </para>
/// <para>
/// The package <c>PaymentAbstractions.CommercialCards</c> checks the data (<c>CommercialCardValidator</c>), determines its level
/// (<c>CommercialCardClassifier</c>) and builds it (<c>CommercialCardBuilder</c>). Instances are immutable and compare by value.
/// </para>
/// </remarks>
public sealed partial record CommercialCardData
{
    /// <summary>The level up to which the data is to be sent. The default is the highest level that the data reaches.</summary>
    public RequestedDataLevel RequestedLevel { get; init; } = RequestedDataLevel.BestEffort;

    /// <summary>What happens to data that the provider has no field for. The default is to refuse the request.</summary>
    public WhenNotExpressible WhenNotExpressible { get; init; }

    /// <summary>The customer's code or purchase order number, usually at most 17 characters.</summary>
    public string? CustomerReference { get; init; }

    /// <summary>The merchant's invoice number.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>The date of the order.</summary>
    public DateOnly? OrderDate { get; init; }

    /// <summary>The tax of the whole order. A tax without any value counts as not provided and becomes <see langword="null"/>.</summary>
    public CommercialTax? Tax
    {
        get;
        init => field = value is { IsEmpty: true } ? null : value;
    }

    /// <summary>The freight.</summary>
    public Money? Freight { get; init; }

    /// <summary>The tax on the freight; a part of <see cref="CommercialTax.Amount"/>.</summary>
    public Money? FreightTax { get; init; }

    /// <summary>The rate of the tax on the freight, in percent.</summary>
    public decimal? FreightTaxRate { get; init; }

    /// <summary>The duty.</summary>
    public Money? Duty { get; init; }

    /// <summary>The discount on the whole order.</summary>
    public Money? Discount { get; init; }

    /// <summary>Whether tax is calculated before or after the discount on the order.</summary>
    public DiscountTreatment DiscountTreatment { get; init; }

    /// <summary>The address that the goods are shipped to.</summary>
    public Address? ShipTo { get; init; }

    /// <summary>The provider's id of a stored shipping address, instead of <see cref="ShipTo"/>.</summary>
    public string? ShipToStoredAddressId { get; init; }

    /// <summary>The postal code that the goods are shipped from.</summary>
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

    /// <summary>The name of the person who ordered the goods.</summary>
    public string? RequesterName { get; init; }

    /// <summary>Free text for the customer's statement of an American Express card: up to 4 lines of up to 40 characters.</summary>
    public ValueList<string> AdviceTexts
    {
        get;
        // A deserializer may assign null.
        init => field = value ?? [];
    } = [];

    /// <summary>The line items, in order; their position is their sequence number, from 1.</summary>
    public ValueList<CommercialLineItem> LineItems
    {
        get;
        init => field = value ?? [];
    } = [];
}
