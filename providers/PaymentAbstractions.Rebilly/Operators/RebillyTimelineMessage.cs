namespace PaymentAbstractions.Rebilly;

/// <summary>A message on the timeline of a transaction.</summary>
/// <remarks>
/// The core API reference names the operations only; the members come from Rebilly's public API definitions and are unverified. Immutable,
/// compares by value, thread-safe.
/// </remarks>
public sealed record RebillyTimelineMessage
{
    /// <summary>The message's id at Rebilly.</summary>
    public required string Id { get; init; }

    /// <summary>The type, for example <c>timeline-comment-created</c> or <c>transaction-approved</c>; an open set.</summary>
    public string? Type { get; init; }

    /// <summary>What caused it: <c>rebilly</c>, <c>app</c> or <c>direct-api</c>.</summary>
    public string? TriggeredBy { get; init; }

    /// <summary>The text, with secrets and card data masked.</summary>
    public string? Text { get; init; }

    /// <summary>When the event happened.</summary>
    public DateTimeOffset? OccurredAt { get; init; }
}
