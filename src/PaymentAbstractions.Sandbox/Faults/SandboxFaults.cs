namespace PaymentAbstractions.Sandbox;

/// <summary>The faults that wait for requests.</summary>
/// <remarks>
/// A request meets the first waiting fault that matches it, and uses it up. Safe for use by several threads.
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

    /// <summary>How many faults still wait.</summary>
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

    /// <summary>A snapshot of the faults that wait, the next one first.</summary>
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
    /// How many faults requests have met so far that the client could see. One that shall falsify a value does not count where the answer had
    /// no such value: nothing was wrong then.
    /// </summary>
    public int Shown => Volatile.Read(ref _shown);

    /// <summary>Tells whether the emulated API can show a fault at all: an answer without a currency cannot lie about it.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>Whether <see cref="Enqueue(SandboxFault)"/> takes it.</returns>
    public bool CanShow(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Echo is not { } echo || _echoes.CanShow(echo);
    }

    /// <summary>Lets a fault wait for the next request that asks to move money, as <see cref="ProviderSandbox.MovesMoney"/> tells.</summary>
    /// <param name="fault">The fault.</param>
    /// <exception cref="NotSupportedException">The emulated API cannot show the fault; see <see cref="CanShow"/>.</exception>
    public void Enqueue(SandboxFault fault) => Enqueue(fault, _movesMoney);

    /// <summary>Lets a fault wait for the next request that matches.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="match">Tells a request that meets the fault; it is asked before the request is processed.</param>
    /// <exception cref="NotSupportedException">The emulated API cannot show the fault; see <see cref="CanShow"/>.</exception>
    public void Enqueue(SandboxFault fault, Func<SandboxRequest, bool> match)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentNullException.ThrowIfNull(match);
        if (!CanShow(fault))
        {
            throw new NotSupportedException(
                $"This API cannot show the fault {fault}: it has no such value in its answers."
            );
        }

        lock (_gate)
        {
            _waiting.Add((fault, match));
        }
    }

    /// <summary>Holds the next request that matches: it has arrived, and is processed and answered only when it is released.</summary>
    /// <param name="match">Selects the request that is held.</param>
    /// <returns>Releases the request when disposed; it is processed also when its client has gone meanwhile.</returns>
    public IDisposable HoldNext(Func<SandboxRequest, bool> match)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Enqueue(SandboxFault.Hold(held), match);
        return new Release(held);
    }

    /// <summary>Drops all waiting faults.</summary>
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
