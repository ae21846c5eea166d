namespace PaymentAbstractions;

/// <summary>What <see cref="CommercialCardValidator"/> may know beside the order.</summary>
/// <remarks>Immutable, compares by value.</remarks>
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
}
