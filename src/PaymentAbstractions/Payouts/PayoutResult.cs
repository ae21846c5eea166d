namespace PaymentAbstractions;

/// <summary>The result of creating, updating or canceling a payout request. It moves no money.</summary>
/// <remarks>Instances are immutable, compare by value and are thread-safe.</remarks>
public sealed record PayoutResult
{
    /// <summary>Approved on success; otherwise Rejected, NotSent or Unknown, with the meanings of <see cref="PaymentOutcome"/>.</summary>
    public required PaymentOutcome Outcome { get; init; }

    /// <summary>The payout request as the provider shows it, on success.</summary>
    public Payout? Payout { get; init; }

    /// <summary>Whether the request already existed and was updated, or was already canceled.</summary>
    public bool AlreadyExisted { get; init; }

    /// <summary>The reason, when it did not succeed.</summary>
    public PaymentReason Reason { get; init; }

    /// <summary>The problems that the provider reported, when it refused.</summary>
    public ValueList<RequestProblem> Problems { get; init; } = [];
}
