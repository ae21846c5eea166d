namespace PaymentAbstractions.Journal.Sqlite;

/// <summary>Where a SQLite journal lies and how it behaves.</summary>
/// <remarks>Not thread-safe; a journal copies what it needs when it is opened.</remarks>
public sealed class SqliteJournalOptions
{
    /// <summary>The database file, on a local disk; its folder is created when it is missing. Required.</summary>
    /// <value>In an application a relative path is relative to its content root; else to the working directory.</value>
    public string Path { get; set; } = "";

    /// <summary>
    /// Whether the file must be there and hold payments, so that a journal that got lost is noticed and not begun anew.
    /// </summary>
    /// <value>The default is <see langword="false"/>; set it after the first start.</value>
    public bool ExpectExisting { get; set; }

    /// <summary>
    /// Whether opening makes the file and its schema, or brings them up to date. Else they must be there as this version needs them.
    /// </summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Migrate { get; set; } = true;

    /// <summary>How long a write waits for those of other processes; then nothing is sent.</summary>
    /// <value>The default is 10 seconds; 1 second to 5 minutes.</value>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether a file that is reached over a network is accepted, at the risk of losing what was said to be durable.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllowNetworkFileSystem { get; set; }

    /// <summary>
    /// After this time since the last change a closed payment is reduced to what answers a repeat and adds up amounts: hints, earlier
    /// attempts, provider's and network's texts go. An original keeps them as long as one of its captures, voids and refunds does;
    /// what is unpublished or a duplicate charge keeps them until it is not.
    /// </summary>
    /// <value>The default is 180 days; 0 to 36,500 days.</value>
    public TimeSpan KeepDetailsFor { get; set; } = TimeSpan.FromDays(180);

    /// <summary>Adds every problem with the options.</summary>
    /// <param name="problems">Where to add them.</param>
    public void Validate(ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (string.IsNullOrWhiteSpace(Path))
        {
            problems.Add(nameof(Path), "is missing. Name the database file, on a local disk.");
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
