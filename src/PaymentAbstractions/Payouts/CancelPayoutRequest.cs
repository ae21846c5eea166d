namespace PaymentAbstractions;

/// <summary>A request to cancel a payout request.</summary>
/// <remarks>Instances are immutable, compare by value and are thread-safe.</remarks>
public sealed record CancelPayoutRequest
{
    /// <summary>The id of the payout request.</summary>
    public required string PayoutId { get; init; }

    /// <summary>Who cancels it: <see cref="PayoutCanceledBy.Merchant"/> or <see cref="PayoutCanceledBy.Customer"/>.</summary>
    public required PayoutCanceledBy CanceledBy { get; init; }

    /// <summary>The reason, as free text.</summary>
    public string? Description { get; init; }
}
