namespace PaymentAbstractions;

/// <summary>What came of creating, updating or canceling a payout request. No money moved by it.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record PayoutResult
{
    /// <summary>Approved when it is done; Rejected, NotSent or Unknown otherwise, with the meanings of <see cref="PaymentOutcome"/>.</summary>
    public required PaymentOutcome Outcome { get; init; }

    /// <summary>The payout request as the provider shows it, when it is done.</summary>
    public Payout? Payout { get; init; }

    /// <summary>Whether it existed before and was updated, or was canceled before.</summary>
    public bool AlreadyExisted { get; init; }

    /// <summary>Why it is not done, when it is not.</summary>
    public PaymentReason Reason { get; init; }

    /// <summary>The provider's complaints, when it refused.</summary>
    public ValueList<RequestProblem> Problems { get; init; } = [];
}
