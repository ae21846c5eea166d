using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Reads the options of the file journal beside <c>Kind</c>.</summary>
internal static class FileJournalSection
{
    private static readonly TimeSpan Ever = TimeSpan.FromDays(36_500);

    public static JournalChoice? Read(SectionReader reader)
    {
        var usual = new FileJournalOptions();
        var options = new FileJournalOptions
        {
            Path = reader.Text(nameof(usual.Path)) ?? "",
            ExpectExisting = reader.Flag(nameof(usual.ExpectExisting), usual.ExpectExisting),
            LockTimeout = reader.Time(
                nameof(usual.LockTimeout),
                usual.LockTimeout,
                TimeSpan.Zero,
                TimeSpan.FromHours(1)
            ),
            AllowNetworkFileSystem = reader.Flag(nameof(usual.AllowNetworkFileSystem), usual.AllowNetworkFileSystem),
            VerifyAtStart = reader.Flag(nameof(usual.VerifyAtStart), usual.VerifyAtStart),
            SegmentBytes = reader.Whole(
                nameof(usual.SegmentBytes),
                usual.SegmentBytes,
                FileJournalOptions.FewestSegmentBytes,
                FileJournalOptions.MostSegmentBytes
            ),
            MostWritesPerCommit = reader.Whole(
                nameof(usual.MostWritesPerCommit),
                usual.MostWritesPerCommit,
                1,
                1 << 20
            ),
            CompactAfterSegments = reader.Whole(
                nameof(usual.CompactAfterSegments),
                usual.CompactAfterSegments,
                2,
                1000
            ),
            CompactInBackground = reader.Flag(nameof(usual.CompactInBackground), usual.CompactInBackground),
            KeepDetailsFor = reader.Time(nameof(usual.KeepDetailsFor), usual.KeepDetailsFor, TimeSpan.Zero, Ever),
            KeepAmountsFor = reader.Time(
                nameof(usual.KeepAmountsFor),
                usual.KeepAmountsFor,
                FileJournalOptions.LeastKeepAmountsFor,
                Ever
            ),
        };
        var keepKeysFor = reader.Time(nameof(usual.KeepKeysFor), Ever, TimeSpan.Zero, Ever);
        options.KeepKeysFor = keepKeysFor == Ever ? null : keepKeysFor;
        foreach (var problem in options.Problems())
        {
            var (key, message) = problem.Split(": ", 2) is [var name, var rest] ? (name, rest) : ("Path", problem);
            reader.Problem(key, message);
        }

        return FileJournalChoice.Of(options, "Journal:Kind File");
    }
}
