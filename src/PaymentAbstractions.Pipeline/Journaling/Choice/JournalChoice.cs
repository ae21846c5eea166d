using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>The journal that the application chose, in code or in configuration.</summary>
/// <param name="MadeBy">The place where it was chosen.</param>
/// <param name="Open">Opens the journal.</param>
/// <param name="Options">Its options; <see langword="null"/> when the application opens the journal itself.</param>
internal sealed record JournalChoice(
    string MadeBy,
    Func<IServiceProvider, CancellationToken, Task<IPaymentJournal>> Open,
    object? Options = null
)
{
    /// <summary>The options of an in-memory journal; <see langword="null"/> for other journals.</summary>
    public InMemoryJournalOptions? InMemory => Options as InMemoryJournalOptions;
}
