namespace PaymentAbstractions;

/// <summary>What <see cref="CommercialCardValidator"/> can use besides the order.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record CommercialCardValidationOptions
{
    /// <summary>
    /// The level that the data must be complete for. The default is the level of <see cref="CommercialCardData.RequestedLevel"/>, and none
    /// for <see cref="RequestedDataLevel.None"/> and <see cref="RequestedDataLevel.BestEffort"/>.
    /// </summary>
    public CommercialDataLevel? Level { get; init; }

    /// <summary>
    /// The scheme of the card. Data beyond its limits causes errors. When it is not known (<c>default</c>), the limits of every scheme
    /// cause warnings.
    /// </summary>
    public CardBrand Brand { get; init; }

    /// <summary>The merchant's name. A line whose description is only this name is filler.</summary>
    public string? MerchantName { get; init; }

    /// <summary>The merchant's tax number, as the acquirer has it. It is used if the order has none.</summary>
    public string? MerchantTaxId { get; init; }

    /// <summary>
    /// The merchant's country, two letters (<see cref="Country"/>). The default is <see langword="null"/>: not known, so it excludes no
    /// program.
    /// </summary>
    public string? MerchantCountry { get; init; }

    /// <summary>The merchant category code, four digits. The default is <see langword="null"/>: not known.</summary>
    public string? MerchantCategoryCode { get; init; }

    /// <summary>Whether the payment is for fuel on a fleet card. The default is <see langword="false"/>.</summary>
    public bool IsFleetFuel { get; init; }

    /// <summary>
    /// The brands at which the merchant is verified or approved where a program requires it, and has accepted its fee. The default is an
    /// empty list: the validator reports the costs and requirements. This does not affect which data is sent.
    /// </summary>
    public ValueList<CardBrand> OptedIn
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>
    /// The date of the payment, which determines the programs that apply. The default is <see langword="null"/>: the programs without an
    /// end date.
    /// </summary>
    public DateOnly? Date { get; init; }

    /// <summary>The programs of the schemes. The default is <see cref="CommercialCardPrograms.All"/>.</summary>
    public ValueList<CommercialCardProgram> Programs
    {
        get;
        init => field = value ?? [];
    } = CommercialCardPrograms.All;

    internal bool HasOptedIn(CardBrand brand) => OptedIn.AsSpan().Contains(brand);
}
