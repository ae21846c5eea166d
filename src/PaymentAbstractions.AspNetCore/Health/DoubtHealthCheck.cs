using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Checks the age of the oldest unresolved payment. Reads one payment of each state, through an index of the journal.</summary>
internal sealed class DoubtHealthCheck(IPaymentJournal journal, PaymentHealthOptions options) : IHealthCheck
{
    private static readonly JournalEntryState[] Doubt = [JournalEntryState.Unknown, JournalEntryState.Open];
    private static readonly JournalEntryState[] DoubtWithPending = [.. Doubt, JournalEntryState.Pending];

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        JournalEntry? oldest;
        try
        {
            oldest = await OldestAsync(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // See JournalHealthCheck.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return new HealthCheckResult(
                context.Registration.FailureStatus,
                $"The unresolved payments cannot be read: {JournalFault.Of(exception).Message}"
            );
        }

        if (oldest is null)
        {
            return HealthCheckResult.Healthy("There are no unresolved payments.");
        }

        var age = journal.Clock.GetUtcNow() - oldest.Intent.StartedAt;
        var status =
            age >= options.UnhealthyDoubtAge ? context.Registration.FailureStatus
            : age >= options.DegradedDoubtAge ? HealthStatus.Degraded
            : HealthStatus.Healthy;
        var description = string.Create(
            CultureInfo.InvariantCulture,
            $"The oldest unresolved payment has been {oldest.State} since {oldest.Intent.StartedAt:u}: {oldest.Intent.Operation} at {oldest.Intent.Gateway} under the key {oldest.Intent.IdempotencyKey}."
        );
        return new HealthCheckResult(
            status,
            description,
            data: new Dictionary<string, object>(StringComparer.Ordinal) { ["ageInSeconds"] = age.TotalSeconds }
        );
    }

    private async Task<JournalEntry?> OldestAsync(CancellationToken cancellationToken)
    {
        JournalEntry? oldest = null;
        foreach (var state in options.IncludePending ? DoubtWithPending : Doubt)
        {
            var query = new JournalQuery { State = state, Limit = 1 };
            await foreach (var entry in journal.GetUnresolvedAsync(query, cancellationToken).ConfigureAwait(false))
            {
                oldest = oldest is null || entry.Intent.StartedAt < oldest.Intent.StartedAt ? entry : oldest;
                break;
            }
        }

        return oldest;
    }
}
