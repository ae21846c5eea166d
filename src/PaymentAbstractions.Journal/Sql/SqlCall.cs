namespace PaymentAbstractions.Journal;

/// <summary>Something that a caller waits for the loop to do.</summary>
/// <param name="isWrite">Whether it may write.</param>
internal abstract class SqlCall(bool isWrite)
{
    public bool IsWrite => isWrite;

    /// <summary>Takes the call over, or has done so before; false when the caller has given up.</summary>
    public abstract bool TryClaim();

    /// <summary>Does it, again when its transaction failed. What comes of it is kept back until <see cref="Finish"/>.</summary>
    public abstract void Run(SqlStore store);

    /// <summary>Answers the caller.</summary>
    /// <param name="failure">Why nothing of it has happened; none when it is durable.</param>
    public abstract void Finish(JournalFailure? failure);
}
