namespace PaymentAbstractions;

/// <summary>The tax of a whole order.</summary>
/// <remarks>Immutable, compares by value. A part of the payment's amount, never added on top.</remarks>
public sealed record CommercialTax
{
    private static readonly CommercialTax Nothing = new();

    /// <summary>The whole tax: of the lines, of the freight, and the national one included.</summary>
    public Money? Amount { get; init; }

    /// <summary>Whether the order is taxed.</summary>
    public TaxTreatment Treatment { get; init; }

    /// <summary>The national tax or VAT; a part of <see cref="Amount"/>.</summary>
    public Money? NationalAmount { get; init; }

    /// <summary>The rate of the national tax or VAT, in percent.</summary>
    public decimal? NationalRate { get; init; }

    /// <summary>How tax is reckoned from prices.</summary>
    public TaxCalculation Calculation { get; init; }

    internal bool IsEmpty => Equals(Nothing);
}
