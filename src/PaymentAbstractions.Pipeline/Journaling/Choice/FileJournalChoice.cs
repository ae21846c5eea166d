using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Chooses the file journal.</summary>
internal static class FileJournalChoice
{
    public static JournalChoice Of(FileJournalOptions options, string madeBy) =>
        new(
            madeBy,
            async (services, cancellationToken) =>
                await FilePaymentJournal
                    .OpenAsync(options, services.GetRequiredService<TimeProvider>(), cancellationToken)
                    .ConfigureAwait(false)
        );
}
