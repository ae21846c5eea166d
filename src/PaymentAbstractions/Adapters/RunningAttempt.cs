namespace PaymentAbstractions.Adapters;

/// <summary>
/// An attempt that an adapter is carrying out. It holds the one gate that the write must pass, and with it the one record of whether
/// anything was sent.
/// </summary>
/// <remarks>
/// <para>
/// Pass it to the transport with the write that moves money; the transport opens the gate immediately before the first byte. An
/// adapter that sends by other means calls <see cref="TryBeginSend"/> itself and sends only when that returns true.
/// </para>
/// <para>
/// "Not sent" is concluded from the gate alone: the write was handed over and the gate never opened, the caller canceled before it opened,
/// or the adapter gave up before its write. An adapter that throws or reports <see cref="PaymentOutcome.NotSent"/> without any of these
/// ends as <see cref="PaymentOutcome.Unknown"/>.
/// </para>
/// <para>This type is thread-safe. A safe repeat gets a new instance.</para>
/// </remarks>
public sealed class RunningAttempt : IDisposable
{
    // Not disposed: work that waits for its token may outlive the attempt. It holds no timer and no wait handle.
    private readonly CancellationTokenSource _left = new();
    private readonly SendWindow? _window;
    private volatile bool _callerEndedPreparation;

    /// <summary>Creates an attempt that may be sent at any time.</summary>
    /// <param name="request">The request.</param>
    /// <param name="startedAt">When the attempt started.</param>
    public RunningAttempt(PaymentRequest request, DateTimeOffset startedAt)
        : this(request, startedAt, window: null) { }

    /// <summary>Creates an attempt that starts now and may be sent for a limited time.</summary>
    /// <param name="request">The request.</param>
    /// <param name="timeProvider">The clock; both its wall time and its timestamps are checked.</param>
    /// <param name="sendWithin">How long from now the write may begin; not negative.</param>
    public RunningAttempt(PaymentRequest request, TimeProvider timeProvider, TimeSpan sendWithin)
        : this(request, Now(timeProvider), new SendWindow(timeProvider, sendWithin)) { }

    internal RunningAttempt(
        PaymentRequest request,
        DateTimeOffset startedAt,
        SendWindow? window,
        bool mustAmend = false
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        Request = request;
        StartedAt = startedAt;
        _window = window;
        Gate = new SendGate(window, mustAmend: mustAmend);
    }

    /// <summary>The request.</summary>
    public PaymentRequest Request { get; }

    /// <summary>When the attempt started; nothing was sent earlier.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>The time after which the write may not begin; <see langword="null"/> when there is no limit.</summary>
    public DateTimeOffset? SendBy => _window?.SendBy;

    /// <summary>
    /// Whether the same key may have been sent before. If so, a transaction that this exchange finds can belong to an earlier one.
    /// </summary>
    public bool MayHaveBeenSentBefore { get; internal init; }

    /// <summary>Whether the write may not leave before <see cref="AmendAsync"/> has recorded what was read.</summary>
    public bool MustAmend => Gate.MustAmend;

    /// <summary>
    /// Other payments that the journal found under the guards. For work on an original: its unresolved captures, voids and refunds; for a
    /// capture also the customer's unresolved authorizations. For a sale or an authorization of a customer: the authorizations that may be
    /// open. Empty without a journal.
    /// </summary>
    public ValueList<EarlierPayment> Others { get; internal init; } = [];

    /// <summary>Whether the gate stayed shut because the time limit for sending had passed.</summary>
    public bool SendByPassed => Gate.Phase == SendPhase.TooLate;

    /// <summary>Whether the write has begun.</summary>
    public bool SendHasBegun => Gate.Phase == SendPhase.Sending;

    internal SendGate Gate { get; }

    /// <summary>Records a reading and returns the reason why nothing may be sent. <see langword="null"/> without a journal.</summary>
    internal Func<AttemptReading, CancellationToken, Task<PaymentResult?>>? Amend { get; init; }

