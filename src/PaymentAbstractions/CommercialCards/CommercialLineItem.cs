namespace PaymentAbstractions;

/// <summary>One line of an order, as its parts: no line total is stored, because providers mean different things by it.</summary>
public sealed record CommercialLineItem
{
    /// <summary>The merchant's product code (SKU or UPC), usually at most 12 characters.</summary>
    public string? ProductCode { get; init; }

    /// <summary>The commodity code, at most 12 characters at most providers.</summary>
    public string? CommodityCode { get; init; }

    /// <summary>The catalogue that <see cref="CommodityCode"/> is taken from.</summary>
    public CommodityScheme CommodityScheme { get; init; }

    /// <summary>What is sold; 26 to 40 characters reach the card scheme.</summary>
    public string? Description { get; init; }

    /// <summary>How many, above zero, with at most 4 decimals.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The unit of measure, a code of ANSI X12 or UN/ECE Recommendation 20, for example <c>EA</c>.</summary>
    public string? UnitOfMeasure { get; init; }

    /// <summary>The price of one unit, with at most 4 decimals.</summary>
    public required UnitPrice UnitPrice { get; init; }

    /// <summary>The discount on the line.</summary>
    public Money? Discount { get; init; }

    /// <summary>The rate of the discount, in percent.</summary>
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
}
