namespace PaymentAbstractions;

/// <summary>How often a declined payment may be tried again with the same card.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RetryAllowance
{
    /// <summary>No retry at all.</summary>
    public static RetryAllowance Nothing { get; } = new() { MaxRetries = 0, Window = TimeSpan.Zero };

    private static readonly RetryAllowance OfVisa = new() { MaxRetries = 20, Window = TimeSpan.FromDays(30) };

    // Of a card, a merchant and an amount: 35 declines cost nothing, the first included.
    private static readonly RetryAllowance OfMastercard = new()
    {
        MaxRetries = 34,
        Window = TimeSpan.FromDays(30),
        MaxDeclinesPerDay = 10,
    };

    // Whatever brand it is of, it is not too many.
    private static readonly RetryAllowance OfAny = OfVisa with { MaxDeclinesPerDay = OfMastercard.MaxDeclinesPerDay };

    /// <summary>The most retries within <see cref="Window"/>, the first attempt not counted; zero or more.</summary>
    public required int MaxRetries { get; init; }

    /// <summary>The time in which tries are counted, up to now; at most 30 days, and zero when there is none to count.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>The most declines of the card within 24 hours, whatever the amounts; none where the scheme has no such rule.</summary>
    public int? MaxDeclinesPerDay { get; init; }

    /// <summary>What a scheme lets be tried again of a declined card, whatever the response code.</summary>
    /// <param name="brand">The brand; <c>default</c> where it is not known.</param>
    /// <returns>Mastercard's rule for Mastercard and Maestro, the stricter part of both where the brand is not known, else Visa's.</returns>
    public static RetryAllowance Of(CardBrand brand) =>
        brand.UsesMastercardCodes ? OfMastercard
        : brand.IsSpecified ? OfVisa
        : OfAny;
}
