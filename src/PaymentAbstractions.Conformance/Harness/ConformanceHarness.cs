using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>
/// The base class that an adapter's author implements once: the gateway over the provider's emulator, and the controls of the emulator.
/// </summary>
/// <remarks>
/// One harness serves one suite. The facts of a suite run sequentially; suites run in parallel, each with its own harness. A harness must
/// therefore not share anything with another one, and must listen on its own port.
/// </remarks>
public abstract partial class ConformanceHarness : IAsyncLifetime
{
    /// <summary>
    /// The gateway under test, which uses the emulator and a durable journal in <see cref="JournalFolder"/>. Only faults exceed its
    /// deadlines, and retries and the circuit breaker are disabled.
    /// </summary>
    public abstract IPaymentGateway Gateway { get; }

    /// <summary><see cref="Gateway"/> with credentials that the provider refuses.</summary>
    public abstract IPaymentGateway WrongCredentials { get; }

    /// <summary>The initial time of an emulator's clock: 2026-03-01, 12:00 UTC. Nothing depends on today's date.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The clock that <see cref="Gateway"/> uses.</summary>
    public abstract TimeProvider Time { get; }

    /// <summary>A currency that the gateway accepts. Default: US dollars.</summary>
    public virtual Currency Currency => Currency.Usd;

    /// <summary>How long an authorization can be captured; <see langword="null"/> when the provider does not specify it.</summary>
    public virtual TimeSpan? AuthorizationLife => null;

    /// <summary>How long the provider refuses a charge that looks like an earlier one; <see langword="null"/> when it never does.</summary>
    public virtual TimeSpan? DuplicateCheck => null;

    /// <summary>Whether the provider's answer to wrong credentials cannot be confused with any other. Default true.</summary>
    /// <remarks>If it can, the outcome may be Unknown instead of Rejected.</remarks>
    public virtual bool CanProveWrongCredentials => true;

    /// <summary>The money movements at the provider so far, oldest first, for all accounts.</summary>
    public abstract IReadOnlyList<ProviderMovement> Movements { get; }

    /// <summary>The number of writes (requests to move money) that have reached the provider, processed or not.</summary>
    public abstract int WritesSeen { get; }

    /// <summary>The number of bytes that have reached the provider.</summary>
    public abstract long BytesSeen { get; }

    /// <summary>The card numbers, security codes, tokens and keys in use here, none of which may appear anywhere.</summary>
    public abstract IReadOnlyList<string> Secrets { get; }

    /// <summary>The longest exchange that the adapter claims: how long after it began a request may still be processed.</summary>
    public abstract TimeSpan LongestExchange { get; }

    /// <summary>The durations of all timers of the gateway that are currently running, including its journal's.</summary>
    public abstract IReadOnlyList<TimeSpan> RunningTimers { get; }

    /// <summary>Starts the emulator and builds the gateways.</summary>
    /// <returns>A task that completes when both are ready.</returns>
    public abstract ValueTask InitializeAsync();

    /// <summary>Makes a sale through a gateway of the same provider with another account and another name.</summary>
    /// <returns>The reference of the sale.</returns>
    public abstract Task<TransactionReference> SellAtOtherAccountAsync();

    /// <summary>Settles all unsettled transactions at the provider.</summary>
    /// <returns>A task that completes when they are settled.</returns>
    public abstract Task SettleAsync();

    /// <summary>Advances the clocks of the provider and of the gateway.</summary>
    /// <param name="by">The duration.</param>
    public abstract void Advance(TimeSpan by);

    /// <summary>Waits until the provider is idle.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that completes when the provider is idle.</returns>
    public abstract Task WhenIdleAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Injects a fault into the next write; or, for a fault that prevents connections, breaks the connection to the emulator until
    /// <see cref="ClearFaults"/>.
    /// </summary>
    /// <param name="fault">The fault.</param>
    /// <returns>Whether the emulator supports the fault; if so, <see cref="Gateway"/> encounters it.</returns>
    public abstract bool Inject(ConformanceFault fault);

    /// <summary>
    /// Whether a request has met the last injected fault and the gateway could see it. A fault that falsifies a value is not visible in an
    /// answer that does not contain such a value.
    /// </summary>
    public abstract bool IsFaultShown { get; }

    /// <summary>Holds the next write at the provider: it is received but not yet processed.</summary>
    /// <returns>An object that releases the write when it is disposed.</returns>
    public abstract IDisposable HoldNextWrite();

    /// <summary>Sends the last write to the provider once more, byte for byte, bypassing the gateway.</summary>
    /// <param name="cancellationToken">Cancels the exchange.</param>
    /// <returns>A task that completes when the provider has answered, with any answer.</returns>
    public abstract Task RepeatLastWriteAsync(CancellationToken cancellationToken = default);

    /// <summary>Removes the faults that no request has met, and restores the connection to the emulator.</summary>
    public abstract void ClearFaults();

    /// <summary>Approves a transaction that waits for the customer, as the customer would.</summary>
    /// <param name="transaction">The waiting transaction.</param>
    /// <returns>A task that completes when it is approved.</returns>
    public virtual Task ApproveWaitingAsync(TransactionReference transaction) => Task.CompletedTask;

    /// <summary>Whether the provider returns enough information for the gateway to prove an operation. Default true.</summary>
    /// <remarks>
    /// If it does not, for example in an emulator of undocumented behavior, the outcome must be Unknown, or NotSent or Rejected without any
    /// effect, instead of Approved; nothing else changes.
    /// </remarks>
    /// <param name="operation">The operation.</param>
    /// <returns>Whether a success must be Approved; otherwise it must not be.</returns>
    public virtual bool CanProve(PaymentOperation operation) => true;

    /// <summary>Whether the provider returns enough information to find an attempt without a reference. Default true.</summary>
    /// <param name="operation">The operation of the attempt.</param>
    /// <returns>Whether an attempt that moved money must be found; otherwise it must not be.</returns>
    public virtual bool CanFind(PaymentOperation operation) => true;

    /// <summary>
    /// Stops the emulator, disposes the gateways and deletes their journal. If you override it, call the base method last.
    /// </summary>
    /// <returns>A task that completes when both are gone.</returns>
    public virtual ValueTask DisposeAsync()
    {
        _capture?.Dispose();
        if (_journalFolder is not null)
        {
            Directory.Delete(_journalFolder, recursive: true);
        }

        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
