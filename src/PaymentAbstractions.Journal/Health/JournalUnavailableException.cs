namespace PaymentAbstractions.Journal;

/// <summary>Thrown when the journal cannot be opened or read: see <see cref="Kind"/>.</summary>
public sealed class JournalUnavailableException : PaymentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">The reason.</param>
    public JournalUnavailableException(JournalFailure failure)
        : base((failure ?? throw new ArgumentNullException(nameof(failure))).Message)
    {
        Kind = failure.Kind;
    }

    /// <summary>The kind of failure.</summary>
    public JournalFailureKind Kind { get; }
}
