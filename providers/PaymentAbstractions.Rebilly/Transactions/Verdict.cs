namespace PaymentAbstractions.Rebilly;

/// <summary>What a transaction proves, measured against an expectation.</summary>
internal readonly record struct Verdict(
    PaymentOutcome Outcome,
    PaymentReason Reason,
    PaymentAnomaly? Anomaly = null,
    Money? ApprovedAmount = null,
    Money? ProcessedAmount = null,
    string? Message = null
);
