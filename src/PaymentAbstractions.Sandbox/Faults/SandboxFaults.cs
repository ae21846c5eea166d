namespace PaymentAbstractions.Sandbox;

/// <summary>The faults that wait for requests.</summary>
/// <remarks>
/// A request meets the first waiting fault that matches it, and uses it up. Safe for use by several threads.
/// </remarks>
public sealed class SandboxFaults
{
    private readonly Lock _gate = new();
    private readonly List<(SandboxFault Fault, Func<SandboxRequest, bool> Match)> _waiting = [];

    internal SandboxFaults() { }

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

    /// <summary>Lets a fault wait for the next write: a POST, PUT, PATCH or DELETE.</summary>
    /// <param name="fault">The fault.</param>
    public void Enqueue(SandboxFault fault) => Enqueue(fault, static request => request.IsWrite);

    /// <summary>Lets a fault wait for the next request that matches.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="match">Tells a request that meets the fault; it is asked before the request is processed.</param>
    public void Enqueue(SandboxFault fault, Func<SandboxRequest, bool> match)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentNullException.ThrowIfNull(match);
        lock (_gate)
        {
            _waiting.Add((fault, match));
        }
    }

    /// <summary>Drops all waiting faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }
    }

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
}
