using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PaymentAbstractions;

/// <summary>
/// Checks whether the gateways answer, by their circuits and their last requests. Fails when the circuit of the default gateway, or of
/// every gateway, is open. Degraded when another circuit is open, or when a gateway failed recently and has not answered since.
/// </summary>
internal sealed class GatewayHealthCheck(IPaymentGateways gateways, TimeProvider time, PaymentHealthOptions options)
    : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        var all = gateways.Names.Select(gateways.GetStatus).ToList();
        var open = all.Where(one => one.Circuit == GatewayCircuitState.Open).ToList();
        var failing = all.Where(IsFailing).ToList();
        var isFailure =
            open.Count > 0
            && (
                open.Count == all.Count
                || open.Exists(one =>
                    string.Equals(one.Name, gateways.Default.Name, StringComparison.OrdinalIgnoreCase)
                )
            );
        var status =
            isFailure ? context.Registration.FailureStatus
            : open.Count + failing.Count > 0 ? HealthStatus.Degraded
            : HealthStatus.Healthy;
        var wrong = open.Union(failing).Select(Describe).ToList();
        return Task.FromResult(
            new HealthCheckResult(
                status,
                wrong.Count == 0 ? "Every gateway answers, or nothing was sent to it." : string.Join(' ', wrong),
                data: all.ToDictionary(one => one.Name, object (one) => Describe(one), StringComparer.Ordinal)
            )
        );
    }

    private bool IsFailing(GatewayStatus status) =>
        status.ConsecutiveFailures > 0 && status.LastFailureAt > time.GetUtcNow() - options.FailureWindow;

    private static string Describe(GatewayStatus status) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{status.Name} ({status.Provider}, {status.Environment}): circuit {status.Circuit}{Until(status)}, {status.ConsecutiveFailures} failures in a row{Last(status)}."
        );

    private static string Until(GatewayStatus status) =>
        status.OpensAgainAt is { } at ? string.Create(CultureInfo.InvariantCulture, $" until {at:u}") : "";

    private static string Last(GatewayStatus status) =>
        status is { LastFailure: { } reason, LastFailureAt: { } at }
            ? string.Create(CultureInfo.InvariantCulture, $", the last one {reason} at {at:u}")
            : "";
}
