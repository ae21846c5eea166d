namespace PaymentAbstractions;

/// <summary>What is said about the journal, in configuration and code.</summary>
internal sealed class JournalSettings
{
    /// <summary>How payments use it, whichever it is.</summary>
    public required JournalOptions Options { get; init; }

    /// <summary>The journal that the section chooses; none when it names none, or one that does not exist.</summary>
    public JournalChoice? Choice { get; init; }

    /// <summary>Whether the section names no journal at all.</summary>
    public bool NamesNone { get; init; } = true;
}
