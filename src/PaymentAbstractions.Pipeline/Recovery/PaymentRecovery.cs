using System.Runtime.CompilerServices;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Processes the unresolved payments that are due, and then the closed payments that may have changed.</summary>
internal sealed partial class PaymentRecovery(
    GatewayDirectory gateways,
    JournalAccess journal,
    EntryLookup lookup,
    LookupNotes notes,
    ClosedChecks checks,
    CheckSchedule schedule,
    ResolutionPublisher publisher,
    JournalClock time,
    PaymentsLog log
) : IPaymentRecovery
{
    private string _missing = "";
    private string _chargedTwice = "";

    public async Task<RecoveryReport> RecoverAsync(CancellationToken cancellationToken = default)
    {
        var report = await LookUpAsync(heedBackOff: false, cancellationToken).ConfigureAwait(false);
        return report with { Published = await PublishAsync(cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>Looks up the payments that are due. Publishes nothing; a resolution raises the signal for publishing.</summary>
    public async Task<RecoveryReport> LookUpAsync(bool heedBackOff, CancellationToken cancellationToken)
    {
        var round = new RecoveryRound();
        await Parallel
            .ForEachAsync(
                ListAsync(round, cancellationToken),
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = gateways.Recovery.MaxConcurrency,
                    CancellationToken = cancellationToken,
                },
                async (entry, token) => await LookUpAsync(entry, heedBackOff, round, token).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        if (round.IsComplete)
        {
            notes.KeepOnly(round.InDoubt);
            WarnOfMissingGateways(round);
            await WarnOfDuplicatesAsync(cancellationToken).ConfigureAwait(false);
        }

        await checks.RunAsync(round, cancellationToken).ConfigureAwait(false);
        PaymentMeter.RoundEnded(round.IsComplete);
        var report = round.ToReport();
        if (report.LookedUp + report.Checked > 0)
        {
            Log.RecoveryRound(log, report.LookedUp, report.Resolved, report.Checked);
        }

        return report;
    }

    private async Task LookUpAsync(
        JournalEntry entry,
        bool heedBackOff,
        RecoveryRound round,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (lookup.IsRunning(entry) || !lookup.IsDue(entry))
            {
                round.AddNotDue();
            }
            else if (!heedBackOff || !(notes.Find(entry)?.NextAt > time.GetUtcNow()))
            {
                round.AddLookedUp(await lookup.LookUpAsync(entry, cancellationToken).ConfigureAwait(false));
            }
        }
#pragma warning disable CA1031 // One entry must not end the round of the others.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            round.AddFailed();
            Log.RecoveryFailed(log, RedactedException.Of(exception));
        }
    }

    // When a journal cannot list all payments, those listed before the failure are recovered.
    private async IAsyncEnumerable<JournalEntry> ListAsync(
        RecoveryRound round,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var entries = journal
            .GetUnresolvedAsync(new JournalQuery(), cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using var _ = entries.ConfigureAwait(false);
        while (true)
        {
            try
            {
                if (!await entries.MoveNextAsync().ConfigureAwait(false))
                {
                    round.IsComplete = true;
                    yield break;
                }
            }
#pragma warning disable CA1031 // Logged; the next round tries again.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.RecoveryFailed(log, RedactedException.Of(exception));
                yield break;
            }

            round.AddListed(entries.Current, gateways.Owner(entries.Current.Intent.Gateway) is not null);
            yield return entries.Current;
        }
    }

    private void WarnOfMissingGateways(RecoveryRound round)
    {
        var missing = string.Join(
            ", ",
            round
                .WithoutGateway.OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => $"{one.Key} ({one.Value})")
        );
        if (Interlocked.Exchange(ref _missing, missing) != missing && missing.Length > 0)
        {
            Log.GatewaysMissing(log, missing);
        }
    }

    private async Task WarnOfDuplicatesAsync(CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        try
        {
            await foreach (var entry in GetDuplicateChargesAsync(cancellationToken).ConfigureAwait(false))
            {
                keys.Add($"{entry.Intent.IdempotencyKey} and {entry.DuplicateOf?.Key}");
            }
        }
#pragma warning disable CA1031 // Logged; the next round tries again.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.RecoveryFailed(log, RedactedException.Of(exception));
            return;
        }

        var found = string.Join(", ", keys.Order(StringComparer.Ordinal));
        if (Interlocked.Exchange(ref _chargedTwice, found) != found && found.Length > 0)
        {
            Log.ChargedTwice(log, found);
        }
    }

    public IAsyncEnumerable<JournalEntry> GetDuplicateChargesAsync(CancellationToken cancellationToken = default) =>
        journal.GetUnresolvedAsync(new JournalQuery { DuplicateCharges = true }, cancellationToken);

    public async Task<JournalEntry?> RecoverAsync(
        IdempotencyKey key,
        GatewayEnvironment? environment = null,
        CancellationToken cancellationToken = default
    )
    {
        var entry = await FindAsync(key, environment, cancellationToken).ConfigureAwait(false);
        if (entry is null || lookup.MayBeUnderWay(entry) || (entry is { IsInDoubt: false, Outcome.Transaction: null }))
        {
            return entry;
        }

        var after = await lookup.LookUpAsync(entry, cancellationToken).ConfigureAwait(false);
        await PublishAsync(cancellationToken).ConfigureAwait(false);
        return after;
    }

    public async IAsyncEnumerable<UnresolvedPayment> GetUnresolvedAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await foreach (
            var entry in journal.GetUnresolvedAsync(new JournalQuery(), cancellationToken).ConfigureAwait(false)
        )
        {
            yield return Describe(entry);
        }
    }

    /// <summary>Returns the results of the look-ups of an unresolved attempt so far.</summary>
    public UnresolvedPayment Describe(JournalEntry entry)
    {
        var note = notes.Find(entry);
        return new UnresolvedPayment
        {
            Entry = entry,
            DueAt = note?.NextAt > lookup.DueAt(entry) ? note.NextAt : lookup.DueAt(entry),
            LookedUpAt = note?.At,
            LastStatus = note?.Status,
            Reason = note?.Reason,
            Candidates = note?.Candidates ?? [],
        };
    }

    // A recorded resolution is returned even if publishing fails; the signal causes it to be published later.
    private async Task<int> PublishAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await publisher.PublishAsync(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Logged; see above.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.RecoveryFailed(log, RedactedException.Of(exception));
            return 0;
        }
    }

    /// <exception cref="PaymentRequestException">Both environments have the key, and none is named.</exception>
    public async Task<JournalEntry?> FindAsync(
        IdempotencyKey key,
        GatewayEnvironment? environment,
        CancellationToken cancellationToken
    )
    {
        var found = new List<JournalEntry>();
        foreach (var one in environment is { } named ? [named] : Enum.GetValues<GatewayEnvironment>())
        {
            if (await journal.FindAsync(new JournalKey(one, key), cancellationToken).ConfigureAwait(false) is { } entry)
            {
                found.Add(entry);
            }
        }

        return found.Count <= 1
            ? found.FirstOrDefault()
            : throw new PaymentRequestException(
                nameof(environment),
                $"must be given, because the key '{key}' exists in {string.Join(" and ", found.Select(one => one.Intent.Environment))}."
            );
    }
}
