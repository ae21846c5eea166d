namespace PaymentAbstractions;

/// <summary>A program of a card scheme for commercial card data, with the places and dates for which it applies.</summary>
/// <remarks>
/// The facts are those that acquirers publish, with their source; actual fees are agreed with the acquirer. Instances are immutable and
/// compare by value.
/// </remarks>
public sealed record CommercialCardProgram
{
    /// <summary>The name of the program, without the scheme.</summary>
    public required string Name { get; init; }

    /// <summary>The scheme.</summary>
    public required CardBrand Brand { get; init; }

    /// <summary>The data level of the program; for a fee, the lowest level that incurs it.</summary>
    public required CommercialDataLevel Level { get; init; }

    /// <summary>What the program does with the data.</summary>
    public required CommercialProgramKind Kind { get; init; }

    /// <summary>Where the facts were published, with a date if there is one.</summary>
    public required string Source { get; init; }

    /// <summary>The merchant's countries as alpha-2 codes. Empty when the program is not limited, or no limit is known.</summary>
    public ValueList<string> Countries
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The currency that the payment must have. The default is <see langword="null"/>: any currency.</summary>
    public Currency? Currency { get; init; }

    /// <summary>The first day on which the program applies; <see langword="null"/> when it is older than the table.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The first day on which the program no longer applies; <see langword="null"/> while it does.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether the program applies only to fuel on fleet cards.</summary>
    public bool OnlyFleetFuel { get; init; }

    /// <summary>The minimum tax that it accepts, in percent of the amount. The default is <see langword="null"/>: no minimum.</summary>
    public decimal? LowestTaxPercent { get; init; }

    /// <summary>The maximum tax that it accepts, in percent of the amount. The default is <see langword="null"/>: no maximum.</summary>
    public decimal? HighestTaxPercent { get; init; }

    /// <summary>Whether it accepts an order without tax, including an exempt one, in spite of the minimum.</summary>
    public bool TakesZeroTax { get; init; }

    /// <summary>The merchant category codes with which it accepts an order without tax; exempt orders are not accepted.</summary>
    public ValueList<string> ZeroTaxCategories
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// The fields that it requires beyond the level: <c>MerchantTaxId</c> and <c>ShipTo.PostalCode</c>, by their paths in
    /// <see cref="CommercialCardData"/>.
    /// </summary>
    public ValueList<string> NeededFields
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The fee, in percent of the amount; for <see cref="CommercialProgramKind.Fee"/>.</summary>
    public decimal? FeePercent { get; init; }

    /// <summary>Whether only verified or approved merchants can use it.</summary>
    public bool NeedsOptIn { get; init; }

    /// <summary>Whether the facts are unconfirmed: they are old, contradicted by other sources, or general knowledge.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>Further remarks, for people. The default is an empty string.</summary>
    public string Remarks { get; init; } = "";

    /// <summary>Whether the program applies to a payment, as far as the options are known.</summary>
    internal bool IsInForce(Currency currency, CommercialCardValidationOptions options) =>
        IsInForce(options.Date)
        && (Countries.Count == 0 || options.MerchantCountry is not { } country || Countries.AsSpan().Contains(country))
        && (Currency is not { } own || own == currency)
        && (!OnlyFleetFuel || options.IsFleetFuel);

    /// <summary>Whether it accepts the tax of an order.</summary>
    internal bool TakesTax(CommercialTax? tax, Money amount, CommercialCardValidationOptions options)
    {
        var paid = tax?.Amount is { IsSpecified: true } given ? given.Amount : 0m;
        if (paid == 0 && (TakesZeroTax || HasZeroTaxCategory(tax, options)))
        {
            return true;
        }

        return !(paid * 100m < amount.Amount * LowestTaxPercent || paid * 100m > amount.Amount * HighestTaxPercent);
    }

    // Without a date, the current programs apply.
    private bool IsInForce(DateOnly? date) => date is { } day ? !(day < From) && !(day >= Until) : Until is null;

    private bool HasZeroTaxCategory(CommercialTax? tax, CommercialCardValidationOptions options) =>
        tax is not { Treatment: TaxTreatment.Exempt }
        && options.MerchantCategoryCode is { } category
        && ZeroTaxCategories.AsSpan().Contains(category);
}
