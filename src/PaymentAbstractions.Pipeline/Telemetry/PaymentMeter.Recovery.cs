using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PaymentAbstractions;

// Recovery, the circuit and the journal.
internal static partial class PaymentMeter
{
    private static readonly Counter<long>? Rounds = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateCounter<long>(
            "payments.recovery.rounds",
            unit: "{round}",
            description: "Recovery rounds, by whether the journal listed all unresolved payments."
        )
    );

    private static readonly Counter<long>? Lookups = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateCounter<long>(
            "payments.recovery.lookups",
            unit: "{lookup}",
            description: "Look-ups of unresolved payments, by what the provider showed and whether that resolved the payment."
        )
    );

    private static readonly Counter<long>? CircuitChanges = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateCounter<long>(
            "payments.circuit.changes",
            unit: "{change}",
            description: "Changes of a gateway's circuit breaker, by the new state."
        )
    );

    private static readonly Histogram<double>? JournalDuration = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateHistogram(
            "payments.journal.duration",
            unit: "s",
            description: "Time to record an intent or an outcome in the journal.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 15],
            }
        )
    );

    /// <summary>Whether any listener collects the durations of the journal; otherwise no clock is read for them.</summary>
    public static bool WantsJournalDurations => JournalDuration is { Enabled: true };

    public static void RoundEnded(bool isComplete)
    {
        if (Rounds is { Enabled: true })
        {
            QuietTelemetry.Count(Rounds, new TagList { { TelemetryTag.RoundIsComplete, isComplete } });
        }
    }

    public static void LookedUp(string gateway, FindStatus status, bool isResolved)
    {
        if (Lookups is { Enabled: true })
        {
            QuietTelemetry.Count(
                Lookups,
                new TagList
                {
                    { TelemetryTag.Gateway, gateway },
                    { TelemetryTag.LookupStatus, status.ToString() },
                    { TelemetryTag.LookupResult, isResolved ? "resolved" : "in_doubt" },
                }
            );
        }
    }

    public static void CircuitChanged(string gateway, GatewayCircuitState state)
    {
        if (CircuitChanges is { Enabled: true })
        {
            QuietTelemetry.Count(
                CircuitChanges,
                new TagList { { TelemetryTag.Gateway, gateway }, { TelemetryTag.CircuitState, state.ToString() } }
            );
        }
    }

    public static void JournalTook(TimeSpan duration, string step)
    {
        if (JournalDuration is { Enabled: true })
        {
            QuietTelemetry.Record(
                JournalDuration,
                duration.TotalSeconds,
                new TagList { { TelemetryTag.JournalStep, step } }
            );
        }
    }
}
