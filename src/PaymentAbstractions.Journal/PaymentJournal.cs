using System.Runtime.CompilerServices;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Journal;

/// <summary>What the journals of this library have in common: each call is decided by <see cref="JournalRules"/> and recorded in one step.</summary>
/// <remarks>Thread-safe.</remarks>
public abstract class PaymentJournal : IPaymentJournal
{
    private protected PaymentJournal() { }

    /// <inheritdoc />
    public abstract JournalHealth Health { get; }

    /// <inheritdoc />
    public Task<JournalDecision> BeginAsync(JournalIntent intent, CancellationToken cancellationToken = default)
    {
        JournalRules.Validate(intent);
        return WriteAsync(store => store.Begin(intent), JournalDecision.NotRecorded, cancellationToken);
    }

    /// <inheritdoc />
    public Task<JournalWrite> CompleteAsync(
        JournalKey key,
        int attempt,
        JournalOutcome outcome,
        bool publish = false,
        int resends = 0,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return WriteAsync(
            store =>
            {
                // The guards are those of the latest exchange.
                var isLatest = store.Find(key) is { } entry && entry.Attempt == attempt && entry.Resends == resends;
                var write = JournalRules.Complete(store, key, attempt, outcome, publish, resends, store.Now);
                return store.Write(
                    write,
                    !isLatest ? GuardChange.Keep
                        : write.Entry is { IsInDoubt: true } ? GuardChange.FreeExclusive
                        : GuardChange.Free
                );
            },
            JournalWrite.NotRecorded,
            cancellationToken
        );
    }

    /// <inheritdoc />
    public Task<JournalWrite> ExtendAsync(
        JournalKey key,
        int attempt,
        int resends,
        DateTimeOffset sendBy,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            store =>
            {
                var write = JournalRules.Extend(store, key, attempt, resends, sendBy, store.Now);
                return store.Write(
                    write,
                    write.Status == JournalWriteStatus.Recorded ? GuardChange.Take : GuardChange.Keep
                );
            },
            JournalWrite.NotRecorded,
            cancellationToken
        );

    /// <inheritdoc />
    public Task<JournalTurn> GetTurnAsync(JournalKey key, int attempt, CancellationToken cancellationToken = default) =>
        ReadAsync(
            store =>
                store.Find(key) is { } entry && entry.Attempt == attempt
                    ? JournalRules.TurnOf(store, entry, store.Now)
                    : new JournalTurn(),
            cancellationToken
        );

    /// <inheritdoc />
    public Task<JournalDecision> AmendAsync(
        JournalKey key,
        int attempt,
        AttemptReading reading,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(reading);
        return WriteAsync(
            store =>
            {
                var decision = JournalRules.Amend(store, key, attempt, reading, store.Now);
                if (decision.IsStarted)
                {
                    store.Write(
                        new JournalWrite { Status = JournalWriteStatus.Recorded, Entry = decision.Entry },
                        GuardChange.Hold
                    );
                }

                return decision;
            },
            JournalDecision.NotRecorded,
            cancellationToken
        );
    }

    /// <inheritdoc />
    /// <exception cref="PaymentRequestException">The key is missing, or a person's name or reason.</exception>
    public Task<JournalWrite> ResolveAsync(JournalResolution resolution, CancellationToken cancellationToken = default)
    {
        JournalRules.Validate(resolution);
        return WriteAsync(
            store =>
            {
                var hasAnswered = store.Find(resolution.Key) is { Outcome: not null, IsSentAgain: false };
                var write = JournalRules.Resolve(store, resolution);
                // What was found out may be news of another payment; and its own exchange may be under way, whatever was found out.
                var isOver =
                    write is { Status: JournalWriteStatus.Recorded, Entry: { } entry }
                    && entry.Key == resolution.Key
                    && !entry.IsInDoubt
                    && (hasAnswered || store.Now >= entry.Intent.SendBy + entry.Intent.HoldGuardsFor);
                return store.Write(write, isOver ? GuardChange.Free : GuardChange.Keep);
            },
            JournalWrite.NotRecorded,
            cancellationToken
        );
    }

