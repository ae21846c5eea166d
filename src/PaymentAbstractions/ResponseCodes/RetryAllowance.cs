namespace PaymentAbstractions;

/// <summary>How often a declined payment may be tried again with the same card.</summary>
/// <remarks>Instances are immutable and thread-safe.</remarks>
public sealed record RetryAllowance
{
    /// <summary>No retries.</summary>
    public static RetryAllowance Nothing { get; } = new() { MaxRetries = 0, Window = TimeSpan.Zero };

    private static readonly RetryAllowance OfVisa = new() { MaxRetries = 20, Window = TimeSpan.FromDays(30) };

    // For a card, a merchant and an amount: 35 declines are free of charge, including the first.
    private static readonly RetryAllowance OfMastercard = new()
    {
        MaxRetries = 34,
        Window = TimeSpan.FromDays(30),
        MaxDeclinesPerDay = 10,
    };

    // Within the limits of every brand.
    private static readonly RetryAllowance OfAny = OfVisa with { MaxDeclinesPerDay = OfMastercard.MaxDeclinesPerDay };

    /// <summary>The maximum number of retries within <see cref="Window"/>, not counting the first attempt; zero or more.</summary>
    public required int MaxRetries { get; init; }

    /// <summary>The length of the period before now in which tries are counted; at most 30 days, and zero when none are counted.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>
    /// The maximum number of declines of the card within 24 hours, for all amounts; <see langword="null"/> when the scheme has no such
    /// rule.
    /// </summary>
    public int? MaxDeclinesPerDay { get; init; }

    /// <summary>Gets a scheme's retry rule for declined cards, for all response codes.</summary>
    /// <param name="brand">The brand; <c>default</c> when it is not known.</param>
    /// <returns>
    /// Mastercard's rule for Mastercard and Maestro, the stricter parts of both rules when the brand is not known, otherwise Visa's rule.
    /// </returns>
    public static RetryAllowance Of(CardBrand brand) =>
        brand.UsesMastercardCodes ? OfMastercard
        : brand.IsSpecified ? OfVisa
        : OfAny;
}
