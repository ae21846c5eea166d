namespace PaymentAbstractions;

/// <summary>What came of storing a customer or a payment method.</summary>
public sealed record VaultResult
{
    /// <summary>
    /// Approved when it is stored; Rejected, NotSent or Unknown otherwise, with the meanings of <see cref="PaymentOutcome"/>.
    /// </summary>
    public required PaymentOutcome Outcome { get; init; }

    /// <summary>The provider's id of the customer or the payment method, when it is stored.</summary>
    public string? Id { get; init; }

    /// <summary>Whether it existed before and was updated.</summary>
    public bool AlreadyExisted { get; init; }

    /// <summary>Why it is not stored, when it is not.</summary>
    public PaymentReason Reason { get; init; }

    /// <summary>The provider's complaints, when it refused.</summary>
    public ValueList<RequestProblem> Problems { get; init; } = [];
}
