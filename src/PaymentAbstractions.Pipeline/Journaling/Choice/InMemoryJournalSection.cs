using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Reads the options of the in-memory journal next to <c>Kind</c>, and opens the journal.</summary>
internal static class InMemoryJournalSection
{
    public static JournalChoice Read(
        IConfigurationSection section,
        SectionReader reader,
        IServiceProvider services,
        ProblemList problems
    )
    {
        var (options, changed, failures) = MadeOptions<InMemoryJournalOptions>.Of(
            services,
            Options.DefaultName,
            one => Read(reader, one)
        );
        var place = new OptionPlace(section, nameof(InMemoryJournalOptions), prefersCode: false) { Changed = changed };
        var wrong = new ProblemList();
        options.Validate(wrong);
        foreach (var problem in wrong.Problems)
        {
            problems.Add(place.Of(problem.Field), problem.Message);
        }

        foreach (var failure in failures)
        {
            problems.Add(place.Whole, failure);
        }

        return new JournalChoice("Journal:Kind InMemory", (all, end) => OpenAsync(options, all, end), options);
    }

    public static Task<IPaymentJournal> OpenAsync(
        InMemoryJournalOptions options,
        IServiceProvider services,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IPaymentJournal>(
            new InMemoryPaymentJournal(options, services.GetRequiredService<TimeProvider>())
        );

    private static void Read(SectionReader reader, InMemoryJournalOptions options)
    {
        options.KeepClosedFor = reader.Time(
            nameof(options.KeepClosedFor),
            options.KeepClosedFor,
            InMemoryJournalOptions.MinKeepClosedFor,
            InMemoryJournalOptions.MaxKeepClosedFor
        );
        options.MaxClosed = reader.Whole(nameof(options.MaxClosed), options.MaxClosed, 1, int.MaxValue);
        options.MaxInDoubt = reader.Whole(nameof(options.MaxInDoubt), options.MaxInDoubt, 1, int.MaxValue);
        options.AllowLive = reader.Flag(nameof(options.AllowLive), options.AllowLive);
    }
}
