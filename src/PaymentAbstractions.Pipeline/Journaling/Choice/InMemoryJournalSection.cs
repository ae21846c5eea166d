using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Reads the options of the journal in memory beside <c>Kind</c>.</summary>
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
        return InMemoryJournalChoice.Of(options, "Journal:Kind InMemory");
    }
}
