namespace PaymentAbstractions;

/// <summary>A payout request as the provider shows it.</summary>
/// <remarks>Immutable, compares by value, thread-safe. Holds no secret.</remarks>
public sealed record Payout
{
    /// <summary>The id: the merchant's own, or the one that the provider gave.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the customer, as payments name it.</summary>
    public required string CustomerId { get; init; }

    /// <summary>How much is to be paid out altogether, in major units.</summary>
    public required Money Amount { get; init; }

    /// <summary>How much of it can still be paid out.</summary>
    /// <value><see langword="null"/> when the provider does not show it.</value>
    public Money? AvailableAmount { get; init; }

    /// <summary>How far it is.</summary>
    public PayoutStatus Status { get; init; }

    /// <summary>The provider's own word for the status, also one that this library does not know.</summary>
    public string? ProviderStatus { get; init; }

    /// <summary>The provider's id of the stored payment method that was selected.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the provider or the merchant stopped it for now, for example for a review.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>The provider's own word for why it is stopped.</summary>
    public string? BlockReason { get; init; }

    /// <summary>The page where the customer selects the payment method; an absolute http or https address.</summary>
    public Uri? SelectMethodUrl { get; init; }

    /// <summary>Who canceled it and why, when it was canceled.</summary>
    public PayoutCancellation? Cancellation { get; init; }

    /// <summary>The provider's ids of the transactions that paid it out, as far as it shows them.</summary>
    public ValueList<string> TransactionIds { get; init; } = [];

    /// <summary>The id of the payout request that it is a part of, when that was split.</summary>
    public string? SplitFromId { get; init; }

    /// <summary>The id of the payout request that took its place, when it was merged.</summary>
    public string? MergedIntoId { get; init; }

    /// <summary>When it was created, where the provider tells it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was changed last, where the provider tells it.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Status, id and amount.</summary>
    /// <returns>For example <c>Approved payout-7 20.00 USD</c>.</returns>
    public override string ToString() => $"{Status} {Id} {Amount}";
}
