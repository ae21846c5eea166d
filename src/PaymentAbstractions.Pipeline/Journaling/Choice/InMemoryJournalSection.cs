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
                InMemoryJournalOptions.LeastKeepClosedFor,
                InMemoryJournalOptions.MostKeepClosedFor
            ),
            MostClosed = reader.Whole(nameof(usual.MostClosed), usual.MostClosed, 1, int.MaxValue),
            MostInDoubt = reader.Whole(nameof(usual.MostInDoubt), usual.MostInDoubt, 1, int.MaxValue),
            AllowLive = reader.Flag(nameof(usual.AllowLive), usual.AllowLive),
        };
        return InMemoryJournalChoice.Of(options, "Journal:Kind InMemory");
    }
}
