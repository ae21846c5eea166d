using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace PaymentAbstractions.Http;

/// <summary>The transport's instruments; they record nothing until a listener is attached.</summary>
internal static class TransportMeter
{
    private static readonly Gauge<long>? Limit = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateGauge<long>(
            "payments.rate_limit.limit",
            unit: "{request}",
            description: "The provider's request limit per period, from the last response that reported it."
        )
    );

    private static readonly Gauge<long>? Remaining = QuietTelemetry.Create(static () =>
        PaymentTelemetry.Meter.CreateGauge<long>(
            "payments.rate_limit.remaining",
            unit: "{request}",
            description: "The remaining requests of the provider's limit, from the last response that reported it."
        )
    );

    public static void Answered(TransportAnswer answer, PaymentTransportOptions options)
    {
        Record(Limit, answer, "X-RateLimit-Limit", options);
        Record(Remaining, answer, "X-RateLimit-Remaining", options);
    }

    private static void Record(
        Gauge<long>? gauge,
        TransportAnswer answer,
        string header,
        PaymentTransportOptions options
    )
    {
        if (
            gauge is not { Enabled: true }
            || !long.TryParse(answer.Header(header), NumberStyles.None, CultureInfo.InvariantCulture, out var requests)
        )
        {
            return;
        }

        var tags = new TagList { { TelemetryTag.ServerAddress, options.BaseAddress.Host } };
        if (options.Gateway is { } gateway)
        {
            tags.Add(TelemetryTag.Gateway, gateway);
        }

        QuietTelemetry.Record(gauge, requests, tags);
    }
}
