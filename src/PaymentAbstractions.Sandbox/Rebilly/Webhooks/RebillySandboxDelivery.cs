namespace PaymentAbstractions.Sandbox;

/// <summary>One try of a <see cref="RebillySandbox"/> to deliver a webhook, or one that was lost on purpose.</summary>
public sealed record RebillySandboxDelivery
{
    /// <summary>The transaction that the webhook names; the original one for refunds and voids. For an event of a payout request, its id.</summary>
    public required string TransactionId { get; init; }

    /// <summary>The event, for example <c>transaction-processed</c>; <c>notificationUrl</c> for a transaction's own address.</summary>
    public required string EventType { get; init; }

    /// <summary>The transaction's revision at the time of the event.</summary>
    public required int Revision { get; init; }

    /// <summary>
    /// The HTTP status of the answer; null when there was none within 10 seconds, or when the webhook was lost on purpose.
    /// </summary>
    public int? Status { get; init; }

    /// <summary>Where it was sent.</summary>
    public required Uri Address { get; init; }

    /// <summary>The number of the try, from 1; 0 for a webhook that was lost on purpose and never sent.</summary>
    public required int Attempt { get; init; }
}
