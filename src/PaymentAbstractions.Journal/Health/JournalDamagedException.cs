namespace PaymentAbstractions.Journal;

/// <summary>Something that was recorded cannot be read any more. Nothing is repaired or skipped by itself.</summary>
public sealed class JournalDamagedException : PaymentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="file">The full path of the damaged file.</param>
    /// <param name="offset">Where the damage begins, in bytes from the start of the file.</param>
    /// <param name="problem">What is wrong there, one sentence.</param>
    public JournalDamagedException(string file, long offset, string problem)
        : base(
            $"The journal is damaged: {file}, offset {offset}. {problem} It was not opened, because a lost record could mean a "
                + "second charge. Restore the folder from a copy, or ask for help before anything in it is changed."
        )
    {
        File = file;
        Offset = offset;
        Problem = problem;
    }

    /// <summary>The full path of the damaged file.</summary>
    public string File { get; }

    /// <summary>Where the damage begins, in bytes from the start of the file.</summary>
    public long Offset { get; }

    /// <summary>What is wrong there.</summary>
    public string Problem { get; }
}
