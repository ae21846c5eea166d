using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Chooses the journal in memory.</summary>
internal static class InMemoryJournalChoice
{
    public static JournalChoice Of(InMemoryJournalOptions options, string madeBy) =>
        new(
            madeBy,
            (services, _) =>
                Task.FromResult<IPaymentJournal>(
                    new InMemoryPaymentJournal(options, services.GetRequiredService<TimeProvider>())
                )
        )
        {
            InMemory = options,
        };
}
