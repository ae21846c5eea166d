using System.Collections.Concurrent;
using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Chaos;

/// <summary>Random faults: each write meets one with a given probability, each read with a third of it.</summary>
internal sealed class FaultPlan : IAsyncDisposable
{
    // Several faults wait at once, each with its share of the probability, so that a burst of requests does not use up all of them.
    private const int Waiting = 8;
    private static readonly TimeSpan RefillInterval = TimeSpan.FromMilliseconds(2);
    private readonly SandboxFaults _faults;
    private readonly SandboxFault[] _kinds;
    private readonly double _share;
    private readonly Lock _gate = new();
    private readonly Random _random;
    private readonly ConcurrentDictionary<string, int> _hits = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _refilling;
    private volatile bool _isOn = true;

    public FaultPlan(SandboxFaults faults, Uri elsewhere, int seed, double share)
    {
        _faults = faults;
        _share = share;
        _random = new Random(seed);
        _kinds = [.. Kinds(elsewhere).Where(faults.CanShow)];
        _refilling = RefillAsync();
    }

    /// <summary>The number of requests that met each fault.</summary>
    public IReadOnlyDictionary<string, int> Hits => _hits;

    public void Switch(bool isOn)
    {
        _isOn = isOn;
        if (!isOn)
        {
            _faults.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _refilling;
        _end.Dispose();
    }

    // A refused key is the merchant's mistake and proves nothing about money. A right answer with the id of another transaction
    // contradicts nothing else in it; where the original shows the difference, the conformance suites test it.
    private static readonly SandboxFault[] LeftOut =
    [
        SandboxFault.Unauthorized401,
        SandboxFault.Forbidden403,
        SandboxFault.OtherIdEchoed,
    ];

    private static IEnumerable<SandboxFault> Kinds(Uri elsewhere) =>
        SandboxFault
            .All.Except(LeftOut)
            .Concat([
                SandboxFault.Delay(TimeSpan.FromMilliseconds(120)),
                SandboxFault.Delay(TimeSpan.FromMilliseconds(700)),
                SandboxFault.Delay(TimeSpan.FromMilliseconds(1500)),
                SandboxFault.DelayAfterProcessing(TimeSpan.FromMilliseconds(120)),
                SandboxFault.DelayAfterProcessing(TimeSpan.FromMilliseconds(700)),
                SandboxFault.Hang(),
                SandboxFault.TooManyRequests429(TimeSpan.FromSeconds(1)),
                SandboxFault.TooManyRequests429AfterProcessing(TimeSpan.FromSeconds(1)),
                SandboxFault.Redirect307(elsewhere),
            ]);

    private async Task RefillAsync()
    {
        using var timer = new PeriodicTimer(RefillInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                while (_isOn && _faults.Pending < Waiting)
                {
                    var fault = _kinds[Next(_kinds.Length)];
                    _faults.Enqueue(fault, request => Meets(fault, request));
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The plan is disposed of.
        }
    }

    private bool Meets(SandboxFault fault, SandboxRequest request)
    {
        var share = _share / Waiting / (request.HasWriteMethod ? 1 : 3);
        bool meets;
        lock (_gate)
        {
            meets = _isOn && _random.NextDouble() < share;
        }

        // A read with values that the record does not have would be a provider that always returns wrong data; no client can handle that.
        meets &= request.HasWriteMethod || !fault.Name.StartsWith("Wrong", StringComparison.Ordinal);
        if (meets)
        {
            _hits.AddOrUpdate(fault.Name, 1, static (_, count) => count + 1);
        }

        return meets;
    }

    private int Next(int most)
    {
        lock (_gate)
        {
            return _random.Next(most);
        }
    }
}
