using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>
/// The activities and measurements of one gateway. Source and meter are process-wide, so the gateway has a unique name.
/// </summary>
internal sealed class CollectedTelemetry : IDisposable
{
    private static int _count;

    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<Measured> _measured = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public CollectedTelemetry()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "PaymentAbstractions",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.Recorded && Equals(span.GetTagItem("payment.gateway"), Gateway))
                {
                    _spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "PaymentAbstractions")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _meters.Start();
    }

    public string Gateway { get; } = $"observed_{Interlocked.Increment(ref _count)}";

    public IReadOnlyList<Activity> Spans => [.. _spans];

    public IReadOnlyList<Measured> Measurements => [.. _measured];

    public Activity Span(string name) => Assert.Single(Spans, span => span.OperationName == name);

    public IReadOnlyList<Measured> Of(string instrument, bool ofAnyGateway = false) =>
        [
            .. _measured.Where(one =>
                one.Instrument == instrument
                && (ofAnyGateway || Equals(one.Tags.GetValueOrDefault("payment.gateway"), Gateway))
            ),
        ];

    /// <summary>Measures the observable instruments.</summary>
    public void Collect() => _meters.RecordObservableInstruments();

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue(
            new Measured(
                instrument.Name,
                value,
                new Dictionary<string, object?>(tags.ToArray(), StringComparer.Ordinal)
            )
        );

    internal sealed record Measured(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags)
    {
        public string? this[string tag] => Tags.GetValueOrDefault(tag)?.ToString();
    }
}
