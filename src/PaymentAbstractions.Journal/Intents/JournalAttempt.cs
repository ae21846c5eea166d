namespace PaymentAbstractions.Journal;

/// <summary>An earlier attempt of a key: its gateway and its outcome.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalAttempt
{
    /// <summary>The number of the attempt, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The configured name of the gateway.</summary>
    public required string Gateway { get; init; }

    /// <summary>The account at the provider.</summary>
    public required AccountFingerprint Account { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The outcome: NotSent or Rejected, because otherwise the key would not have been used again.</summary>
    public required PaymentOutcome Outcome { get; init; }

    /// <summary>The reason for the outcome.</summary>
    public PaymentReason Reason { get; init; }
}
