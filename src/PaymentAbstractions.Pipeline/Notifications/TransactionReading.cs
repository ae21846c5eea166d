namespace PaymentAbstractions;

/// <summary>What came of reading a transaction again.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Revision">Which of its changes the provider showed, where it counts them.</param>
internal sealed record TransactionReading(NotificationResult Result, long? Revision = null)
{
    public static TransactionReading Deferred(string reason, DateTimeOffset? retryAt = null) =>
        new(NotificationResult.Deferred(reason, retryAt));
}
