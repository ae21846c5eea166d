using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PaymentAbstractions;

/// <summary>
/// Where the spans and metrics of this library come from: one <see cref="ActivitySource"/> and one <see cref="Meter"/> with the same name.
/// </summary>
/// <remarks>
/// Thread-safe. Without a listener nothing is measured and nothing is allocated. With OpenTelemetry:
/// <c>tracing.AddSource(PaymentTelemetry.Name)</c> and <c>metrics.AddMeter(PaymentTelemetry.Name)</c>.
/// </remarks>
public static class PaymentTelemetry
{
    /// <summary>The name of the source and of the meter.</summary>
    public const string Name = "PaymentAbstractions";

    /// <summary>The source; <see langword="null"/> if a listener threw when it was created.</summary>
    internal static ActivitySource? Source { get; } =
        QuietTelemetry.Create(static () => new ActivitySource(Name, Version));

    internal static Meter Meter { get; } = new(Name, Version);

    private static string? Version => typeof(PaymentTelemetry).Assembly.GetName().Version?.ToString(3);
}
