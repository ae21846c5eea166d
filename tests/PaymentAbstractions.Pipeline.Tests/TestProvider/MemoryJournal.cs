using System.Runtime.CompilerServices;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>A journal in memory, made of the rules. It outlives the application of a test, as a disk does, and fails on demand.</summary>
internal sealed class MemoryJournal(TimeProvider time) : IPaymentJournal
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IdempotencyKey, JournalEntry> _entries = [];

    public JournalHealth Health { get; } = new() { IsOpenForSends = true };

    /// <summary>Called before a step; what it throws, the step throws. Or it waits.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called for every entry that is listed; what it throws, the listing throws there.</summary>
    public Action<JournalEntry> OnListed { get; set; } = _ => { };

    /// <summary>Called for every entry before it is resolved; what it throws, the step throws.</summary>
    public Action<IdempotencyKey> OnResolve { get; set; } = _ => { };

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
            var existing = _entries.GetValueOrDefault(intent.Key);
            var others = _entries.Values.Where(entry => entry.Key != intent.Key).ToList();
            var (original, root) = Amounts(intent, others);
            var decision =
                JournalRules.DecideByKey(intent, existing)
                ?? JournalRules.DecideByOrder(intent, others)
                ?? JournalRules.DecideByOriginal(intent, original, root)
                ?? JournalRules.Start(intent, existing, original, root);
            if (decision.IsStarted)
            {
                _entries[intent.Key] = decision.Entry!;
            }

            return decision;
        }
    }

    public Task<JournalWrite> CompleteAsync(
        IdempotencyKey key,
        int attempt,
        JournalOutcome outcome,
        bool publish = false,
        CancellationToken cancellationToken = default
    ) =>
        WriteAsync(
            nameof(CompleteAsync),
            key,
            entry => JournalRules.Complete(entry, attempt, outcome, publish, time.GetUtcNow())
        );

    public Task<JournalWrite> ExtendAsync(
        IdempotencyKey key,
        int attempt,
        DateTimeOffset sendBy,
        CancellationToken cancellationToken = default
    ) => WriteAsync(nameof(ExtendAsync), key, entry => JournalRules.Extend(entry, attempt, sendBy));

    public Task<JournalWrite> ResolveAsync(JournalResolution resolution, CancellationToken cancellationToken = default)
    {
        JournalRules.Validate(resolution);
        OnResolve(resolution.Key);
        return WriteAsync(nameof(ResolveAsync), resolution.Key, entry => JournalRules.Resolve(entry, resolution));
    }

    public Task<JournalWrite> MarkPublishedAsync(
        IdempotencyKey key,
        long revision,
        CancellationToken cancellationToken = default
    ) => WriteAsync(nameof(MarkPublishedAsync), key, entry => JournalRules.Publish(entry, revision));

    public async Task<JournalEntry?> FindAsync(IdempotencyKey key, CancellationToken cancellationToken = default)
    {
        await Before(nameof(FindAsync));
        lock (_lock)
        {
            return _entries.GetValueOrDefault(key);
        }
    }

    public IAsyncEnumerable<JournalEntry> FindByOrderAsync(
        OrderReference order,
        CancellationToken cancellationToken = default
    ) => StreamAsync(entry => entry.Intent.Order == order, cancellationToken);

    public IAsyncEnumerable<JournalEntry> FindByTransactionAsync(
        TransactionReference transaction,
        CancellationToken cancellationToken = default
    ) => StreamAsync(entry => transaction.IsSameTransaction(entry.Outcome?.Transaction), cancellationToken);

    public Task<OriginalAmounts> GetAmountsAsync(
        TransactionReference original,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            Entries.Aggregate(new OriginalAmounts { Original = original }, (amounts, entry) => amounts.Add(entry))
        );

    public IAsyncEnumerable<JournalEntry> GetUnresolvedAsync(
        JournalQuery query,
        CancellationToken cancellationToken = default
    ) => StreamAsync(query.Wants, cancellationToken);

    public IAsyncEnumerable<JournalEntry> GetUnpublishedAsync(
        int limit = int.MaxValue,
        CancellationToken cancellationToken = default
    ) => StreamAsync(entry => entry.IsUnpublished, cancellationToken);

    public Task<JournalCounts> CountAsync(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("No test counts.");

    private static JournalFailure Full { get; } =
        new() { Kind = JournalFailureKind.DiskFull, Message = "There is no space left." };

    private static (OriginalAmounts?, OriginalAmounts?) Amounts(JournalIntent intent, List<JournalEntry> others)
    {
        if (intent.Original is not { } reference)
        {
            return (null, null);
        }

        OriginalAmounts Sum(TransactionReference one) =>
            others.Aggregate(new OriginalAmounts { Original = one }, (amounts, entry) => amounts.Add(entry));
        var root = JournalRules.RootOf(reference, others);
        return (Sum(reference), root is null ? null : Sum(root));
    }

    private async Task<JournalWrite> WriteAsync(
        string step,
        IdempotencyKey key,
        Func<JournalEntry?, JournalWrite> decide
    )
    {
        await Before(step);
        if (Refused.Contains(step))
        {
            return JournalWrite.NotRecorded(Full);
        }

        lock (_lock)
        {
            var write = decide(_entries.GetValueOrDefault(key));
            if (write.Status == JournalWriteStatus.Recorded)
            {
                _entries[key] = write.Entry!;
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
