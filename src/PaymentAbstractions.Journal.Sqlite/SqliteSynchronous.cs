namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>How much of a commit SQLite has confirmed by the disk; the numbers are those of its pragma.</summary>
internal enum SqliteSynchronous
{
    /// <summary>Nothing.</summary>
    Off = 0,

    /// <summary>The log before it is written back; the last commits can be lost with the power.</summary>
    Normal = 1,

    /// <summary>Every commit.</summary>
    Full = 2,
}
