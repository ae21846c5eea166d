namespace PaymentAbstractions.Journal;

/// <summary>The journal cannot be opened or read: see <see cref="Kind"/>.</summary>
public sealed class JournalUnavailableException : PaymentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">Why.</param>
    public JournalUnavailableException(JournalFailure failure)
        : base((failure ?? throw new ArgumentNullException(nameof(failure))).Message)
    {
        Kind = failure.Kind;
    }

    /// <summary>What failed.</summary>
    public JournalFailureKind Kind { get; }
}