    /// <summary>Canceled when the caller cancels before the write begins.</summary>
    internal CancellationToken CallerLeft => _left.Token;

    /// <summary>
    /// Whether it is proven that nothing was sent and nothing will be sent. <see langword="false"/> while the gate is undecided.
    /// </summary>
    public bool IsProvenUnsent =>
        Gate.Phase switch
        {
            SendPhase.Waiting or SendPhase.Sending => false,
            SendPhase.GivenUp => true,
            _ => Gate.WasTaken || _callerEndedPreparation,
        };

    /// <summary>
    /// Records what was read under the guards and checks the limits with it. Call it once, after the reads and before the write.
    /// </summary>
    /// <param name="reading">What was read.</param>
    /// <returns>
    /// The reason why nothing may be sent, which the adapter returns as the result of the attempt; <see langword="null"/> when the write
    /// may leave.
    /// </returns>
    /// <exception cref="OperationCanceledException">The caller canceled, and nothing is sent. Do not catch it.</exception>
    public async Task<PaymentResult?> AmendAsync(AttemptReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (Amend is { } amend)
        {
            if (await PrepareAsync(token => amend(reading, token)).ConfigureAwait(false) is { } refused)
            {
                TryGiveUp();
                return refused;
            }
        }

        Gate.Unlock();
        return null;
    }

    /// <summary>Opens the gate for a write that does not go through the transport. Call it immediately before sending.</summary>
    /// <returns>
    /// <see langword="false"/> when the caller has canceled, the time limit for sending has passed, or a write of this attempt has already
    /// begun. In these cases, do not send.
    /// </returns>
    public bool TryBeginSend() => Gate.TryTake() && Gate.Open() == SendPhase.Waiting;

    /// <summary>
    /// Runs a step that accompanies the write, for example a read of the original transaction. If the caller cancels before the write has
    /// begun, the step is canceled.
    /// </summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="step">The step; it must observe its token and must not move money.</param>
    /// <returns>The result of the step.</returns>
    /// <exception cref="OperationCanceledException">The caller canceled, and nothing is sent. Do not catch it.</exception>
    public async Task<T> PrepareAsync<T>(Func<CancellationToken, Task<T>> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        try
        {
            return await step(_left.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (Gate.Phase == SendPhase.Canceled)
        {
            _callerEndedPreparation = true;
            throw;
        }
    }

    /// <summary>Ends the attempt before its write, for example because a required read failed. Nothing can be sent afterwards.</summary>
    /// <returns>
    /// <see langword="false"/> when the gate was already decided: a write was handed over, the caller canceled, the time limit passed or
    /// the attempt was disposed. The gate then shows which.
    /// </returns>
    public bool TryGiveUp() => !Gate.WasTaken && Gate.Shut(SendPhase.GivenUp) == SendPhase.Waiting;

    /// <summary>Cancels the attempt for the caller unless the write has begun.</summary>
    /// <returns><see langword="true"/> when the write had not begun; it never will.</returns>
    public bool TryCancel()
    {
        if (!TryShut())
        {
            return false;
        }

        EndPreparation();
        return true;
    }

    /// <inheritdoc />
    /// <remarks>Shuts the gate. The record of what was sent remains available.</remarks>
    public void Dispose() => Gate.Shut(SendPhase.Closed);

    /// <summary>Shuts the gate for the caller; steps before the write are not canceled yet.</summary>
    internal bool TryShut() => Gate.Shut(SendPhase.Canceled) == SendPhase.Waiting;

    internal void EndPreparation()
    {
        try
        {
            _left.Cancel();
        }
        catch (AggregateException)
        {
            // Exceptions of callbacks that an adapter registered with its token must not reach the caller.
        }
    }

    private static DateTimeOffset Now(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        return timeProvider.GetUtcNow();
    }
}
