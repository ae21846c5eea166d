namespace PaymentAbstractions;

/// <summary>The tax of a whole order.</summary>
public sealed record CommercialTax
{
    /// <summary>The sales or local tax; a part of the payment's amount.</summary>
    public Money? Amount { get; init; }

    /// <summary>Whether the order is taxed.</summary>
    public TaxTreatment Treatment { get; init; }

    /// <summary>The national tax or VAT.</summary>
    public Money? NationalAmount { get; init; }

    /// <summary>The rate of the national tax or VAT, in percent.</summary>
    public decimal? NationalRate { get; init; }

    /// <summary>How tax is reckoned from prices.</summary>
    public TaxCalculation Calculation { get; init; }
}
