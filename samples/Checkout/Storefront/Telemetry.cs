using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Checkout.Storefront;

/// <summary>Exports the library's telemetry: by OTLP when the usual variable is set, and to the console on demand.</summary>
internal static class Telemetry
{
    private const string Library = "PaymentAbstractions";

    public static void AddTelemetry(this WebApplicationBuilder builder, ShopOptions options)
    {
        var exports = !string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        if (!exports && !options.PrintsTelemetry)
        {
            return;
        }

        builder
            .Services.AddOpenTelemetry()
            .WithTracing(traces =>
            {
                traces.AddSource(Library);
                if (exports)
                {
                    traces.AddOtlpExporter();
                }

                if (options.PrintsTelemetry)
                {
                    traces.AddConsoleExporter();
                }
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Library);
                if (exports)
                {
                    metrics.AddOtlpExporter();
                }

                if (options.PrintsTelemetry)
                {
                    metrics.AddConsoleExporter();
                }
            });
    }
}
