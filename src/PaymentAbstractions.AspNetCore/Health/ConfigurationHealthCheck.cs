using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PaymentAbstractions;

/// <summary>Degraded while the last configuration change is rejected. Payments then continue with the previous configuration.</summary>
internal sealed class ConfigurationHealthCheck(IPaymentGateways gateways) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        // The problems contain keys and values, but never the value of a secret.
        var problems = gateways.ReloadProblems;
        return Task.FromResult(
            problems.Count == 0
                ? HealthCheckResult.Healthy("The latest configuration is in use.")
                : HealthCheckResult.Degraded(
                    $"The latest change of the configuration is not in use. {string.Join(' ', problems)}"
                )
        );
    }
}
