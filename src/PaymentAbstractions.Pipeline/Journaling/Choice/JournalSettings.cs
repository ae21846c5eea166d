namespace PaymentAbstractions;

/// <summary>The settings of the journal, from configuration and code.</summary>
internal sealed class JournalSettings
{
    /// <summary>The options that apply to every kind of journal.</summary>
    public required JournalOptions Options { get; init; }

    /// <summary>The journal that the section chooses; <see langword="null"/> when it names none, or one that does not exist.</summary>
    public JournalChoice? Choice { get; init; }

    /// <summary>Whether the section names no journal.</summary>
    public bool NamesNone { get; init; } = true;
}
