namespace PaymentAbstractions.Adapters;

/// <summary>
/// Another payment in the journal that matters to an adapter: an authorization that may be open, an unresolved payment, or the payment that
/// created the original.
/// </summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record EarlierPayment
{
    /// <summary>The attempt of that payment.</summary>
    public required PaymentAttempt Attempt { get; init; }

    /// <summary>The transaction that it created, when that is known.</summary>
    public TransactionReference? Transaction { get; init; }

    /// <summary>The provider's id of the stored payment method that it used, when that is known.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>Whether the payment is unresolved: still open, Pending or Unknown.</summary>
    public bool IsInDoubt { get; init; }

    /// <summary>When the authorization expires, if the provider reports it.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
