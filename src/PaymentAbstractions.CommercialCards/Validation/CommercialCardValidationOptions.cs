namespace PaymentAbstractions;

/// <summary>What <see cref="CommercialCardValidator"/> may know beside the order.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record CommercialCardValidationOptions
{
    /// <summary>
    /// The level that the data must be complete for. Default: what <see cref="CommercialCardData.RequestedLevel"/> says, and
    /// nothing for <see cref="RequestedDataLevel.None"/> and <see cref="RequestedDataLevel.BestEffort"/>.
    /// </summary>
    public CommercialDataLevel? Level { get; init; }

    /// <summary>
    /// The scheme of the card. Its limits are then errors; while it is not known (<c>default</c>), every scheme's limits are
    /// warnings.
    /// </summary>
    public CardBrand Brand { get; init; }

    /// <summary>The merchant's name; a line whose description is only that is filler.</summary>
    public string? MerchantName { get; init; }

    /// <summary>The merchant's tax number, as the acquirer has it; it counts like that of the order.</summary>
    public string? MerchantTaxId { get; init; }

    /// <summary>Where the merchant is, two letters (<see cref="Country"/>). Default: not known, so no program is ruled out by it.</summary>
    public string? MerchantCountry { get; init; }

    /// <summary>The merchant category code, four digits. Default: not known.</summary>
    public string? MerchantCategoryCode { get; init; }

    /// <summary>Whether the payment is for fuel on a fleet card. Default false.</summary>
    public bool IsFleetFuel { get; init; }

    /// <summary>
    /// The brands at which the merchant is verified or approved where a program needs it, and has accepted its fee. Default none: the
    /// validator says what it costs or needs. Nothing is left out because of it.
    /// </summary>
    public ValueList<CardBrand> OptedIn
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>The day of the payment, which decides about the programs of the schemes. Default: those without an end.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The programs of the schemes. Default: <see cref="CommercialCardPrograms.All"/>.</summary>
    public ValueList<CommercialCardProgram> Programs
    {
        get;
        init => field = value ?? [];
    } = CommercialCardPrograms.All;

    internal bool HasOptedIn(CardBrand brand) => OptedIn.AsSpan().Contains(brand);
}
