using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PaymentAbstractions.Adapters;

/// <summary>The toolkit's instruments; they record nothing until a listener is attached.</summary>
internal static class AdapterMeter
{
    private static readonly Counter<long>? UnreadableValues = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateCounter<long>(
            "payments.unreadable_values",
            unit: "{value}",
            description: "Values in a provider's responses that could not be read and were treated as missing."
        )
    );

    public static void Unreadable(string gateway, ValueList<string> fields)
    {
        if (UnreadableValues is not { Enabled: true })
        {
            return;
        }

        foreach (var field in fields)
        {
            QuietTelemetry.Count(
                UnreadableValues,
                new TagList { { TelemetryTag.Gateway, gateway }, { TelemetryTag.Field, field } }
            );
        }
    }
}
