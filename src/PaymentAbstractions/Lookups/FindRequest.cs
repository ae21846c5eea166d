namespace PaymentAbstractions;

/// <summary>What to look for: a transaction by its reference, or an attempt in doubt.</summary>
/// <remarks>Exactly one of <see cref="Transaction"/> and <see cref="Attempt"/> is given.</remarks>
public sealed record FindRequest
{
    /// <summary>The transaction, when its reference is known.</summary>
    public TransactionReference? Transaction { get; init; }

    /// <summary>The attempt, when no reference came back.</summary>
    public PaymentAttempt? Attempt { get; init; }

    /// <summary>Looks for a transaction by its reference.</summary>
    /// <param name="transaction">The reference.</param>
    /// <returns>The request.</returns>
    public static FindRequest For(TransactionReference transaction) => new() { Transaction = transaction };

    /// <summary>Looks for what became of an attempt.</summary>
    /// <param name="attempt">What is known of the attempt.</param>
    /// <returns>The request.</returns>
    public static FindRequest For(PaymentAttempt attempt) => new() { Attempt = attempt };
}
