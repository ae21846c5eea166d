namespace PaymentAbstractions.Conformance;

public abstract partial class ConformanceHarness
{
    /// <summary>Every request that has reached the provider so far, oldest first.</summary>
    public abstract IReadOnlyList<ReceivedRequest> Traffic { get; }

    /// <summary>
    /// Whether failed look-ups are sent again, as they are by default in applications. Takes effect at the next <see cref="RestartAsync"/>.
    /// Default false.
    /// </summary>
    public bool RetriesLookups { get; set; }

    /// <summary>
    /// Injects a fault into one request after a number of other requests of any kind; or breaks the connection to the emulator after that
    /// number of requests until <see cref="ClearFaults"/>.
    /// </summary>
    /// <param name="requests">The number of requests that succeed before the fault.</param>
    /// <param name="fault">The fault.</param>
    /// <returns>Whether the emulator supports the fault.</returns>
    public abstract bool InjectAfter(int requests, ConformanceFault fault);

    /// <summary>Holds the next request that does not move money at the provider: it is received but not yet answered.</summary>
    /// <returns>An object that releases the request when it is disposed.</returns>
    public abstract IDisposable HoldNextRead();

    /// <summary>Answers every read of one transaction with another one, as a faulty proxy might, until <see cref="ClearFaults"/>.</summary>
    /// <param name="asked">The requested transaction.</param>
    /// <param name="shown">The returned transaction.</param>
    public abstract void AnswerReadsWith(TransactionReference asked, TransactionReference shown);
}
