namespace PaymentAbstractions;

/// <summary>A payout request as the provider shows it.</summary>
/// <remarks>Instances are immutable, compare by value and are thread-safe. They hold no secrets.</remarks>
public sealed record Payout
{
    /// <summary>The id: the merchant's own, or the one that the provider assigned.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the customer, as payment requests name it.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The total amount that is to be paid out, in major units.</summary>
    public required Money Amount { get; init; }

    /// <summary>The part of the amount that can still be paid out.</summary>
    /// <value><see langword="null"/> when the provider does not show it.</value>
    public Money? AvailableAmount { get; init; }

    /// <summary>The status.</summary>
    public PayoutStatus Status { get; init; }

    /// <summary>The provider's own name of the status, which can be one that this library does not know.</summary>
    public string? ProviderStatus { get; init; }

    /// <summary>The provider's id of the stored payment method that was selected.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>The purpose of the payout.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the provider or the merchant has blocked it, for example for a review.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>The provider's own name of the reason why it is blocked.</summary>
    public string? BlockReason { get; init; }

    /// <summary>The page where the customer selects the payment method; an absolute http or https address.</summary>
    public Uri? SelectMethodUrl { get; init; }

    /// <summary>Who canceled it and why, when it is canceled.</summary>
    public PayoutCancellation? Cancellation { get; init; }

    /// <summary>The provider's ids of the transactions that paid it out, as far as the provider shows them.</summary>
    public ValueList<string> TransactionIds { get; init; } = [];

    /// <summary>The id of the payout request that was split into this one and others.</summary>
    public string? SplitFromId { get; init; }

    /// <summary>The id of the payout request that replaced this one in a merge.</summary>
    public string? MergedIntoId { get; init; }

    /// <summary>When it was created, if the provider reports it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed, if the provider reports it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The status, the id and the amount.</summary>
    /// <returns>For example <c>Approved payout-7 20.00 USD</c>.</returns>
    public override string ToString() => $"{Status} {Id} {Amount}";
}
