namespace PaymentAbstractions.Rebilly;

/// <summary>An offer to pay in the currency of the card. Source: core API reference, transaction, <c>dcc</c>.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record RebillyCurrencyConversion
{
    /// <summary>The requested amount.</summary>
    public Money? Base { get; init; }

    /// <summary>The offered amount.</summary>
    public Money? Quote { get; init; }

    /// <summary>The markup in US dollars.</summary>
    public decimal? UsdMarkup { get; init; }

    /// <summary>The outcome of the offer: <c>unprocessed</c>, <c>rejected</c> or <c>selected</c>.</summary>
    public string? Outcome { get; init; }

    /// <summary>Whether the customer had no choice.</summary>
    public bool? IsForced { get; init; }
}
