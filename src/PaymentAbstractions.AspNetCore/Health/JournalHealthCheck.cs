using Microsoft.Extensions.Diagnostics.HealthChecks;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>
/// Checks that the journal can be read and accepts payments. Degraded while it warns, for example that it is nearly full.
/// </summary>
internal sealed class JournalHealthCheck(IPaymentJournal journal) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            // The cheapest read that reaches the database: the first unresolved payment.
            await foreach (
                var _ in journal
                    .GetUnresolvedAsync(new JournalQuery { Limit = 1 }, cancellationToken)
                    .ConfigureAwait(false)
            )
            {
                break;
            }
        }
#pragma warning disable CA1031 // Any exception means that the journal cannot be read.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            // A database exception may contain the connection string.
            return new HealthCheckResult(
                context.Registration.FailureStatus,
                $"The journal cannot be read: {JournalFault.Of(exception).Message}"
            );
        }

        var health = journal.Health;
        return !health.IsOpenForSends
                ? new HealthCheckResult(
                    context.Registration.FailureStatus,
                    $"The journal cannot record payments, so nothing is sent. {health.LastFailure?.Message}".TrimEnd()
                )
            : health.Warning is { } warning ? HealthCheckResult.Degraded(warning)
            : HealthCheckResult.Healthy("The journal can be read and records payments.");
    }
}
