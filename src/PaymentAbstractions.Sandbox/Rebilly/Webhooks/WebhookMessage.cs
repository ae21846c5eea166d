namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>One event for one receiver.</summary>
internal sealed record WebhookMessage
{
    public required WebhookTarget Target { get; init; }

    public required string TransactionId { get; init; }

    public required string EventType { get; init; }

    public required int Revision { get; init; }

    /// <summary>Null for a request without a body.</summary>
    public string? Body { get; init; }

    /// <summary>The number of deliveries.</summary>
    public int Times { get; init; } = 1;

    public RebillySandboxDelivery Delivery(int attempt, int? status) =>
        new()
        {
            TransactionId = TransactionId,
            EventType = EventType,
            Revision = Revision,
            Status = status,
            Address = Target.Webhook.Address,
            Attempt = attempt,
        };
}
