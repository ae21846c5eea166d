namespace PaymentAbstractions;

/// <summary>Asks to go on with a payment whose customer has come back from a <see cref="NextAction"/>.</summary>
/// <remarks>Immutable, compares by value.</remarks>
public sealed record CompletionRequest
{
    /// <summary>The payment that waits, as it was asked for: its key, operation, amount, order and customer.</summary>
    public required PaymentAttempt Attempt { get; init; }

    /// <summary>The transaction that waits, when the result that was Pending named one.</summary>
    public TransactionReference? Transaction { get; init; }

    /// <summary>The query and form fields that the browser brought back, as they came. Not trusted, and not logged.</summary>
    public Metadata ReturnedFields { get; init; } = [];
}
