using System.Runtime.CompilerServices;
using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>
/// A journal in memory, built on the rules. It outlives the application of a test, as a disk does, and fails on demand.
/// </summary>
internal sealed class MemoryJournal(TimeProvider time) : IPaymentJournal, IEntryReader
{
    private readonly Lock _lock = new();
    private readonly Dictionary<JournalKey, JournalEntry> _entries = [];

    public TimeProvider Clock { get; set; } = time;

    public JournalHealth Health { get; } = new() { IsOpenForSends = true };

    /// <summary>Called before a step; it may wait, and its exceptions are those of the step.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called for every entry that is listed; its exceptions are those of the list.</summary>
    public Action<JournalEntry> OnListed { get; set; } = _ => { };

    /// <summary>Called for every entry before it is resolved; its exceptions are those of the step.</summary>
    public Action<JournalKey> OnResolve { get; set; } = _ => { };

    /// <summary>The steps that answer NotRecorded.</summary>
    public HashSet<string> Refused { get; } = [];

    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Values];
            }
        }
    }

    /// <summary>Changes an entry as another process would.</summary>
    public void Change(JournalKey key, Func<JournalEntry, JournalEntry> change)
    {
        lock (_lock)
        {
            _entries[key] = change(_entries[key]);
        }
    }

    public async Task<JournalDecision> BeginAsync(JournalIntent intent, CancellationToken cancellationToken = default)
    {
        JournalRules.Validate(intent);
        await Before(nameof(BeginAsync));
        cancellationToken.ThrowIfCancellationRequested();
        if (Refused.Contains(nameof(BeginAsync)))
        {
            return JournalDecision.NotRecorded(Full);
        }

        lock (_lock)
        {
            var decision = JournalRules.Begin(this, intent);
            if (decision.IsStarted)
            {
                _entries[intent.JournalKey] = decision.Entry!;
            }

            return decision;
        }
    }

    public Task<JournalWrite> CompleteAsync(
        JournalKey key,
        int attempt,
        JournalOutcome outcome,
        bool publish = false,
        int resends = 0,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            nameof(CompleteAsync),
            () => JournalRules.Complete(this, key, attempt, outcome, publish, resends, Clock.GetUtcNow())
        );

    public Task<JournalWrite> ExtendAsync(
        JournalKey key,
        int attempt,
        int resends,
        DateTimeOffset sendBy,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            nameof(ExtendAsync),
            () => JournalRules.Extend(this, key, attempt, resends, sendBy, Clock.GetUtcNow())
        );

    // None of these tests needs a guard; tests of guards use the shipped journals.
    public async Task<JournalTurn> GetTurnAsync(
        JournalKey key,
        int attempt,
        CancellationToken cancellationToken = default
    )
    {
        await Before(nameof(GetTurnAsync));
        return new JournalTurn { IsHeld = true };
    }

    public Task<JournalDecision> AmendAsync(
        JournalKey key,
        int attempt,
        AttemptReading reading,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    IEnumerable<JournalEntry> IEntryReader.FindOpenAuthorizations(
        AccountFingerprint account,
        string customerId,
        DateTimeOffset since
    ) => [];

    IEnumerable<JournalTicket> IEntryReader.FindTickets(string guard) => [];

    public Task<JournalWrite> ResolveAsync(JournalResolution resolution, CancellationToken cancellationToken = default)
    {
        JournalRules.Validate(resolution);
        OnResolve(resolution.Key);
        return WriteAsync(nameof(ResolveAsync), () => JournalRules.Resolve(this, resolution));
    }

    public Task<JournalWrite> ObserveAsync(
        JournalObservation observation,
        CancellationToken cancellationToken = default
    ) => WriteAsync(nameof(ObserveAsync), () => JournalRules.Observe(this, observation));

    public Task<JournalWrite> NoteAsync(
        TransactionReference transaction,
        JournalNotification notification,
        CancellationToken cancellationToken = default
    ) => WriteAsync(nameof(NoteAsync), () => JournalRules.Note(this, transaction, notification));

    public Task<JournalWrite> LeaseAsync(
        JournalKey key,
        long revision,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            nameof(LeaseAsync),
            () => JournalRules.Lease(_entries.GetValueOrDefault(key), revision, until, Clock.GetUtcNow())
        );

    public Task<JournalWrite> EndLeaseAsync(
        JournalKey key,
        long epoch,
        CancellationToken cancellationToken = default
    ) => WriteAsync(nameof(EndLeaseAsync), () => JournalRules.EndLease(_entries.GetValueOrDefault(key), epoch));

    public async Task<IReadOnlyList<JournalEntry>> ClaimChecksAsync(
        string gateway,
        DateTimeOffset until,
        int limit,
        CancellationToken cancellationToken = default
    )
    {
        await Before(nameof(ClaimChecksAsync));
        lock (_lock)
        {
            var now = Clock.GetUtcNow();
            var claimed = _entries
                .Values.Where(entry => entry.Intent.Gateway == gateway && entry.NextCheckAt <= now)
                .OrderBy(entry => entry.NextCheckAt)
                .Take(limit)
                .Select(entry => JournalRules.ClaimCheck(entry, until).Entry!)
                .ToList();
            claimed.ForEach(entry => _entries[entry.Key] = entry);
            return claimed;
        }
    }

    public Task<JournalWrite> EndCheckAsync(
        JournalKey key,
        DateTimeOffset claimedUntil,
        DateTimeOffset? next,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            nameof(EndCheckAsync),
            () => JournalRules.EndCheck(_entries.GetValueOrDefault(key), claimedUntil, next)
        );

    public Task<JournalWrite> MarkPublishedAsync(
        JournalKey key,
        long revision,
        CancellationToken cancellationToken = default
    ) => WriteAsync(nameof(MarkPublishedAsync), () => JournalRules.Publish(_entries.GetValueOrDefault(key), revision));

    public async Task<JournalEntry?> FindAsync(JournalKey key, CancellationToken cancellationToken = default)
    {
        await Before(nameof(FindAsync));
        lock (_lock)
        {
            return _entries.GetValueOrDefault(key);
        }
    }

    public IAsyncEnumerable<JournalEntry> FindByOrderAsync(
        GatewayEnvironment environment,
        OrderReference order,
        CancellationToken cancellationToken = default
    ) =>
        StreamAsync(
            entry => entry.Intent.OrderReference == order && entry.Intent.Environment == environment,
            cancellationToken
        );

    public async IAsyncEnumerable<JournalEntry> FindTriesAsync(
        JournalIntent intent,
        DateTimeOffset since,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await Before(nameof(FindTriesAsync));
        var found = StreamAsync(
            entry =>
                entry.Intent.Environment == intent.Environment
                && entry.Intent.Operation is PaymentOperation.Sale or PaymentOperation.Authorize
                && (
                    (intent.OrderReference.IsSpecified && entry.Intent.OrderReference == intent.OrderReference)
                    || (
                        intent.MethodFingerprint is not null
                        && entry.Intent.MethodFingerprint == intent.MethodFingerprint
                        && entry.Intent.StartedAt >= since
                    )
                ),
            cancellationToken
        );
        await foreach (var entry in found)
        {
            yield return entry;
        }
    }

    public IAsyncEnumerable<JournalEntry> FindByTransactionAsync(
        TransactionReference transaction,
        CancellationToken cancellationToken = default
    ) => StreamAsync(entry => transaction.IsSameTransaction(entry.Outcome?.Transaction), cancellationToken);

    public Task<OriginalAmounts> GetAmountsAsync(
        TransactionReference original,
        CancellationToken cancellationToken = default
    )
    {
        lock (_lock)
        {
            return Task.FromResult(JournalRules.AmountsOf(this, original));
        }
    }

    public IAsyncEnumerable<JournalEntry> GetUnresolvedAsync(
        JournalQuery query,
        CancellationToken cancellationToken = default
    ) => StreamAsync(query.Wants, cancellationToken);

    public IAsyncEnumerable<JournalEntry> GetUnpublishedAsync(
        int limit = int.MaxValue,
        CancellationToken cancellationToken = default
    ) => StreamAsync(entry => entry.IsUnpublished, cancellationToken);

    public IAsyncEnumerable<JournalEntry> GetStartedAsync(
        DateTimeOffset from,
        DateTimeOffset until,
        CancellationToken cancellationToken = default
    ) => StreamAsync(entry => entry.Intent.StartedAt >= from && entry.Intent.StartedAt < until, cancellationToken);

    public async Task<JournalCounts> CountAsync(
        GatewayEnvironment? environment = null,
        CancellationToken cancellationToken = default
    )
    {
        await Before(nameof(CountAsync));
        var counted = Entries.Where(entry => environment is null || entry.Intent.Environment == environment).ToList();
        return new JournalCounts
        {
            Open = counted.Count(entry => entry.State == JournalEntryState.Open),
            Pending = counted.Count(entry => entry.State == JournalEntryState.Pending),
            Unknown = counted.Count(entry => entry.State == JournalEntryState.Unknown),
            Unpublished = counted.Count(entry => entry.IsUnpublished),
            DuplicateCharges = counted.Count(entry => entry.IsDuplicateCharge),
        };
    }

    JournalEntry? IEntryReader.Find(JournalKey key) => _entries.GetValueOrDefault(key);

    IEnumerable<JournalEntry> IEntryReader.FindByKey(JournalKey key) =>
        _entries.Values.Where(entry => entry.Key.Key == key.Key).OrderBy(entry => entry.Key != key);

    IEnumerable<JournalEntry> IEntryReader.FindByOrder(OrderReference order, GatewayEnvironment? environment) =>
        _entries.Values.Where(entry =>
            entry.Intent.OrderReference == order && (environment is null || entry.Intent.Environment == environment)
        );

    IEnumerable<JournalEntry> IEntryReader.FindByTransaction(TransactionReference transaction) =>
        _entries.Values.Where(entry => transaction.IsSameTransaction(entry.Outcome?.Transaction));

    IEnumerable<JournalEntry> IEntryReader.FindByOriginal(TransactionReference original) =>
        _entries.Values.Where(entry =>
            original.IsSameTransaction(entry.Intent.Original) || original.IsSameTransaction(entry.OriginalRoot)
        );

    private static JournalFailure Full { get; } =
        new() { Kind = JournalFailureKind.DiskFull, Message = "There is no space left." };

    private async Task<JournalWrite> WriteAsync(string step, Func<JournalWrite> decide)
    {
        await Before(step);
        if (Refused.Contains(step))
        {
            return JournalWrite.NotRecorded(Full);
        }

        lock (_lock)
        {
            var write = decide();
            if (write.Status == JournalWriteStatus.Recorded)
            {
                foreach (var entry in write.Others.Append(write.Entry!))
                {
                    _entries[entry.Key] = entry;
                }
            }

            return write;
        }
    }

    private async IAsyncEnumerable<JournalEntry> StreamAsync(
        Func<JournalEntry, bool> wanted,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask;
        foreach (var entry in Entries.Where(wanted))
        {
            cancellationToken.ThrowIfCancellationRequested();
            OnListed(entry);
            yield return entry;
        }
    }
}
