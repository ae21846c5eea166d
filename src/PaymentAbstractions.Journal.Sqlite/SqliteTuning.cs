namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>What tests set to prove what the journal promises. Applications always get the defaults.</summary>
internal sealed record SqliteTuning
{
    /// <summary>The name of the file layer of SQLite; its default when null.</summary>
    public string? Vfs { get; init; }

    /// <summary>What is asked of SQLite and verified.</summary>
    public SqliteSynchronous Synchronous { get; init; } = SqliteSynchronous.Full;

    /// <summary>After how many pages the log is written back; the default of SQLite when null.</summary>
    public int? PagesPerCheckpoint { get; init; }

    /// <summary>The most calls that share one transaction.</summary>
    public int MaxCallsPerTransaction { get; init; } = 256;
}
