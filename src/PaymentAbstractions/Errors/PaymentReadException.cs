namespace PaymentAbstractions;

/// <summary>
/// Thrown when data cannot be read from the provider, for example the next page of a list. Nothing was changed, and the read can be
/// repeated.
/// </summary>
public sealed class PaymentReadException : PaymentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What cannot be read and why, without secrets.</param>
    /// <param name="reason">The reason, for programs.</param>
    /// <param name="retryAt">The earliest time for another read, when the provider reports one.</param>
    public PaymentReadException(string message, PaymentReason reason, DateTimeOffset? retryAt = null)
        : base(message)
    {
        Reason = reason;
        RetryAt = retryAt;
    }

    /// <summary>
    /// The reason, for example <see cref="PaymentReason.ConnectionFailed"/>, <see cref="PaymentReason.RateLimited"/>,
    /// <see cref="PaymentReason.InvalidCredentials"/> or <see cref="PaymentReason.NoTrustworthyAnswer"/>.
    /// </summary>
    public PaymentReason Reason { get; }

    /// <summary>The earliest time for another read, when the provider reports one, for example after too many requests.</summary>
    public DateTimeOffset? RetryAt { get; }
}
