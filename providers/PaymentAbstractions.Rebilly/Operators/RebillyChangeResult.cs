namespace PaymentAbstractions.Rebilly;

/// <summary>What came of a change that a person made at Rebilly.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record RebillyChangeResult
{
    /// <summary>Approved when it is done; Rejected, NotSent or Unknown otherwise, with the meanings of <see cref="PaymentOutcome"/>.</summary>
    public required PaymentOutcome Outcome { get; init; }

    /// <summary>The transaction as it is now, when the change was one of the transaction and is done.</summary>
    public RebillyTransaction? Transaction { get; init; }

    /// <summary>The message, when one was added.</summary>
    public RebillyTimelineMessage? Message { get; init; }

    /// <summary>Why it is not done, when it is not.</summary>
    public PaymentReason Reason { get; init; }

    /// <summary>Rebilly's complaints, when it refused.</summary>
    public ValueList<RequestProblem> Problems { get; init; } = [];
}
