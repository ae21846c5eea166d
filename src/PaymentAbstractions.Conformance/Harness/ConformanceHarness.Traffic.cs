namespace PaymentAbstractions.Conformance;

public abstract partial class ConformanceHarness
{
    /// <summary>Every request that reached the provider so far, oldest first.</summary>
    public abstract IReadOnlyList<ReceivedRequest> Traffic { get; }

    /// <summary>
    /// Whether failed look-ups are sent again, as an application has them by default. Takes effect at the next
    /// <see cref="RestartAsync"/>. Default false.
    /// </summary>
    public bool RetriesLookups { get; set; }

    /// <summary>
    /// Lets a fault meet one request after a number of others, of whichever kind; or breaks the way to the emulator after that number
    /// of requests until <see cref="ClearFaults"/>.
    /// </summary>
    /// <param name="requests">How many requests go well before.</param>
    /// <param name="fault">The fault.</param>
    /// <returns>Whether the emulator can do it.</returns>
    public abstract bool InjectAfter(int requests, ConformanceFault fault);

    /// <summary>Holds the next request that does not move money at the provider, received and not yet answered.</summary>
    /// <returns>Lets it go on when disposed.</returns>
    public abstract IDisposable HoldNextRead();

    /// <summary>Answers every read of one transaction with another one, as a confused proxy would, until <see cref="ClearFaults"/>.</summary>
    /// <param name="asked">The transaction that is asked for.</param>
    /// <param name="shown">The transaction that is shown.</param>
    public abstract void AnswerReadsWith(TransactionReference asked, TransactionReference shown);
}
