namespace PaymentAbstractions.Adapters;

/// <summary>
/// Another payment that the journal knows of and that matters to an adapter: an authorization that may be open, something in doubt, or
/// what made the original.
/// </summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record EarlierPayment
{
    /// <summary>What was asked for.</summary>
    public required PaymentAttempt Attempt { get; init; }

    /// <summary>What it made, when that is known.</summary>
    public TransactionReference? Transaction { get; init; }

    /// <summary>The provider's id of the stored payment method that it used, when that is known.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>Whether it is open, Pending or Unknown.</summary>
    public bool IsInDoubt { get; init; }

    /// <summary>When the authorization lapses, where the provider said so.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
