using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace PaymentAbstractions;

/// <summary>The observable instruments: unresolved payments, circuits, and whether the journal accepts payments.</summary>
/// <remarks>
/// Thread-safe. A collection never waits for the journal: it reports the last reading and starts the next one, at most once per
/// <see cref="Interval"/>. Without a listener nothing is read.
/// </remarks>
internal sealed class PaymentGauges : IDisposable
{
    /// <summary>The minimum time between two readings of the journal.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>How long a reading of the journal may take.</summary>
    public static readonly TimeSpan MaxReading = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How old a reading may be when the next one failed or takes too long. An older one is not reported: a gap raises an alert, and a figure
    /// that never changes hides the journal that cannot be read.
    /// </summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    // An application has one; tests may have several at a time.
    private static readonly ConcurrentDictionary<PaymentGauges, byte> All = new();

    private readonly GatewayDirectory _gateways;
    private readonly JournalAccess _journal;
    private readonly JournalClock _time;
    private volatile DoubtReading? _last;
    private long _lastBegunAt;
    private long _begunAt;
    private long _readAt;
    private volatile bool _hasFailed;
    private volatile bool _hasRead;
    private int _isReading;

    static PaymentGauges()
    {
        QuietTelemetry.Create(static () =>
            PaymentTelemetry.Meter.CreateObservableGauge(
                "payments.doubts",
                static () => All.Keys.SelectMany(one => one.Doubts()),
                unit: "{payment}",
                description: "Unresolved payments: Open, Pending or Unknown."
            )
        );
        QuietTelemetry.Create(static () =>
            PaymentTelemetry.Meter.CreateObservableGauge(
                "payments.oldest_doubt.age",
                static () => All.Keys.SelectMany(one => one.Ages()),
                unit: "s",
                description: "Age of the oldest unresolved payment; 0 when there is none."
            )
        );
        QuietTelemetry.Create(static () =>
            PaymentTelemetry.Meter.CreateObservableGauge(
                "payments.circuit.state",
                static () => All.Keys.SelectMany(one => one.Circuits()),
                unit: "{circuit}",
                description: "1 for the current state of a gateway's circuit breaker, 0 for the others."
            )
        );
        QuietTelemetry.Create(static () =>
            PaymentTelemetry.Meter.CreateObservableGauge(
                "payments.journal.open",
                static () => All.Keys.SelectMany(one => one.Journals()),
                unit: "{journal}",
                description: "1 while the journal records payments, 0 while it cannot be written and nothing is sent."
            )
        );
    }

    public PaymentGauges(GatewayDirectory gateways, JournalAccess journal, JournalClock time)
    {
        (_gateways, _journal, _time) = (gateways, journal, time);
    }

    /// <summary>Starts to report to listeners.</summary>
    public void Begin() => All.TryAdd(this, 0);

    /// <summary>The current or last reading, for tests.</summary>
    internal Task Reading { get; private set; } = Task.CompletedTask;

    public void Dispose() => All.TryRemove(this, out _);

    private IEnumerable<Measurement<long>> Doubts() =>
        Current()?.Lines.Select(line => new Measurement<long>(line.Count, TagsOf(line))) ?? [];

    private IEnumerable<Measurement<double>> Ages()
    {
        var now = _time.GetUtcNow();
        return Current()
                ?.Lines.Select(line => new Measurement<double>(
                    line.OldestStartedAt is { } since && since < now ? (now - since).TotalSeconds : 0,
                    TagsOf(line)
                ))
            ?? [];
    }

    private IEnumerable<Measurement<long>> Circuits() =>
        from gateway in _gateways.All
        let current = gateway.Resilience.Circuit.State
        from state in Enum.GetValues<GatewayCircuitState>()
        select new Measurement<long>(
            state == current ? 1 : 0,
            new(TelemetryTag.Gateway, gateway.Name),
            new(TelemetryTag.CircuitState, state.ToString())
        );

    // There is nothing to report before the journal is open, and a collection must not open it.
    private IEnumerable<Measurement<long>> Journals() =>
        _journal.IsOpen ? [new Measurement<long>(_journal.Health.IsOpenForSends ? 1 : 0)] : [];

    private static KeyValuePair<string, object?>[] TagsOf(DoubtReading.Line line) =>
        [
            new(TelemetryTag.Environment, line.Environment.ToString()),
            new(TelemetryTag.DoubtState, line.State.ToString()),
        ];

    private DoubtReading? Current()
    {
        if (
            _journal.IsOpen
            && (!_hasRead || _time.Host.GetElapsedTime(Volatile.Read(ref _readAt)) >= Interval)
            && Interlocked.Exchange(ref _isReading, 1) == 0
        )
        {
            Volatile.Write(ref _begunAt, _time.Host.GetTimestamp());
            Reading = Task.Run(ReadAsync);
        }

        // Age alone proves nothing: a listener that collects once in some minutes always gets the reading that it caused before.
        var isStale = IsFailing && _time.Host.GetElapsedTime(Volatile.Read(ref _lastBegunAt)) > MaxAge;
        return isStale ? null : _last;
    }

    private bool IsFailing =>
        _hasFailed
        || (Volatile.Read(ref _isReading) == 1 && _time.Host.GetElapsedTime(Volatile.Read(ref _begunAt)) > MaxReading);

    private async Task ReadAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(MaxReading, _time.Host);
            var reading = await DoubtReading.ReadAsync(_journal, limit.Token).ConfigureAwait(false);
            Volatile.Write(ref _lastBegunAt, Volatile.Read(ref _begunAt));
            _last = reading;
            _hasFailed = false;
        }
#pragma warning disable CA1031 // The last reading stays for a while: an unresolved payment grows older while the journal cannot be read.
        catch (Exception)
#pragma warning restore CA1031
        {
            // The health check of the journal reports it, and the alert for gauges that are absent.
            _hasFailed = true;
        }
        finally
        {
            Volatile.Write(ref _readAt, _time.Host.GetTimestamp());
            _hasRead = true;
            Volatile.Write(ref _isReading, 0);
        }
    }
}
