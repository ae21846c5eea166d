namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>Which writes SQLite lets the disk confirm; the numbers are those of its pragma.</summary>
internal enum SqliteSynchronous
{
    /// <summary>No writes.</summary>
    Off = 0,

    /// <summary>Only the log before it is written back; the last commits can be lost in a power failure.</summary>
    Normal = 1,

    /// <summary>Every commit.</summary>
    Full = 2,
}
