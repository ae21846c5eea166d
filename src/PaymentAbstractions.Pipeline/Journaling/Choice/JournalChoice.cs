using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Which journal the application chose, in code or in configuration.</summary>
/// <param name="MadeBy">Where it was chosen.</param>
/// <param name="Open">Opens it.</param>
/// <param name="Options">Its options; none when the application opens it itself.</param>
internal sealed record JournalChoice(
    string MadeBy,
    Func<IServiceProvider, CancellationToken, Task<IPaymentJournal>> Open,
    object? Options = null
)
{
    /// <summary>The options of a journal in memory; none for another one.</summary>
    public InMemoryJournalOptions? InMemory => Options as InMemoryJournalOptions;
}
