using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Which journal the application chose, in code or in configuration.</summary>
internal sealed record JournalChoice(
    string MadeBy,
    Func<IServiceProvider, CancellationToken, Task<IPaymentJournal>> Open
)
{
    /// <summary>The options of a journal in memory; none for another one.</summary>
    public InMemoryJournalOptions? InMemory { get; init; }
}
