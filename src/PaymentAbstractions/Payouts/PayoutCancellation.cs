namespace PaymentAbstractions;

/// <summary>Who canceled a payout request, and why.</summary>
/// <remarks>Instances are immutable, compare by value and are thread-safe.</remarks>
public sealed record PayoutCancellation
{
    /// <summary>Who canceled it.</summary>
    public PayoutCanceledBy CanceledBy { get; init; }

    /// <summary>The reason, when one was given.</summary>
    public string? Description { get; init; }
}
