using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;

namespace PaymentAbstractions.Http.Tests.Server;

/// <summary>Records what the runtime reports about requests: activities, events and diagnostics.</summary>
internal sealed class Witness : EventListener, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly ConcurrentQueue<string> _seen = [];
    private readonly ConcurrentQueue<IDisposable> _subscriptions = [];
    private readonly ActivityListener _activities;

    public Witness()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                Note(
                    $"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)}"
                ),
        };
        ActivitySource.AddActivityListener(_activities);
        _subscriptions.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyCollection<string> Seen => _seen;

    public void Note(string text) => _seen.Enqueue(text);

    public void OnNext(DiagnosticListener value) => _subscriptions.Enqueue(value.Subscribe(this));

    public void OnNext(KeyValuePair<string, object?> value) => Note($"{value.Key} {value.Value}");

    public void OnCompleted() { }

    public void OnError(Exception error) => Note(error.ToString());

    public override void Dispose()
    {
        _activities.Dispose();
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }

        base.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        // Not the runtime's private sources, which always show the bytes on the wire.
        if (eventSource.Name.StartsWith("System.Net", StringComparison.Ordinal))
        {
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        Note($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? [])}");
}
