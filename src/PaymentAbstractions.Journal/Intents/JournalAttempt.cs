namespace PaymentAbstractions.Journal;

/// <summary>An earlier attempt of a key: where it went and how it ended.</summary>
/// <remarks>Instances are immutable and compare by value.</remarks>
public sealed record JournalAttempt
{
    /// <summary>The number of the attempt, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The configured name of the gateway.</summary>
    public required string Gateway { get; init; }

    /// <summary>The account at the provider.</summary>
    public required AccountFingerprint Account { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How it ended: NotSent or Rejected, else the key would not have been tried again.</summary>
    public required PaymentOutcome Outcome { get; init; }

    /// <summary>Why.</summary>
    public PaymentReason Reason { get; init; }
}
