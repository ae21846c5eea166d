using Npgsql;

namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>The options of a PostgreSQL journal.</summary>
/// <remarks>Not thread-safe. A journal copies the values when it is opened. <see cref="ConnectionString"/> is a secret.</remarks>
public sealed class PostgreSqlJournalOptions
{
    /// <summary>
    /// The Npgsql connection string of the database. Required, unless the application provides its own data source. If it has several
    /// hosts, they are tried until one accepts writes.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The schema of the journal's tables.</summary>
    /// <value>The default is <c>payments</c>; 1 to 63 of <c>a-z</c>, <c>0-9</c> and <c>_</c>, starting with a letter.</value>
    public string Schema { get; set; } = "payments";

    /// <summary>
    /// Whether opening creates or upgrades the schema, which requires a role with that permission. Otherwise, the schema must exist; see
    /// <see cref="PostgreSqlPaymentJournal.MigrateAsync"/>.
    /// </summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Migrate { get; set; } = true;

    /// <summary>
    /// Whether the journal must already contain payments, so that a lost journal is detected instead of being created again.
    /// </summary>
    /// <value>The default is <see langword="false"/>; set it after the first start.</value>
    public bool ExpectExisting { get; set; }

    /// <summary>
    /// How long a write waits for the writes of other hosts that affect the same payments, orders or transactions; up to five seconds
    /// longer when it waits for several in turn. After that, nothing is sent.
    /// </summary>
    /// <value>The default is 10 seconds; 1 second to 5 minutes.</value>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether to accept a server that confirms commits before they are durable: <c>fsync</c> or <c>full_page_writes</c> is off, or
    /// <c>synchronous_commit</c> is off or local.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllowNotDurable { get; set; }

    /// <summary>
    /// Whether to accept a proxy that shares connections between the application and the server. It must keep a transaction on one
    /// connection.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllowProxy { get; set; }

    /// <summary>
    /// The time since the last change after which a closed payment is reduced to the data that repeats and sums need: hints, earlier
    /// attempts, and texts of the provider and the network are deleted. An original keeps them as long as one of its captures, voids and
    /// refunds does; an entry that is unpublished or a duplicate charge keeps them as long as it is.
    /// </summary>
    /// <value>The default is 180 days; 0 to 36,500 days.</value>
    public TimeSpan KeepDetailsFor { get; set; } = TimeSpan.FromDays(180);

    /// <summary>The maximum number of calls that share one transaction; used only for measurements.</summary>
    internal int MaxCallsPerTransaction { get; set; } = 64;

    /// <summary>Adds every problem of the options.</summary>
    /// <param name="problems">The list to which problems are added.</param>
    public void Validate(ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        Validate(problems, hasSource: false);
    }

    /// <exception cref="PaymentConfigurationException">An option is not valid. The exception lists all problems.</exception>
    internal void Check(bool hasSource)
    {
        var problems = new ProblemList();
        Validate(problems, hasSource);
        if (problems.Count > 0)
        {
            throw new PaymentConfigurationException(problems);
        }
    }

    internal PostgreSqlJournalOptions Copy() => (PostgreSqlJournalOptions)MemberwiseClone();

    internal void Validate(ProblemList problems, bool hasSource)
    {
        if (!hasSource && ProblemOfConnection() is { } problem)
        {
            problems.Add(nameof(ConnectionString), problem);
        }

        if (!IsName(Schema))
        {
            problems.Add(
                nameof(Schema),
                $"is '{Schema}', and must be 1 to 63 of a-z, 0-9 and _, starting with a letter."
            );
        }

        problems.CheckTimes(LockTimeout, KeepDetailsFor);
    }

    private static bool IsName(string? schema) =>
        schema is { Length: > 0 and <= 63 }
        && char.IsAsciiLetterLower(schema[0])
        && schema.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');

    // The value may contain a password, so it is not quoted.
    private string? ProblemOfConnection()
    {
        try
        {
            return string.IsNullOrWhiteSpace(ConnectionString)
                    ? "is missing. Specify at least the host, the database and the user."
                : string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(ConnectionString).Host)
                    ? "has no host. Add 'Host=...'."
                : null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException)
        {
            return "cannot be parsed. It must have the form 'Host=...;Database=...;Username=...;Password=...'; the value is not shown because it is a secret.";
        }
    }
}
