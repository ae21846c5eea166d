namespace PaymentAbstractions;

/// <summary>The tax of a whole order.</summary>
/// <remarks>Instances are immutable and compare by value. The tax is a part of the payment's amount and is never added to it.</remarks>
public sealed record CommercialTax
{
    private static readonly CommercialTax Nothing = new();

    /// <summary>The whole tax, including that of the lines, that of the freight and the national tax.</summary>
    public Money? Amount { get; init; }

    /// <summary>Whether the order is taxed.</summary>
    public TaxTreatment Treatment { get; init; }

    /// <summary>The national tax or VAT; a part of <see cref="Amount"/>.</summary>
    public Money? NationalAmount { get; init; }

    /// <summary>The rate of the national tax or VAT, in percent.</summary>
    public decimal? NationalRate { get; init; }

    /// <summary>How tax is calculated from prices.</summary>
    public TaxCalculation Calculation { get; init; }

    internal bool IsEmpty => Equals(Nothing);
}
