using Npgsql;

namespace PaymentAbstractions.Journal.PostgreSql;

/// <summary>Where a PostgreSQL journal lies and how it behaves.</summary>
/// <remarks>Not thread-safe; a journal copies what it needs when it is opened. <see cref="ConnectionString"/> is a secret.</remarks>
public sealed class PostgreSqlJournalOptions
{
    /// <summary>
    /// How the database is reached, as Npgsql reads it. Required, unless the application gives a data source of its own. Several hosts in it
    /// are tried until one is found that takes writes.
    /// </summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The schema of the journal's tables.</summary>
    /// <value>The default is <c>payments</c>; 1 to 63 of <c>a-z</c>, <c>0-9</c> and <c>_</c>, a letter first.</value>
    public string Schema { get; set; } = "payments";

    /// <summary>
    /// Whether opening makes the schema or brings it up to date, which needs a role that may. Else it must be there; see
    /// <see cref="PostgreSqlPaymentJournal.MigrateAsync"/>.
    /// </summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool Migrate { get; set; } = true;

    /// <summary>Whether the journal must hold payments already, so that one that got lost is noticed and not begun anew.</summary>
    /// <value>The default is <see langword="false"/>; set it after the first start.</value>
    public bool ExpectExisting { get; set; }

    /// <summary>
    /// How long a write waits for those of other hosts that decide about the same, at most five seconds more when it waits for several in
    /// turn; then nothing is sent.
    /// </summary>
    /// <value>The default is 10 seconds; 1 second to 5 minutes.</value>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether a server is accepted that confirms commits before they are durable: <c>fsync</c> or <c>full_page_writes</c> off,
    /// <c>synchronous_commit</c> off or local.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllowNotDurable { get; set; }

    /// <summary>Whether a proxy that shares connections is accepted between the application and the server. It must keep a transaction on one connection.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool AllowProxy { get; set; }

    /// <summary>
    /// After this time since the last change a closed payment is reduced to what answers a repeat and adds up amounts: hints, earlier
    /// attempts, provider's and network's texts go. An original keeps them as long as one of its captures, voids and refunds does;
    /// what is unpublished or a duplicate charge keeps them until it is not.
    /// </summary>
    /// <value>The default is 180 days; 0 to 36,500 days.</value>
    public TimeSpan KeepDetailsFor { get; set; } = TimeSpan.FromDays(180);

    /// <summary>The most calls that share one transaction; others are only measured.</summary>
    internal int MaxCallsPerTransaction { get; set; } = 64;

    /// <summary>Adds every problem with the options.</summary>
    /// <param name="problems">Where to add them.</param>
    public void Validate(ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        Validate(problems, hasSource: false);
    }

    /// <exception cref="PaymentConfigurationException">An option has no meaning; all are listed.</exception>
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
            problems.Add(nameof(Schema), $"is '{Schema}', and must be 1 to 63 of a-z, 0-9 and _, with a letter first.");
        }

        problems.CheckTimes(LockTimeout, KeepDetailsFor);
    }

    private static bool IsName(string? schema) =>
        schema is { Length: > 0 and <= 63 }
        && char.IsAsciiLetterLower(schema[0])
        && schema.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');

    // The value may hold a password, so it is not quoted.
    private string? ProblemOfConnection()
    {
        try
        {
            return string.IsNullOrWhiteSpace(ConnectionString)
                    ? "is missing. Name at least the host, the database and the user."
                : string.IsNullOrWhiteSpace(new NpgsqlConnectionStringBuilder(ConnectionString).Host)
                    ? "names no host. Add 'Host=...'."
                : null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException)
        {
            return "cannot be read. It has the form 'Host=...;Database=...;Username=...;Password=...'; the value is not shown because it is a secret.";
        }
    }
}
