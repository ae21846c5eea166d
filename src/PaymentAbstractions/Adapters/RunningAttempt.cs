namespace PaymentAbstractions.Adapters;

/// <summary>
/// An attempt while an adapter carries it out. It holds the one gate that the write must pass, and with it the one answer to
/// the question whether anything was sent.
/// </summary>
/// <remarks>
/// <para>
/// Pass it to the transport with the write that moves money; the transport opens the gate immediately before the first byte. An
/// adapter that sends by other means calls <see cref="TryBeginSend"/> itself and sends only when that returns true.
/// </para>
/// <para>
/// "Not sent" is concluded from the gate alone: the write was handed over and the gate never opened, the caller left before it
/// opened, or the adapter gave up before its write. An adapter that throws or reports <see cref="PaymentOutcome.NotSent"/>
/// without any of these ends as <see cref="PaymentOutcome.Unknown"/>.
/// </para>
/// <para>Thread-safe. A repeat that is safe gets a new instance.</para>
/// </remarks>
public sealed class RunningAttempt : IDisposable
{
    // Not disposed: what waits for its token may outlive the attempt; it holds no timer and no wait handle.
    private readonly CancellationTokenSource _left = new();
    private readonly SendWindow? _window;
    private volatile bool _callerEndedPreparation;

    /// <summary>Creates an attempt that may be sent at any time.</summary>
    /// <param name="request">The request.</param>
    /// <param name="startedAt">When the attempt began.</param>
    public RunningAttempt(PaymentRequest request, DateTimeOffset startedAt)
        : this(request, startedAt, window: null) { }

    /// <summary>Creates an attempt that begins now and may be sent for a limited time.</summary>
    /// <param name="request">The request.</param>
    /// <param name="timeProvider">The clock; both its wall time and its timestamps are checked.</param>
    /// <param name="sendWithin">For how long from now the write may begin; not negative.</param>
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

    /// <summary>When the attempt began; nothing was sent earlier.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>The time after which the write may not begin; none when there is no limit.</summary>
    public DateTimeOffset? SendBy => _window?.SendBy;

    /// <summary>Whether the same key may have been sent before: what this exchange finds can be the work of an earlier one.</summary>
    public bool MayHaveBeenSentBefore { get; internal init; }

    /// <summary>Whether the write may not leave before <see cref="AmendAsync"/> has recorded what was read.</summary>
    public bool MustAmend => Gate.MustAmend;

    /// <summary>
    /// What the journal knew under the guards: of an original its captures, voids and refunds in doubt, for a capture also the customer's
    /// authorizations in doubt; of a customer's sale or authorization the authorizations that may be open. Without a journal none.
    /// </summary>
    public ValueList<EarlierPayment> Others { get; internal init; } = [];

    /// <summary>Whether the gate stayed shut because the time for sending had passed.</summary>
    public bool SendByPassed => Gate.Phase == SendPhase.TooLate;

    /// <summary>Whether the write has begun.</summary>
    public bool SendHasBegun => Gate.Phase == SendPhase.Sending;

    internal SendGate Gate { get; }

    /// <summary>Records a reading; gives why nothing may be sent. None without a journal.</summary>
    internal Func<AttemptReading, CancellationToken, Task<PaymentResult?>>? Amend { get; init; }

    /// <summary>Canceled when the caller leaves before the write begins.</summary>
    internal CancellationToken CallerLeft => _left.Token;

    /// <summary>Whether it is proven that nothing was sent and that nothing will be; not while nothing is decided yet.</summary>
    public bool IsProvenUnsent =>
        Gate.Phase switch
        {
            SendPhase.Waiting or SendPhase.Sending => false,
            SendPhase.GivenUp => true,
            _ => Gate.WasTaken || _callerEndedPreparation,
        };

    /// <summary>
    /// Records what was read under the guards, and lets the limits be decided with it. Call it once, after the reads and before the
    /// write.
    /// </summary>
    /// <param name="reading">What was read.</param>
    /// <returns>Why nothing may be sent, to be returned as the result of the attempt; <see langword="null"/> when the write may leave.</returns>
    /// <exception cref="OperationCanceledException">The caller has left, and nothing is sent. Let it through.</exception>
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
    /// <see langword="false"/> when the caller has left, the time for sending has passed or a write of this attempt has begun
    /// before: do not send.
    /// </returns>
    public bool TryBeginSend() => Gate.TryTake() && Gate.Open() == SendPhase.Waiting;

    /// <summary>
    /// Runs a step beside the write, for example a read of the original transaction. While the write has not begun, the step ends
    /// when the caller leaves.
    /// </summary>
    /// <typeparam name="T">What the step gives.</typeparam>
    /// <param name="step">The step; it must heed its token and must not move money.</param>
    /// <returns>What the step gave.</returns>
    /// <exception cref="OperationCanceledException">The caller has left, and nothing is sent. Let it through.</exception>
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

    /// <summary>
    /// Ends the attempt before its write, for example because a read that must precede it failed. Nothing can be sent afterwards.
    /// </summary>
    /// <returns>
    /// <see langword="false"/> when the gate had been decided before: a write was handed over, the caller left, the time passed or the
    /// attempt was disposed. Then the gate tells what happened.
    /// </returns>
    public bool TryGiveUp() => !Gate.WasTaken && Gate.Shut(SendPhase.GivenUp) == SendPhase.Waiting;

    /// <summary>The caller does not wait any longer.</summary>
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
    /// <remarks>Shuts the gate. What was sent stays known.</remarks>
    public void Dispose() => Gate.Shut(SendPhase.Closed);

    /// <summary>The caller leaves; what precedes the write is not ended yet.</summary>
    internal bool TryShut() => Gate.Shut(SendPhase.Canceled) == SendPhase.Waiting;

    internal void EndPreparation()
    {
        try
        {
            _left.Cancel();
        }
        catch (AggregateException)
        {
            // What an adapter registered with its token is no concern of the caller who leaves.
        }
    }

    private static DateTimeOffset Now(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        return timeProvider.GetUtcNow();
    }
}
