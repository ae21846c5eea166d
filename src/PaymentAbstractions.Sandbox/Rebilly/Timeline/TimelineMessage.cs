namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>A message on the timeline of a transaction.</summary>
internal sealed record TimelineMessage(
    string Id,
    string Type,
    string TriggeredBy,
    string Text,
    DateTimeOffset OccurredTime
);
