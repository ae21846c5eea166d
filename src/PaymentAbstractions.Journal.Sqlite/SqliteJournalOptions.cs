namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>The options of a SQLite journal.</summary>
/// <remarks>Not thread-safe. A journal copies the values when it is opened.</remarks>
public sealed class SqliteJournalOptions
{
    /// <summary>The database file, on a local disk. Its folder is created when it is missing. Required.</summary>
    /// <value>In an application, a relative path is relative to its content root, otherwise to the working directory.</value>
    public string Path { get; set; } = "";

    /// <summary>
    /// Whether the file must exist and contain payments, so that a lost journal is detected instead of being created again.
    /// </summary>
    /// <value>The default is <see langword="false"/>; set it after the first start.</value>
    public bool ExpectExisting { get; set; }

    /// <summary>
    /// Whether opening creates or upgrades the file and its schema. Otherwise, they must exist in the version that this library needs.
    /// </summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Migrate { get; set; } = true;

    /// <summary>How long a write waits for the writes of other processes. After that, nothing is sent.</summary>
    /// <value>The default is 10 seconds; 1 second to 5 minutes.</value>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether to accept a file on a network file system, at the risk of losing data that was reported as durable.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllowNetworkFileSystem { get; set; }

    /// <summary>
    /// The time since the last change after which a closed payment is reduced to the data that repeats and sums need: hints, earlier
    /// attempts, and texts of the provider and the network are deleted. An original keeps them as long as one of its captures, voids and
    /// refunds does; an entry that is unpublished or a duplicate charge keeps them as long as it is.
    /// </summary>
    /// <value>The default is 180 days; 0 to 36,500 days.</value>
    public TimeSpan KeepDetailsFor { get; set; } = TimeSpan.FromDays(180);

    /// <summary>Adds every problem of the options.</summary>
    /// <param name="problems">The list to which problems are added.</param>
    public void Validate(ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (string.IsNullOrWhiteSpace(Path))
        {
            problems.Add(nameof(Path), "is missing. Specify the database file, on a local disk.");
        }

        problems.CheckTimes(LockTimeout, KeepDetailsFor);
    }

    internal SqliteJournalOptions At(string path)
    {
        var copy = (SqliteJournalOptions)MemberwiseClone();
        copy.Path = path;
        return copy;
    }
}
