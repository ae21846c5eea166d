using System.Runtime.CompilerServices;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Journal;

/// <summary>
/// The base class of the journals of this library: <see cref="JournalRules"/> decides each call, and the decision is recorded in one step.
/// </summary>
/// <remarks>This type is thread-safe.</remarks>
public abstract partial class PaymentJournal : IPaymentJournal
{
    private protected PaymentJournal(TimeProvider clock) => Clock = clock;

    /// <inheritdoc />
    public TimeProvider Clock { get; }

    /// <inheritdoc />
    public abstract JournalHealth Health { get; }

    /// <inheritdoc />
    public Task<JournalDecision> BeginAsync(JournalIntent intent, CancellationToken cancellationToken = default)
    {
        JournalRules.Validate(intent);
        var nonce = NewNonce();
        return WriteAsync(
            SqlConcerns.Of(intent),
            store => store.Begin(intent, nonce),
            JournalDecision.NotRecorded,
            cancellationToken,
            store => store.Write(JournalRules.Unsend(store, intent.JournalKey, nonce, store.Now), GuardChange.Free)
        );
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
            SqlConcerns.OfEntry(key, outcome.Transaction),
            store =>
            {
                // The guards belong to the latest exchange.
                var entry = store.Find(key);
                var isLatest = entry is not null && entry.Attempt == attempt && entry.Resends == resends;
                var write = JournalRules.CompleteFound(store, entry, attempt, outcome, publish, resends, store.Now);
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
            SqlConcerns.OfEntry(key),
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
            SqlConcerns.OfEntry(key),
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
            SqlConcerns.OfEntry(key),
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
    /// <exception cref="PaymentRequestException">The key is missing, or the name or reason of a person.</exception>
    public Task<JournalWrite> ResolveAsync(JournalResolution resolution, CancellationToken cancellationToken = default)
    {
        JournalRules.Validate(resolution);
        return WriteAsync(
            SqlConcerns.OfEntry(resolution.Key),
            store =>
            {
                var hasAnswered = store.Find(resolution.Key) is { Outcome: not null, IsSentAgain: false };
                var write = JournalRules.Resolve(store, resolution);
                // The finding may be about another payment, and its own exchange may still be in progress.
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
        return WriteAsync(
            [SqlConcerns.Of(observation.Transaction)],
            store => JournalRules.Observe(store, observation),
            cancellationToken
        );
    }

    /// <inheritdoc />
    public Task<JournalWrite> NoteAsync(
        TransactionReference transaction,
        JournalNotification notification,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(notification);
        return WriteAsync(
            [SqlConcerns.Of(transaction)],
            store => JournalRules.Note(store, transaction, notification),
            cancellationToken
        );
    }

    /// <inheritdoc />
    public Task<JournalWrite> MarkPublishedAsync(
        JournalKey key,
        long revision,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            SqlConcerns.OfEntry(key),
            store => JournalRules.Publish(store.Find(key), revision),
            cancellationToken
        );

    /// <summary>Makes the nonce of an attempt, which no other attempt may have, even of a process that is restored from an image.</summary>
    private protected abstract string NewNonce();

    /// <summary>Runs a write.</summary>
    /// <param name="concerns">
    /// The names of what its decision depends on, as far as they are known in advance; see <see cref="SqlConcerns"/>.
    /// </param>
    /// <param name="write">The write; it runs again when its step failed.</param>
    /// <param name="onFailure">The result when nothing was recorded.</param>
    /// <param name="cancellationToken">Cancels the wait until the write begins.</param>
    /// <param name="undo">The write that runs later when a failure was returned, but the write may have been recorded.</param>
    private protected abstract Task<T> WriteAsync<T>(
        IEnumerable<string> concerns,
        Func<IJournalStore, T> write,
        Func<JournalFailure, T> onFailure,
        CancellationToken cancellationToken,
        Action<IJournalStore>? undo = null
    );

    private protected abstract Task<T> ReadAsync<T>(
        IEnumerable<string> concerns,
        Func<IJournalStore, T> read,
        CancellationToken cancellationToken
    );

    /// <summary>Streams the matching entries of a list, oldest first.</summary>
    private protected abstract IAsyncEnumerable<JournalEntry> ListAsync(
        EntryList list,
        Func<JournalEntry, bool> isWanted,
        int limit,
        CancellationToken cancellationToken
    );

    private protected async IAsyncEnumerable<JournalEntry> StreamAsync(
        IEnumerable<string> concerns,
        Func<IJournalStore, IEnumerable<JournalEntry>> find,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var found = await ReadAsync(concerns, store => find(store).ToList(), cancellationToken).ConfigureAwait(false);
        foreach (var entry in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }
    }

    private Task<JournalWrite> WriteAsync(
        IEnumerable<string> concerns,
        Func<IJournalStore, JournalWrite> decide,
        CancellationToken cancellationToken
    ) =>
        WriteAsync(
            concerns,
            store => store.Write(decide(store), GuardChange.Keep),
            JournalWrite.NotRecorded,
            cancellationToken
        );
}
