using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Which journal the application chose in code; without a function it chose none.</summary>
internal sealed record JournalChoice(
    string MadeBy,
    Func<IServiceProvider, CancellationToken, Task<IPaymentJournal>>? Open
);
