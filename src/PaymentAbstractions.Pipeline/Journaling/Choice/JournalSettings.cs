namespace PaymentAbstractions;

/// <summary>What <c>Payments:Journal</c> says besides which journal it is.</summary>
internal sealed record JournalSettings
{
    /// <summary>How long after its intent an attempt may still be sent.</summary>
    public TimeSpan SendWithin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the end of the process waits for exchanges under way.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The fingerprints of payment methods, under the configured key if there is one.</summary>
    public MethodFingerprint Fingerprint { get; init; } = new(null);

    /// <summary>The journal that the section chooses; none when it names none, or one that does not exist.</summary>
    public JournalChoice? Choice { get; init; }

    /// <summary>Whether the section names no journal at all.</summary>
    public bool NamesNone { get; init; } = true;
}
