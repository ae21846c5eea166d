namespace PaymentAbstractions;

/// <summary>One line of an order, as its parts: each adapter computes its provider's line total from them.</summary>
/// <remarks>
/// <see cref="NetAmount"/> is not a field of any provider. It is the shop's own total of the line, so that an order that does not add up
/// can be traced to a line. Instances are immutable and compare by value.
/// </remarks>
public sealed record CommercialLineItem
{
    /// <summary>The merchant's product code (SKU or UPC), usually at most 12 characters.</summary>
    public string? ProductCode { get; init; }

    /// <summary>The commodity code and its catalog; a string converts to a code without a catalog.</summary>
    public CommodityCode? CommodityCode { get; init; }

    /// <summary>The description of the item; 26 to 40 characters reach the card scheme.</summary>
    public string? Description { get; init; }

    /// <summary>The quantity: greater than zero, with at most 4 decimals.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The unit of measure, a code such as <c>EA</c>; 2 characters at American Express, 3 at Mastercard, 12 at Visa.</summary>
    public string? UnitOfMeasure { get; init; }

    /// <summary>The list that <see cref="UnitOfMeasure"/> is taken from.</summary>
    public UnitOfMeasureScheme UnitOfMeasureScheme { get; init; }

    /// <summary>The price of one unit, with at most 4 decimals.</summary>
    public required UnitPrice UnitPrice { get; init; }

    /// <summary>
    /// The total of the line: quantity x unit price, rounded to the currency (midpoints away from zero), less <see cref="Discount"/>.
    /// Optional, and checked when given. For a fractional quantity, the result of another rounding rule is accepted with a warning. Never
    /// sent.
    /// </summary>
    public Money? NetAmount { get; init; }

    /// <summary>The discount on the line.</summary>
    public Money? Discount { get; init; }

    /// <summary>The rate of <see cref="Discount"/>, in percent. It is only checked; it does not reduce the line by itself.</summary>
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

    /// <summary>Whether tax is calculated before or after the discount on the line.</summary>
    public DiscountTreatment DiscountTreatment { get; init; }

    /// <summary>Whether the line is for goods or a service.</summary>
    public LineItemKind Kind { get; init; }

    /// <summary>The purchase order that the line belongs to, at most 22 characters.</summary>
    public string? PurchaseOrderNumber { get; init; }

    /// <summary>The number in the vendor's catalog, at most 20 characters.</summary>
    public string? CatalogNumber { get; init; }
}
