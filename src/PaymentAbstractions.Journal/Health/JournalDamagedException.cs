namespace PaymentAbstractions.Journal;

/// <summary>Thrown when a record can no longer be read. Records are never repaired or skipped automatically.</summary>
public sealed class JournalDamagedException : PaymentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="place">The database: a full path, or a host and a name; no secret.</param>
    /// <param name="id">The row of the table of payments.</param>
    /// <param name="problem">What is wrong, in one sentence.</param>
    public JournalDamagedException(string place, long id, string problem)
        : base(
            $"The journal is damaged: {place}, row {id} of payments. {problem} Its key stays blocked, because a lost record could cause a "
                + "second charge. Get help before you change anything in it."
        )
    {
        Place = place;
        Id = id;
        Problem = problem;
    }

    /// <summary>The database: a full path, or a host and a name.</summary>
    public string Place { get; }

    /// <summary>The row of the table of payments.</summary>
    public long Id { get; }

    /// <summary>What is wrong.</summary>
    public string Problem { get; }
}
