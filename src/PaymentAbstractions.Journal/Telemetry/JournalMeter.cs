using System.Diagnostics.Metrics;

namespace PaymentAbstractions.Journal;

/// <summary>The journal's instruments; they record nothing until a listener is attached.</summary>
internal static class JournalMeter
{
    private static readonly Histogram<long>? BatchSize = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateHistogram(
            "payments.journal.batch_size",
            unit: "{call}",
            description: "Calls of a journal in a database that shared one transaction.",
            advice: new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128] }
        )
    );

    public static void Committed(int calls)
    {
        if (BatchSize is { Enabled: true })
        {
            QuietTelemetry.Record(BatchSize, calls);
        }
    }
}
