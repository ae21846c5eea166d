namespace PaymentAbstractions;

/// <summary>The result of reading a transaction again.</summary>
/// <param name="Result">How the reading ended.</param>
/// <param name="Revision">The revision that the provider showed, if it counts revisions.</param>
internal sealed record TransactionReading(NotificationResult Result, long? Revision = null)
{
    public static TransactionReading Deferred(string reason, DateTimeOffset? retryAt = null) =>
        new(NotificationResult.Deferred(reason, retryAt));
}
