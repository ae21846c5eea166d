namespace PaymentAbstractions;

/// <summary>Asks to cancel a payout request.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record CancelPayoutRequest
{
    /// <summary>The id of the payout request.</summary>
    public required string PayoutId { get; init; }

    /// <summary>Who cancels it: <see cref="PayoutCanceledBy.Merchant"/> or <see cref="PayoutCanceledBy.Customer"/>.</summary>
    public required PayoutCanceledBy CanceledBy { get; init; }

    /// <summary>Why, in free form.</summary>
    public string? Description { get; init; }
}
