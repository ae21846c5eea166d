using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Checks closed payments again while their provider may change them: few at a time, after the unresolved ones.</summary>
internal sealed class ClosedChecks(
    GatewayDirectory gateways,
    JournalAccess journal,
    EntryLookup lookup,
    CheckSchedule schedule,
    CheckBudget budget,
    JournalClock time,
    PaymentsLog log
)
{
    /// <summary>Checks the payments that are due, within the budget of each gateway.</summary>
    public async Task RunAsync(RecoveryRound round, CancellationToken cancellationToken)
    {
        foreach (var gateway in gateways.All.Where(one => CheckSchedule.MayChangeFor(one) > TimeSpan.Zero))
        {
            foreach (var name in gateway.FormerNames.Prepend(gateway.Name))
            {
                await RunAsync(gateway, name, round, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task RunAsync(
        ConfiguredGateway gateway,
        string name,
        RecoveryRound round,
        CancellationToken cancellationToken
    )
    {
        var settings = gateways.Recovery;
        while (budget.Take(gateway.Name, settings.MaxConcurrency, settings.MaxChecksPerMinute) is > 0 and var granted)
        {
            // A process that ends unexpectedly loses its claim when its look-ups would have finished.
            var until = time.GetUtcNow() + gateway.Adapter.LongestExchange + settings.Margin;
            IReadOnlyList<JournalEntry> claimed = [];
            try
            {
                claimed = await journal.ClaimChecksAsync(name, until, granted, cancellationToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Logged; the next round tries again.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.RecoveryFailed(log, RedactedException.Of(exception));
            }
            finally
            {
                budget.GiveBack(gateway.Name, granted - claimed.Count);
            }

            await Task.WhenAll(claimed.Select(entry => CheckAsync(gateway, entry, until, round, cancellationToken)))
                .ConfigureAwait(false);
            if (claimed.Count < granted)
            {
                return;
            }
        }
    }

    private async Task CheckAsync(
        ConfiguredGateway gateway,
        JournalEntry entry,
        DateTimeOffset claimedUntil,
        RecoveryRound round,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var (after, found, isKept, _) = await lookup.CheckAsync(entry, cancellationToken).ConfigureAwait(false);
            var isDeferred = !isKept || found?.Status is null or FindStatus.LookupFailed;
            var isChanged = after.Revision != entry.Revision;
            var next = isDeferred
                ? schedule.AfterFailure(entry, found?.RetryAt)
                : schedule.Next(after.Intent, after.RecordedAt ?? time.GetUtcNow());
            if (isDeferred)
            {
                // Pause the gateway for a while, whether it asks for a pause or fails.
                budget.Pause(gateway.Name, found?.RetryAt ?? time.GetUtcNow() + gateways.Recovery.BackOff);
                Log.CheckDeferred(log, gateway.Name, entry.Intent.IdempotencyKey, found?.Reason, next);
            }
            else if (isChanged)
            {
                LogChange(entry, after);
            }

            round.AddCheck(isChanged, isDeferred);
            PaymentMeter.Checked(gateway.Name, isChanged, isDeferred);
            await journal.EndCheckAsync(entry.Key, claimedUntil, next, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // One payment must not end the checks of the others; its claim lapses, and it is due again.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            round.AddFailed();
            Log.RecoveryFailed(log, RedactedException.Of(exception));
        }
    }

    private void LogChange(JournalEntry before, JournalEntry after)
    {
        var resolution = PaymentResolution.Of(after, after.Outcome!.ToResult());
        Log.ChangedLater(
            log,
            after.Intent.Gateway,
            after.Intent.Operation,
            after.Intent.IdempotencyKey,
            string.Join(", ", resolution.Changes),
            resolution.Before ?? before.Outcome!.Outcome,
            after.Revisions.Count > 0 ? after.Revisions[^1].To : after.Outcome.Outcome,
            after.Outcome.Transaction
        );
    }
}
