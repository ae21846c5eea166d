namespace PaymentAbstractions;

/// <summary>What to look up: a transaction by its reference, or an unresolved attempt.</summary>
/// <remarks>Exactly one of <see cref="Transaction"/> and <see cref="Attempt"/> is given.</remarks>
public sealed record FindRequest
{
    /// <summary>The transaction, when its reference is known.</summary>
    public TransactionReference? Transaction { get; init; }

    /// <summary>The attempt, when its reference is not known.</summary>
    public PaymentAttempt? Attempt { get; init; }

    /// <summary>Creates a request for a transaction by its reference.</summary>
    /// <param name="transaction">The reference.</param>
    /// <returns>The request.</returns>
    public static FindRequest For(TransactionReference transaction) => new() { Transaction = transaction };

    /// <summary>Creates a request for the result of an attempt.</summary>
    /// <param name="attempt">What is known about the attempt.</param>
    /// <returns>The request.</returns>
    public static FindRequest For(PaymentAttempt attempt) => new() { Attempt = attempt };
}
