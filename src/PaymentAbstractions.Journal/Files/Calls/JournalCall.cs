namespace PaymentAbstractions.Journal;

/// <summary>Something that a caller waits for the loop to do.</summary>
/// <param name="isAlone">Whether nothing may be collected and not durable while it runs.</param>
internal abstract class JournalCall(bool isAlone)
{
    public bool IsAlone => isAlone;

    /// <summary>Takes the call over; false when the caller has given up.</summary>
    public abstract bool TryClaim();

    /// <summary>Does it. What comes of it is kept back until <see cref="Finish"/>.</summary>
    public abstract void Run(JournalStore store);

    /// <summary>Answers the caller.</summary>
    /// <param name="failure">Why nothing of the batch has happened; none when it is durable.</param>
    public abstract void Finish(JournalFailure? failure);
}
