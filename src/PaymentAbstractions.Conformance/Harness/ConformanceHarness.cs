using Xunit;

namespace PaymentAbstractions.Conformance;

/// <summary>What an adapter's author writes once: the gateway over the provider's emulator, and the emulator's controls.</summary>
/// <remarks>
/// One harness serves one suite: its facts run one after the other, several suites run side by side, each with a harness of
/// its own. So a harness shares nothing with another one and listens on a port of its own.
/// </remarks>
public abstract partial class ConformanceHarness : IAsyncLifetime
{
    /// <summary>
    /// The gateway under test, pointed at the emulator and with a durable journal in <see cref="JournalFolder"/>. Nothing but a fault
    /// meets its deadlines, and retries and circuit breaker are off.
    /// </summary>
    public abstract IPaymentGateway Gateway { get; }

    /// <summary><see cref="Gateway"/> with credentials that the provider does not accept.</summary>
    public abstract IPaymentGateway WrongCredentials { get; }

    /// <summary>Where an emulator's clock stands at the start: 2026-03-01, 12:00 UTC. Nothing depends on today's date.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The clock that <see cref="Gateway"/> uses.</summary>
    public abstract TimeProvider Time { get; }

    /// <summary>A currency that the gateway takes. Default US dollars.</summary>
    public virtual Currency Currency => Currency.Usd;

    /// <summary>How long an authorization can be captured; none when the provider does not say.</summary>
    public virtual TimeSpan? AuthorizationLife => null;

    /// <summary>How long the provider refuses a charge that looks like an earlier one; none when it never does.</summary>
    public virtual TimeSpan? DuplicateCheck => null;

    /// <summary>Whether the provider says that credentials are wrong in a way that nothing else answers. Default true.</summary>
    /// <remarks>Where it does not, the outcome may be Unknown instead of Rejected.</remarks>
    public virtual bool CanProveWrongCredentials => true;

    /// <summary>What moved money at the provider so far, oldest first, for all accounts.</summary>
    public abstract IReadOnlyList<ProviderMovement> Movements { get; }

    /// <summary>How many requests that ask to move money have reached the provider, processed or not.</summary>
    public abstract int WritesSeen { get; }

    /// <summary>How many bytes have reached the provider.</summary>
    public abstract long BytesSeen { get; }

    /// <summary>The card numbers, security codes, tokens and keys in use here, none of which may be seen anywhere.</summary>
    public abstract IReadOnlyList<string> Secrets { get; }

    /// <summary>The longest exchange that the adapter claims: how long a request may still be processed after its deadline began.</summary>
    public abstract TimeSpan LongestExchange { get; }

    /// <summary>The times for which the timers of the gateway were set that are running now, its journal's included.</summary>
    public abstract IReadOnlyList<TimeSpan> RunningTimers { get; }

    /// <summary>Starts the emulator and builds the gateways.</summary>
    /// <returns>A task that ends when both are ready.</returns>
    public abstract ValueTask InitializeAsync();

    /// <summary>Sells something through a gateway of the same provider with another account and another name.</summary>
    /// <returns>The reference of the sale.</returns>
    public abstract Task<TransactionReference> SellAtOtherAccountAsync();

    /// <summary>Makes the bank settle what is not settled yet.</summary>
    /// <returns>A task that ends when it is settled.</returns>
    public abstract Task SettleAsync();

    /// <summary>Moves the clocks of the provider and of the gateway forward.</summary>
    /// <param name="by">How far.</param>
    public abstract void Advance(TimeSpan by);

    /// <summary>Waits until the provider works on nothing.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when the provider is idle.</returns>
    public abstract Task WhenIdleAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Lets a fault wait for the next write that moves money; or breaks the way to the emulator until <see cref="ClearFaults"/>,
    /// when it is one that never lets a connection stand.
    /// </summary>
    /// <param name="fault">The fault.</param>
    /// <returns>Whether the emulator can do it; <see cref="Gateway"/> meets it then.</returns>
    public abstract bool Inject(ConformanceFault fault);

    /// <summary>
    /// Whether a request has met the fault that was injected last, and the gateway could see it. One that falsifies a value is not shown by an
    /// answer that has no such value.
    /// </summary>
    public abstract bool IsFaultShown { get; }

    /// <summary>Holds the next write that moves money at the provider, received and not yet processed.</summary>
    /// <returns>Lets it go on when disposed.</returns>
    public abstract IDisposable HoldNextWrite();

    /// <summary>Sends the last write that moved money to the provider once more, byte for byte, past the gateway.</summary>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>A task that ends when the provider has answered, whatever it says.</returns>
    public abstract Task RepeatLastWriteAsync(CancellationToken cancellationToken = default);

    /// <summary>Drops the faults that no request has met, and repairs the way to the emulator.</summary>
    public abstract void ClearFaults();

    /// <summary>Ends a wait for the customer as the customer's approval would.</summary>
    /// <param name="transaction">A transaction that waits.</param>
    /// <returns>A task that ends when it is approved.</returns>
    public virtual Task ApproveWaitingAsync(TransactionReference transaction) => Task.CompletedTask;

    /// <summary>Whether the provider tells enough for the gateway to prove an operation done. Default true.</summary>
    /// <remarks>
    /// Where it does not, an emulator of undocumented behaviour for example, the outcome must be Unknown, or NotSent or
    /// Rejected without any effect, instead of Approved; nothing else changes.
    /// </remarks>
    /// <param name="operation">The operation.</param>
    /// <returns>Whether success must be Approved; else it must not.</returns>
    public virtual bool CanProve(PaymentOperation operation) => true;

    /// <summary>Whether the provider tells enough to find an attempt without a reference. Default true.</summary>
    /// <param name="operation">The operation of the attempt.</param>
    /// <returns>Whether an attempt that moved money must be found; else it must not.</returns>
    public virtual bool CanFind(PaymentOperation operation) => true;

    /// <summary>Stops the emulator, disposes the gateways and deletes their journal. Call it last when you override it.</summary>
    /// <returns>A task that ends when both are gone.</returns>
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
