namespace PaymentAbstractions;

/// <summary>Who canceled a payout request, and why.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record PayoutCancellation
{
    /// <summary>Who canceled it.</summary>
    public PayoutCanceledBy CanceledBy { get; init; }

    /// <summary>Why, as far as it was said.</summary>
    public string? Description { get; init; }
}
