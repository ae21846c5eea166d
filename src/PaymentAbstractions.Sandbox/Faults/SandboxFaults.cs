namespace PaymentAbstractions.Sandbox;

/// <summary>The faults that are queued for requests.</summary>
/// <remarks>
/// A request meets the first queued fault that matches it, which is then removed. Thread-safe.
/// </remarks>
public sealed class SandboxFaults
{
    private readonly Lock _gate = new();
    private readonly List<(SandboxFault Fault, Func<SandboxRequest, bool> Match)> _waiting = [];

    private readonly SandboxEchoes _echoes;
    private readonly Func<SandboxRequest, bool> _movesMoney;
    private int _shown;

    internal SandboxFaults(SandboxEchoes echoes, Func<SandboxRequest, bool> movesMoney) =>
        (_echoes, _movesMoney) = (echoes, movesMoney);

    /// <summary>The number of queued faults.</summary>
    public int Pending
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>A snapshot of the queued faults, the next one first.</summary>
    internal IReadOnlyList<SandboxFault> Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waiting.ConvertAll(static entry => entry.Fault);
            }
        }
    }

    /// <summary>
    /// The number of faults so far that requests have met and that the client could see. A fault that should falsify a value does not count
    /// if the answer did not contain such a value, because then the answer was correct.
    /// </summary>
    public int Shown => Volatile.Read(ref _shown);

    /// <summary>Whether the emulated API supports a fault: for example, a currency cannot be falsified in answers without one.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>Whether <see cref="Enqueue(SandboxFault)"/> accepts it.</returns>
    public bool CanShow(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Echo is not { } echo || _echoes.CanShow(echo);
    }

    /// <summary>Queues a fault for the next request to move money, as determined by <see cref="ProviderSandbox.MovesMoney"/>.</summary>
    /// <param name="fault">The fault.</param>
    /// <exception cref="NotSupportedException">The emulated API does not support the fault; see <see cref="CanShow"/>.</exception>
    public void Enqueue(SandboxFault fault) => Enqueue(fault, _movesMoney);

    /// <summary>Queues a fault for the next request that matches.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="match">Whether a request meets the fault; called before the request is processed.</param>
    /// <exception cref="NotSupportedException">The emulated API does not support the fault; see <see cref="CanShow"/>.</exception>
    public void Enqueue(SandboxFault fault, Func<SandboxRequest, bool> match)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentNullException.ThrowIfNull(match);
        if (!CanShow(fault))
        {
            throw new NotSupportedException(
                $"This API does not support the fault {fault}: its answers do not contain the value."
            );
        }

        lock (_gate)
        {
            _waiting.Add((fault, match));
        }
    }

    /// <summary>Holds the next request that matches: it has arrived, but is processed and answered only when it is released.</summary>
    /// <param name="match">Whether a request is held.</param>
    /// <returns>An object that releases the request when it is disposed. The request is processed even if its client has
    /// disconnected.</returns>
    public IDisposable HoldNext(Func<SandboxRequest, bool> match)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Enqueue(SandboxFault.Hold(held), match);
        return new Release(held);
    }

    /// <summary>Removes all queued faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }
    }

    internal void CountShown() => Interlocked.Increment(ref _shown);

    internal SandboxFault? TakeFor(SandboxRequest request)
    {
        lock (_gate)
        {
            var index = _waiting.FindIndex(entry => entry.Match(request));
            if (index < 0)
            {
                return null;
            }

            var fault = _waiting[index].Fault;
            _waiting.RemoveAt(index);
            return fault;
        }
    }

    private sealed class Release(TaskCompletionSource held) : IDisposable
    {
        public void Dispose() => held.TrySetResult();
    }
}
