using System.Runtime.CompilerServices;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Goes through what is in doubt and due.</summary>
internal sealed class PaymentRecovery(
    PaymentGateways gateways,
    JournalAccess journal,
    EntryLookup lookup,
    LookupNotes notes,
    ResolutionPublisher publisher,
    RunningExchanges exchanges,
    TimeProvider time
) : IPaymentRecovery
{
    public async Task<RecoveryReport> RecoverAsync(CancellationToken cancellationToken = default)
    {
        var report = await LookUpAsync(heedBackOff: false, cancellationToken).ConfigureAwait(false);
        return report with { Published = await publisher.PublishAsync(cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>Looks up what is due and publishes nothing; what is resolved raises the signal for that.</summary>
    public async Task<RecoveryReport> LookUpAsync(bool heedBackOff, CancellationToken cancellationToken)
    {
        journal.ThrowIfOff();
        var (lookedUp, resolved, notDue) = (0, 0, 0);
        await Parallel
            .ForEachAsync(
                journal.GetUnresolvedAsync(new JournalQuery(), cancellationToken),
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = gateways.Snapshot.Recovery.MaxConcurrency,
                    CancellationToken = cancellationToken,
                },
                async (entry, token) =>
                {
                    if (exchanges.IsRunning(entry.Intent.Key) || !lookup.IsDue(entry))
                    {
                        Interlocked.Increment(ref notDue);
                        return;
                    }

                    if (heedBackOff && notes.Find(entry)?.NextAt > time.GetUtcNow())
                    {
                        return;
                    }

                    var after = await lookup.LookUpAsync(entry, token).ConfigureAwait(false);
                    Interlocked.Increment(ref lookedUp);
                    Interlocked.Add(ref resolved, after.IsInDoubt ? 0 : 1);
                }
            )
            .ConfigureAwait(false);
        return new RecoveryReport
        {
            LookedUp = lookedUp,
            Resolved = resolved,
            NotDue = notDue,
            Published = 0,
        };
    }

    public async Task<JournalEntry?> RecoverAsync(IdempotencyKey key, CancellationToken cancellationToken = default)
    {
        journal.ThrowIfOff();
        var entry = await FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (
            entry is null
            || exchanges.IsRunning(key)
            || (entry.Outcome is null && !lookup.IsDue(entry))
            || (entry is { IsInDoubt: false, Outcome.Transaction: null })
        )
        {
            return entry;
        }

        var after = await lookup.LookUpAsync(entry, cancellationToken).ConfigureAwait(false);
        await publisher.PublishAsync(cancellationToken).ConfigureAwait(false);
        return after;
    }

    public async IAsyncEnumerable<UnresolvedPayment> GetUnresolvedAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        journal.ThrowIfOff();
        await foreach (
            var entry in journal.GetUnresolvedAsync(new JournalQuery(), cancellationToken).ConfigureAwait(false)
        )
        {
            var note = notes.Find(entry);
            yield return new UnresolvedPayment
            {
                Entry = entry,
                DueAt = lookup.DueAt(entry),
                LookedUpAt = note?.At,
                LastStatus = note?.Status,
                Reason = note?.Reason,
                Candidates = note?.Candidates ?? [],
            };
        }
    }

    public async Task<JournalWrite> ResolveAsync(
        IdempotencyKey key,
        PaymentOutcome outcome,
        TransactionReference? transaction,
        string who,
        string why,
        CancellationToken cancellationToken = default
    )
    {
        journal.ThrowIfOff();
        var entry =
            await FindAsync(key, cancellationToken).ConfigureAwait(false)
            ?? throw new PaymentRequestException(nameof(key), "is not in the journal.");
        var resolution = PersonResolution.Of(entry, outcome, transaction, who, why, time.GetUtcNow());
        if (!resolution.Outcome.Result.MoneyMayHaveMoved && MayBeUnderWay(entry))
        {
            return new JournalWrite { Status = JournalWriteStatus.TooEarly, Entry = entry };
        }

        var write = await journal.ResolveAsync(resolution, cancellationToken).ConfigureAwait(false);
        if (write.Status == JournalWriteStatus.Recorded)
        {
            lookup.Resolved(entry, write.Entry!);
            await publisher.PublishAsync(cancellationToken).ConfigureAwait(false);
        }

        return write;
    }

    private async Task<JournalEntry?> FindAsync(IdempotencyKey key, CancellationToken cancellationToken)
    {
        var live = await journal
            .FindAsync(new JournalKey(GatewayEnvironment.Live, key), cancellationToken)
            .ConfigureAwait(false);
        var sandbox = await journal
            .FindAsync(new JournalKey(GatewayEnvironment.Sandbox, key), cancellationToken)
            .ConfigureAwait(false);
        return live is null || sandbox is null
            ? live ?? sandbox
            : throw new PaymentRequestException(nameof(key), "is known in Sandbox and in Live.");
    }

    // Here, in another process, or at the provider still although the answer is lost.
    private bool MayBeUnderWay(JournalEntry entry) =>
        exchanges.IsRunning(entry.Intent.Key) || (entry.IsInDoubt && !lookup.IsDue(entry));
}
