using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Text;

namespace PaymentAbstractions.Conformance;

/// <summary>Captures everything that the process emits through the runtime's diagnostics.</summary>
internal sealed class EmissionCapture : EventListener
{
    private const string Ours = "PaymentAbstractions";

    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters;
    private readonly IDisposable _diagnostics;

    public EmissionCapture()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument),
        };
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add(instrument.Name, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Add(instrument.Name, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument.Name, tags));
        _meters.Start();
        _diagnostics = DiagnosticListener.AllListeners.Subscribe(new Sources(this));
        foreach (var source in EventSource.GetSources())
        {
            Enable(source);
        }
    }

    public string Text
    {
        get
        {
            lock (_gate)
            {
                return _text.ToString();
            }
        }
    }

    public void Add(string line)
    {
        lock (_gate)
        {
            _text.AppendLine(line);
        }
    }

    public override void Dispose()
    {
        _diagnostics.Dispose();
        _meters.Dispose();
        _activities.Dispose();
        base.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        // The base constructor calls this method before the fields are set; our constructor enables those sources at its end.
        if (_diagnostics is not null)
        {
            Enable(eventSource);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        Add($"{eventData.EventName} {eventData.Message} {string.Join(' ', eventData.Payload ?? [])}");

    private void Enable(EventSource source)
    {
        if (
            source.Name is "System.Net.Http" or "System.Net.NameResolution"
            || source.Name.StartsWith(Ours, StringComparison.Ordinal)
        )
        {
            EnableEvents(source, EventLevel.Verbose);
        }
    }

    private void Add(Activity activity)
    {
        var tags = string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
        var events = string.Join(' ', activity.Events.SelectMany(e => e.Tags).Select(tag => $"{tag.Key}={tag.Value}"));
        var baggage = string.Join(' ', activity.Baggage.Select(item => $"{item.Key}={item.Value}"));
        Add($"{activity.DisplayName} {activity.StatusDescription} {tags} {events} {baggage}");
    }

    private void Add(string instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var line = new StringBuilder(instrument);
        foreach (var (name, value) in tags)
        {
            line.Append(System.Globalization.CultureInfo.InvariantCulture, $" {name}={value}");
        }

        Add(line.ToString());
    }

    private sealed class Sources(EmissionCapture capture) : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            // The runtime's own listeners pass the request object itself to subscribers; it is not text.
            if (value.Name.StartsWith(Ours, StringComparison.Ordinal))
            {
                value.Subscribe(new Events(capture));
            }
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }

    private sealed class Events(EmissionCapture capture) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value) => capture.Add($"{value.Key} {value.Value}");

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
