using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Reads the options of the in-memory journal next to <c>Kind</c>, and opens the journal.</summary>
internal static class InMemoryJournalSection
{
    public static JournalChoice Read(SectionReader reader)
    {
        var usual = new InMemoryJournalOptions();
        var options = new InMemoryJournalOptions
        {
            KeepClosedFor = reader.Time(
                nameof(usual.KeepClosedFor),
                usual.KeepClosedFor,
                InMemoryJournalOptions.MinKeepClosedFor,
                InMemoryJournalOptions.MaxKeepClosedFor
            ),
            MaxClosed = reader.Whole(nameof(usual.MaxClosed), usual.MaxClosed, 1, int.MaxValue),
            MaxInDoubt = reader.Whole(nameof(usual.MaxInDoubt), usual.MaxInDoubt, 1, int.MaxValue),
            AllowLive = reader.Flag(nameof(usual.AllowLive), usual.AllowLive),
        };
        return new JournalChoice(
            "Journal:Kind InMemory",
            (services, end) => OpenAsync(options, services, end),
            options
        );
    }

    public static Task<IPaymentJournal> OpenAsync(
        InMemoryJournalOptions options,
        IServiceProvider services,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IPaymentJournal>(
            new InMemoryPaymentJournal(options, services.GetRequiredService<TimeProvider>())
        );
}
