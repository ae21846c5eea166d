namespace PaymentAbstractions.Journal;

/// <summary>Where a file journal lies and how it behaves.</summary>
public sealed class FileJournalOptions
{
    /// <summary>The smallest <see cref="SegmentBytes"/>: 4 KiB.</summary>
    public const int FewestSegmentBytes = 4096;

    /// <summary>The largest <see cref="SegmentBytes"/>: 1 GiB.</summary>
    public const int MostSegmentBytes = 1 << 30;

    /// <summary>The least that <see cref="KeepAmountsFor"/> may be: 540 days, as long as refunds and disputes come.</summary>
    public static TimeSpan LeastKeepAmountsFor { get; } = TimeSpan.FromDays(540);

    /// <summary>The folder; it is created when it is missing. Required. On a local disk, and the journal's alone.</summary>
    public string Path { get; set; } = "";

    /// <summary>Whether to refuse to start with an empty journal, as after a wrong path or a lost volume. Default: no, for the first start.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool ExpectExisting { get; set; }

    /// <summary>How long to wait for another process to let the journal go, as in a rolling deploy.</summary>
    /// <value>The default is 30 seconds; zero does not wait.</value>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a folder that is reached over a network is accepted, at the risk of losing what was said to be durable.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllowNetworkFileSystem { get; set; }

    /// <summary>Whether every record is checked at start: about a second for each gigabyte. Else a record is checked when it is read.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool VerifyAtStart { get; set; } = true;

    /// <summary>When a new segment is begun, in bytes.</summary>
    /// <value>The default is 32 MiB; 4 KiB to 1 GiB.</value>
    public int SegmentBytes { get; set; } = 32 << 20;

    /// <summary>The most writes that share one sync.</summary>
    /// <value>The default is 1024; at least 1.</value>
    public int MostWritesPerCommit { get; set; } = 1024;

    /// <summary>How many segments of about the same age are merged into one, without what was superseded.</summary>
    /// <value>The default is 8; at least 2.</value>
    public int CompactAfterSegments { get; set; } = 8;

    /// <summary>Whether segments are merged in the background.</summary>
    /// <value>The default is <see langword="true"/>; else only by <see cref="FilePaymentJournal.CompactAsync"/>.</value>
    public bool CompactInBackground { get; set; } = true;

    /// <summary>
    /// After this time since the last change, compaction leaves of a closed entry what answers a repeat and adds up amounts: hints,
    /// earlier attempts, provider's and network's texts go.
    /// </summary>
    /// <value>The default is 180 days.</value>
    public TimeSpan KeepDetailsFor { get; set; } = TimeSpan.FromDays(180);

    /// <summary>
    /// After this time since the last change, compaction drops a closed key altogether: sent again, it would be a new payment.
    /// </summary>
    /// <value>The default is none: a key is kept for ever.</value>
    public TimeSpan? KeepKeysFor { get; set; }

    /// <summary>How long an entry is kept at least whose amount counts for captures, voids and refunds, since its last change.</summary>
    /// <value>The default is 540 days, which is also the least.</value>
    public TimeSpan KeepAmountsFor { get; set; } = LeastKeepAmountsFor;

    /// <summary>Every problem with the options, each starting with the name of the option.</summary>
    /// <returns>The problems; empty when the options are fine.</returns>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        Require(problems, !string.IsNullOrWhiteSpace(Path), nameof(Path), "must name the journal's folder.");
        Require(problems, LockTimeout >= TimeSpan.Zero, nameof(LockTimeout), "must not be negative.");
        Require(
            problems,
            SegmentBytes is >= FewestSegmentBytes and <= MostSegmentBytes,
            nameof(SegmentBytes),
            $"must be between {FewestSegmentBytes} and {MostSegmentBytes}."
        );
        Require(problems, MostWritesPerCommit >= 1, nameof(MostWritesPerCommit), "must be at least 1.");
        Require(problems, CompactAfterSegments >= 2, nameof(CompactAfterSegments), "must be at least 2.");
        Require(problems, KeepDetailsFor >= TimeSpan.Zero, nameof(KeepDetailsFor), "must not be negative.");
        Require(
            problems,
            KeepKeysFor is null || KeepKeysFor >= TimeSpan.Zero,
            nameof(KeepKeysFor),
            "must not be negative."
        );
        Require(
            problems,
            KeepAmountsFor >= LeastKeepAmountsFor,
            nameof(KeepAmountsFor),
            $"must be at least {LeastKeepAmountsFor.Days} days."
        );
        return problems;
    }

    internal FileJournalOptions Copy() => (FileJournalOptions)MemberwiseClone();

    private static void Require(List<string> problems, bool holds, string option, string message)
    {
        if (!holds)
        {
            problems.Add($"{option}: {message}");
        }
    }
}
