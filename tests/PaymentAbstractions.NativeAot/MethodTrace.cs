using System.Diagnostics.Tracing;

namespace PaymentAbstractions.NativeAot;

/// <summary>
/// Writes down which types of ours run for the first time, by the runtime's own events: a method is compiled when it is first called.
/// </summary>
internal sealed class MethodTrace : EventListener
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const EventKeywords JustInTime = (EventKeywords)0x10;
    private const int TypeName = 6;

    private readonly Lock _lock = new();
    private readonly List<string> _types = [];

    /// <summary>The types in the order in which a method of them ran first; nested ones count for the type around them.</summary>
    public async Task<IReadOnlyList<string>> TypesAsync()
    {
        // The runtime delivers its events a moment later.
        var types = Seen();
        for (var before = -1; before < types.Length; )
        {
            before = types.Length;
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
            types = Seen();
        }

        return types;
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Runtime)
        {
            EnableEvents(eventSource, EventLevel.Verbose, JustInTime);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (
            eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) == true
            && eventData.Payload?[TypeName] is string name
            && name.StartsWith("PaymentAbstractions.", StringComparison.Ordinal)
        )
        {
            var type = name.Split('+', '`', '[')[0];
            lock (_lock)
            {
                if (!_types.Contains(type))
                {
                    _types.Add(type);
                }
            }
        }
    }

    private string[] Seen()
    {
        lock (_lock)
        {
            return [.. _types];
        }
    }
}
