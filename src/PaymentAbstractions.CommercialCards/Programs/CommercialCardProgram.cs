namespace PaymentAbstractions;

/// <summary>One program of a card scheme for commercial card data, where and while it holds.</summary>
/// <remarks>
/// The facts are those that acquirers publish, with their source; what the schemes bill is agreed with the acquirer. Immutable,
/// compares by value.
/// </remarks>
public sealed record CommercialCardProgram
{
    /// <summary>The name of the program, without the scheme.</summary>
    public required string Name { get; init; }

    /// <summary>The scheme.</summary>
    public required CardBrand Brand { get; init; }

    /// <summary>The level of data that the program is for; for a fee, the lowest that costs it.</summary>
    public required CommercialDataLevel Level { get; init; }

    /// <summary>What the program does with the data.</summary>
    public required CommercialProgramKind Kind { get; init; }

    /// <summary>Where the facts were published, with a date where there is one.</summary>
    public required string Source { get; init; }

    /// <summary>Where the merchant is: alpha-2 codes. Empty: not limited, or not known to be.</summary>
    public ValueList<string> Countries
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The only currency of the payment. Default: any.</summary>
    public Currency? Currency { get; init; }

    /// <summary>The first day; none when it is older than the table.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The first day on which it no longer holds; none while it does.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether it is for fuel on fleet cards only.</summary>
    public bool OnlyFleetFuel { get; init; }

    /// <summary>The lowest tax that it takes, in percent of the amount. Default: no lowest one.</summary>
    public decimal? LowestTaxPercent { get; init; }

    /// <summary>The highest tax that it takes, in percent of the amount. Default: no highest one.</summary>
    public decimal? HighestTaxPercent { get; init; }

    /// <summary>Whether it takes an order without tax in spite of the lowest one, an exempt order included.</summary>
    public bool TakesZeroTax { get; init; }

    /// <summary>The merchant category codes with which it takes an order without tax; an exempt one is not taken.</summary>
    public ValueList<string> ZeroTaxCategories
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// What it needs beyond the level: of <c>MerchantTaxId</c> and <c>ShipTo.PostalCode</c>, by their paths in
    /// <see cref="CommercialCardData"/>.
    /// </summary>
    public ValueList<string> NeededFields
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The fee, in percent of the amount; for <see cref="CommercialProgramKind.Fee"/>.</summary>
    public decimal? FeePercent { get; init; }

    /// <summary>Whether only merchants have it who were verified or approved.</summary>
    public bool NeedsOptIn { get; init; }

    /// <summary>Whether the facts are old, have one source that others contradict, or are general knowledge: no promise.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>What else there is to know, for people. Default none.</summary>
    public string Remarks { get; init; } = "";

    /// <summary>Whether the program holds for a payment, as far as the options say.</summary>
    internal bool IsInForce(Currency currency, CommercialCardValidationOptions options) =>
        IsInForce(options.Date)
        && (Countries.Count == 0 || options.MerchantCountry is not { } country || Countries.AsSpan().Contains(country))
        && (Currency is not { } own || own == currency)
        && (!OnlyFleetFuel || options.IsFleetFuel);

    /// <summary>Whether it takes the tax of an order.</summary>
    internal bool TakesTax(CommercialTax? tax, Money amount, CommercialCardValidationOptions options)
    {
        var paid = tax?.Amount is { IsSpecified: true } given ? given.Amount : 0m;
        if (paid == 0 && (TakesZeroTax || HasZeroTaxCategory(tax, options)))
        {
            return true;
        }

        return !(paid * 100m < amount.Amount * LowestTaxPercent || paid * 100m > amount.Amount * HighestTaxPercent);
    }

    // Without a date, the rules as they are now.
    private bool IsInForce(DateOnly? date) => date is { } day ? !(day < From) && !(day >= Until) : Until is null;

    private bool HasZeroTaxCategory(CommercialTax? tax, CommercialCardValidationOptions options) =>
        tax is not { Treatment: TaxTreatment.Exempt }
        && options.MerchantCategoryCode is { } category
        && ZeroTaxCategories.AsSpan().Contains(category);
}
