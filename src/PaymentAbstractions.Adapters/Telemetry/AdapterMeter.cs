using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PaymentAbstractions.Adapters;

/// <summary>The toolkit's instruments; they record nothing until a listener is attached.</summary>
internal static class AdapterMeter
{
    private static readonly Meter Meter = new("PaymentAbstractions");

    private static readonly Counter<long> UnreadableValues = Meter.CreateCounter<long>(
        "payments.unreadable_values",
        unit: "{value}",
        description: "Values in a provider's responses that could not be read and were treated as missing."
    );

    public static void Unreadable(string gateway, ValueList<string> fields)
    {
        if (!UnreadableValues.Enabled)
        {
            return;
        }

        foreach (var field in fields)
        {
            UnreadableValues.Add(1, new TagList { { "payment.gateway", gateway }, { "payment.field", field } });
        }
    }
}
