namespace PaymentAbstractions.Sandbox;

/// <summary>One attempt of a <see cref="RebillySandbox"/> to deliver a webhook, or a webhook that was lost deliberately.</summary>
public sealed record RebillySandboxDelivery
{
    /// <summary>
    /// The transaction id in the webhook; that of the original for refunds and voids. For an event of a payout request, its id.
    /// </summary>
    public required string TransactionId { get; init; }

    /// <summary>The event, for example <c>transaction-processed</c>; <c>notificationUrl</c> for the URL of a single transaction.</summary>
    public required string EventType { get; init; }

    /// <summary>The transaction's revision at the time of the event.</summary>
    public required int Revision { get; init; }

    /// <summary>
    /// The HTTP status of the answer; null when there was none within 10 seconds, or when the webhook was lost deliberately.
    /// </summary>
    public int? Status { get; init; }

    /// <summary>The address that it was sent to.</summary>
    public required Uri Address { get; init; }

    /// <summary>The number of the attempt, starting at 1; 0 for a webhook that was lost deliberately and never sent.</summary>
    public required int Attempt { get; init; }
}
