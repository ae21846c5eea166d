namespace PaymentAbstractions.Rebilly;

/// <summary>The result of a change that an operator made at Rebilly.</summary>
/// <remarks>Immutable, compares by value, thread-safe.</remarks>
public sealed record RebillyChangeResult
{
    /// <summary>
    /// Approved when the change was made; otherwise Rejected, NotSent or Unknown, with the meanings of <see cref="PaymentOutcome"/>.
    /// </summary>
    public required PaymentOutcome Outcome { get; init; }

    /// <summary>The transaction after the change, when the change concerned the transaction and was made.</summary>
    public RebillyTransaction? Transaction { get; init; }

    /// <summary>The message that was added, if any.</summary>
    public RebillyTimelineMessage? Message { get; init; }

    /// <summary>Why the change was not made.</summary>
    public PaymentReason Reason { get; init; }

    /// <summary>The problems that Rebilly reported, when it refused the change.</summary>
    public ValueList<RequestProblem> Problems { get; init; } = [];
}
