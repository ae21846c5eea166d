namespace PaymentAbstractions.Adapters;

/// <summary>What a transaction proves, compared with an expectation.</summary>
internal readonly record struct Verdict(
    PaymentOutcome Outcome,
    PaymentReason Reason,
    PaymentAnomaly? Anomaly = null,
    Money? Approved = null,
    Money? Processed = null,
    string? Message = null
);