    /// <inheritdoc />
    public Task<JournalWrite> ObserveAsync(
        JournalObservation observation,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(observation);
        return WriteAsync(store => JournalRules.Observe(store, observation), cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<JournalEntry>> ClaimChecksAsync(
        string gateway,
        DateTimeOffset until,
        int limit,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(gateway);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return WriteAsync<IReadOnlyList<JournalEntry>>(
            store =>
                [
                    .. store
                        .TakeDueChecks(gateway, limit)
                        .Select(due => store.Write(JournalRules.ClaimCheck(due, until), GuardChange.Keep).Entry!),
                ],
            static _ => [],
            cancellationToken
        );
    }

    /// <inheritdoc />
    public Task<JournalWrite> EndCheckAsync(
        JournalKey key,
        DateTimeOffset claimedUntil,
        DateTimeOffset? next,
        CancellationToken cancellationToken = default
    ) => WriteAsync(store => JournalRules.EndCheck(store.Find(key), claimedUntil, next), cancellationToken);

    /// <inheritdoc />
    public Task<JournalWrite> MarkPublishedAsync(
        JournalKey key,
        long revision,
        CancellationToken cancellationToken = default
    ) => WriteAsync(store => JournalRules.Publish(store.Find(key), revision), cancellationToken);

    /// <inheritdoc />
    public Task<JournalEntry?> FindAsync(JournalKey key, CancellationToken cancellationToken = default) =>
        ReadAsync(store => store.Find(key), cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> FindByOrderAsync(
        GatewayEnvironment environment,
        OrderReference order,
        CancellationToken cancellationToken = default
    ) => StreamAsync(store => store.FindByOrder(environment, order), cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> FindByTransactionAsync(
        TransactionReference transaction,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return StreamAsync(store => store.FindByTransaction(transaction), cancellationToken);
    }

    /// <inheritdoc />
    public Task<OriginalAmounts> GetAmountsAsync(
        TransactionReference original,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(original);
        return ReadAsync(store => JournalRules.AmountsOf(store, original), cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> GetUnresolvedAsync(
        JournalQuery query,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Limit, 1, nameof(query));
        var list = query.DuplicateCharges ? EntryList.DuplicateCharges : EntryList.InDoubt;
        return ListAsync(list, query.Wants, query.Limit, cancellationToken);
    }

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> GetUnpublishedAsync(
        int limit = int.MaxValue,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return ListAsync(EntryList.Unpublished, EntryList.Unpublished.Includes, limit, cancellationToken);
    }

    /// <inheritdoc />
    public Task<JournalCounts> CountAsync(
        GatewayEnvironment? environment = null,
        CancellationToken cancellationToken = default
    ) => ReadAsync(store => store.Count(environment), cancellationToken);

    /// <summary>Has something written.</summary>
    /// <param name="write">What to do; again when its step failed.</param>
    /// <param name="onFailure">The answer when nothing of it was recorded.</param>
    /// <param name="cancellationToken">Ends the wait while nothing has begun.</param>
    private protected abstract Task<T> WriteAsync<T>(
        Func<IJournalStore, T> write,
        Func<JournalFailure, T> onFailure,
        CancellationToken cancellationToken
    );

    private protected abstract Task<T> ReadAsync<T>(Func<IJournalStore, T> read, CancellationToken cancellationToken);

    /// <summary>The entries of a list that are wanted, oldest first.</summary>
    private protected abstract IAsyncEnumerable<JournalEntry> ListAsync(
        EntryList list,
        Func<JournalEntry, bool> isWanted,
        int limit,
        CancellationToken cancellationToken
    );

    private protected async IAsyncEnumerable<JournalEntry> StreamAsync(
        Func<IJournalStore, IEnumerable<JournalEntry>> find,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var found = await ReadAsync(store => find(store).ToList(), cancellationToken).ConfigureAwait(false);
        foreach (var entry in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    private Task<JournalWrite> WriteAsync(
        Func<IJournalStore, JournalWrite> decide,
        CancellationToken cancellationToken
    ) => WriteAsync(store => store.Write(decide(store), GuardChange.Keep), JournalWrite.NotRecorded, cancellationToken);
}
