namespace PaymentAbstractions;

/// <summary>One line of an order, as its parts: each adapter computes its provider's own idea of a line total from them.</summary>
/// <remarks>
/// <see cref="NetAmount"/> is no field of any provider: it is what the shop reckons the line at, so that an order which does
/// not add up can be traced to a line. Immutable, compares by value.
/// </remarks>
public sealed record CommercialLineItem
{
    /// <summary>The merchant's product code (SKU or UPC), usually at most 12 characters.</summary>
    public string? ProductCode { get; init; }

    /// <summary>The commodity code and its catalog; a text is a code without a catalog.</summary>
    public CommodityCode? CommodityCode { get; init; }

    /// <summary>What is sold; 26 to 40 characters reach the card scheme.</summary>
    public string? Description { get; init; }

    /// <summary>How many, above zero, with at most 4 decimals.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The unit of measure, a code such as <c>EA</c>; 2 characters at American Express, 3 at Mastercard, 12 at Visa.</summary>
    public string? UnitOfMeasure { get; init; }

    /// <summary>The list that <see cref="UnitOfMeasure"/> is taken from.</summary>
    public UnitOfMeasureScheme UnitOfMeasureScheme { get; init; }

    /// <summary>The price of one unit, with at most 4 decimals.</summary>
    public required UnitPrice UnitPrice { get; init; }

    /// <summary>
    /// What the line comes to: quantity x unit price, rounded to the currency (midpoints away from zero), less
    /// <see cref="Discount"/>. Optional; when given it is checked. For a fractional quantity it may be what another rule of
    /// rounding makes of it, which is a warning. Never sent.
    /// </summary>
    public Money? NetAmount { get; init; }

    /// <summary>The discount on the line.</summary>
    public Money? Discount { get; init; }

    /// <summary>The rate of <see cref="Discount"/>, in percent; it is checked and takes nothing off by itself.</summary>
    public decimal? DiscountRate { get; init; }

    /// <summary>The tax on the line.</summary>
    public Money? Tax { get; init; }

    /// <summary>The rate of the tax, in percent.</summary>
    public decimal? TaxRate { get; init; }

    /// <summary>The provider's code for the kind of tax, at most 4 characters.</summary>
    public string? TaxType { get; init; }

    /// <summary>Whether the unit price contains the tax.</summary>
    public bool TaxIncluded { get; init; }

    /// <summary>Whether the line is taxed.</summary>
    public TaxTreatment TaxTreatment { get; init; }

    /// <summary>Whether tax is reckoned before or after the discount on the line.</summary>
    public DiscountTreatment DiscountTreatment { get; init; }

    /// <summary>Whether the line is for goods or a service.</summary>
    public LineItemKind Kind { get; init; }

    /// <summary>The purchase order that the line belongs to, at most 22 characters.</summary>
    public string? PurchaseOrderNumber { get; init; }

    /// <summary>The number in the vendor's catalog, at most 20 characters.</summary>
    public string? CatalogNumber { get; init; }
}
