namespace PaymentAbstractions;

/// <summary>Something cannot be read at the provider, for example the next page of a list. Nothing was changed, and it may be read again.</summary>
public sealed class PaymentReadException : PaymentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What cannot be read, and why, without secrets.</param>
    /// <param name="reason">Why, for a program.</param>
    /// <param name="retryAt">The earliest time for another reading, when the provider says so.</param>
    public PaymentReadException(string message, PaymentReason reason, DateTimeOffset? retryAt = null)
        : base(message)
    {
        Reason = reason;
        RetryAt = retryAt;
    }

    /// <summary>
    /// Why: for example <see cref="PaymentReason.ConnectionFailed"/>, <see cref="PaymentReason.RateLimited"/>,
    /// <see cref="PaymentReason.InvalidCredentials"/> or <see cref="PaymentReason.NoTrustworthyAnswer"/>.
    /// </summary>
    public PaymentReason Reason { get; }

    /// <summary>The earliest time for another reading, when the provider says so; for example after too many requests.</summary>
    public DateTimeOffset? RetryAt { get; }
}
