using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PaymentAbstractions;

// Outcomes and durations of payments, and retries.
internal static partial class PaymentMeter
{
    private const int LongestProviderCode = 32;

    // A provider that writes ids or sentences there must not make as many series as it has of them.
    private static readonly LimitedTagValues ProviderCodes = new(max: 100);

    private static readonly Histogram<double>? Duration = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateHistogram(
            "payments.duration",
            unit: "s",
            description: "Time from the call of a payment to its result.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
            }
        )
    );

    private static readonly Counter<long>? Outcomes = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateCounter<long>(
            "payments.outcomes",
            unit: "{attempt}",
            description: "Attempts that ended, by outcome."
        )
    );

    private static readonly Counter<long>? Resolutions = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateCounter<long>(
            "payments.resolutions",
            unit: "{payment}",
            description: "Unresolved payments that were resolved, and closed payments that changed, by source."
        )
    );

    private static readonly Counter<long>? Retries = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateCounter<long>(
            "payments.retries",
            unit: "{retry}",
            description: "Payments that were sent again under the same key, by the outcome of the previous exchange."
        )
    );

    private static readonly Counter<long>? UnmappedCodes = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateCounter<long>(
            "payments.unmapped_codes",
            unit: "{payment}",
            description: "Payments that were declined with a code that the table of response codes does not know."
        )
    );

    /// <summary>Whether any listener collects durations; otherwise no clock is read for them.</summary>
    public static bool WantsDurations => Duration is { Enabled: true };

    /// <summary>Records an attempt that has ended.</summary>
    public static void Ended(string gateway, PaymentResult result)
    {
        if (Outcomes is { Enabled: true })
        {
            QuietTelemetry.Count(
                Outcomes,
                new TagList
                {
                    { TelemetryTag.Gateway, gateway },
                    { TelemetryTag.Operation, result.Operation.ToString() },
                    { TelemetryTag.Outcome, result.Outcome.ToString() },
                    { TelemetryTag.Reason, result.Reason.ToString() },
                    { TelemetryTag.Code, result.Code?.Value ?? "" },
                    { TelemetryTag.CodeAdvice, result.Code?.Advice.ToString() ?? "" },
                }
            );
        }

        if (result.Outcome == PaymentOutcome.Declined)
        {
            Declined(gateway, result);
        }
    }

    public static void Took(TimeSpan duration, PaymentResult result)
    {
        if (Duration is { Enabled: true })
        {
            QuietTelemetry.Record(
                Duration,
                duration.TotalSeconds,
                new TagList
                {
                    { TelemetryTag.Gateway, result.Gateway },
                    { TelemetryTag.Operation, result.Operation.ToString() },
                    { TelemetryTag.Outcome, result.Outcome.ToString() },
                }
            );
        }
    }

    public static void Resolved(string gateway, PaymentResolution resolution)
    {
        if (Resolutions is { Enabled: true })
        {
            QuietTelemetry.Count(
                Resolutions,
                new TagList
                {
                    { TelemetryTag.Gateway, gateway },
                    { TelemetryTag.Operation, resolution.Result.Operation.ToString() },
                    { TelemetryTag.Outcome, resolution.Result.Outcome.ToString() },
                    { TelemetryTag.Source, resolution.Source.ToString() },
                }
            );
        }
    }

    public static void Retried(string gateway, PaymentResult before)
    {
        if (Retries is { Enabled: true })
        {
            QuietTelemetry.Count(
                Retries,
                new TagList
                {
                    { TelemetryTag.Gateway, gateway },
                    { TelemetryTag.Operation, before.Operation.ToString() },
                    { TelemetryTag.Outcome, before.Outcome.ToString() },
                    { TelemetryTag.Reason, before.Reason.ToString() },
                }
            );
        }
    }

    private static void CountUnmapped(string gateway, PaymentResult result)
    {
        if (UnmappedCodes is { Enabled: true } && result.Code is not { IsUnmapped: false })
        {
            QuietTelemetry.Count(
                UnmappedCodes,
                new TagList
                {
                    { TelemetryTag.Gateway, gateway },
                    { TelemetryTag.Operation, result.Operation.ToString() },
                    { TelemetryTag.ProviderCode, Short(result.Provider.Code) },
                }
            );
        }
    }

    private static string Short(string? code) =>
        code is null ? ""
        : code.Length <= LongestProviderCode && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
            ? ProviderCodes.Limit(code)
        : LimitedTagValues.Other;
}
