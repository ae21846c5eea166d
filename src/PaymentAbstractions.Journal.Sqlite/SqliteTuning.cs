namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>Settings with which tests prove the guarantees of the journal. Applications always use the defaults.</summary>
internal sealed record SqliteTuning
{
    /// <summary>The name of SQLite's virtual file system; SQLite's default when <see langword="null"/>.</summary>
    public string? Vfs { get; init; }

    /// <summary>The synchronous mode that is set and verified.</summary>
    public SqliteSynchronous Synchronous { get; init; } = SqliteSynchronous.Full;

    /// <summary>The number of pages after which the log is written back; SQLite's default when <see langword="null"/>.</summary>
    public int? PagesPerCheckpoint { get; init; }

    /// <summary>The maximum number of calls that share one transaction.</summary>
    public int MaxCallsPerTransaction { get; init; } = 256;
}
