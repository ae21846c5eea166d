using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PaymentAbstractions;

/// <summary>The library's instruments; nothing is measured while nobody listens.</summary>
internal static class PaymentMeter
{
    private static readonly Meter Meter = new("PaymentAbstractions");

    private static readonly Counter<long> LevelChanges = Meter.CreateCounter<long>(
        "payments.commercial_data.level_changes",
        unit: "{payment}",
        description: "Payments that the provider took at another data level than the one that was sent."
    );

    public static void LevelChanged(
        string gateway,
        PaymentOperation operation,
        CommercialDataLevel sent,
        CommercialDataLevel reported
    )
    {
        if (LevelChanges.Enabled)
        {
            LevelChanges.Add(
                1,
                new TagList
                {
                    { "payment.gateway", gateway },
                    { "payment.operation", operation.ToString() },
                    { "payment.level.sent", sent.ToString() },
                    { "payment.level.reported", reported.ToString() },
                }
            );
        }
    }
}
