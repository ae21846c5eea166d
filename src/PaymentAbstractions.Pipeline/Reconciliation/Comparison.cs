using System.Runtime.CompilerServices;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>
/// One comparison. It reads the payments in the journal and, in parallel, a window over the provider's list. Transactions outside the
/// window are looked up one by one, so a window that is too small costs reads but never correctness.
/// </summary>
internal sealed class Comparison
{
    // The largest difference between the times of an attempt on the two sides that costs no extra read.
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly ConfiguredGateway _gateway;
    private readonly ReconciliationPeriod _period;
    private readonly IPaymentJournal _journal;
    private readonly ITransactionSearch? _search;
    private readonly SearchCapabilities? _limits;
    private readonly ListedTransactions _listed = new();
    private readonly HashSet<string> _customers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _keysInDoubt = new(StringComparer.Ordinal);
    private readonly EntryComparison _entries;

    public Comparison(
        ConfiguredGateway gateway,
        ReconciliationPeriod period,
        IPaymentJournal journal,
        EntryLookup lookup
    )
    {
        (_gateway, _period, _journal) = (gateway, period, journal);
        _search = gateway.Adapter.GetService(typeof(ITransactionSearch)) as ITransactionSearch;
        _limits = _search is null ? null : gateway.Capabilities.Search;
        _entries = new EntryComparison(gateway, journal, lookup, _listed, ListsAll);
    }

    private bool ListsAll => _limits is { RequiresCustomer: false, UnsettledOnly: false };

    public async IAsyncEnumerable<ReconciledPayment> RunAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await NoteKeysInDoubtAsync(cancellationToken).ConfigureAwait(false);
        var rows = RowsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var disposed = rows.ConfigureAwait(false);
        var hasMore = await rows.MoveNextAsync().ConfigureAwait(false);
        await foreach (var entry in EntriesAsync(cancellationToken).ConfigureAwait(false))
        {
            while (hasMore && !(rows.Current.CreatedAt > entry.Intent.StartedAt + Window))
            {
                _listed.Add(rows.Current);
                hasMore = await rows.MoveNextAsync().ConfigureAwait(false);
            }

            if (_limits is { RequiresCustomer: true })
            {
                await AddOfCustomerAsync(entry, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                var passed = _listed.TakeBefore(entry.Intent.StartedAt - Window);
                await foreach (var line in MissingAsync(passed, cancellationToken).ConfigureAwait(false))
                {
                    yield return line;
                }
            }

            if (await _entries.CompareAsync(entry, cancellationToken).ConfigureAwait(false) is { } compared)
            {
                yield return compared;
            }
        }

        while (hasMore)
        {
            _listed.Add(rows.Current);
            // No remaining payment can match these.
            await foreach (var line in MissingAsync(_listed.TakeAll(), cancellationToken).ConfigureAwait(false))
            {
                yield return line;
            }

            hasMore = await rows.MoveNextAsync().ConfigureAwait(false);
        }

        await foreach (var line in MissingAsync(_listed.TakeAll(), cancellationToken).ConfigureAwait(false))
        {
            yield return line;
        }

        foreach (var line in LastLines())
        {
            yield return line;
        }
    }

    private IAsyncEnumerable<TransactionState> RowsAsync(CancellationToken cancellationToken) =>
        _limits is { RequiresCustomer: false }
            ? _search!.SearchAsync(
                new TransactionQuery { From = Moved(_period.From, -Window), Until = Moved(_period.Until, Window) },
                cancellationToken
            )
            : AsyncEnumerable.Empty<TransactionState>();

    // A period may begin at the minimum date.
    private static DateTimeOffset? Moved(DateTimeOffset time, TimeSpan by) =>
        by < TimeSpan.Zero && time.UtcTicks < -by.Ticks ? null
        : by > TimeSpan.Zero && time.UtcTicks > DateTimeOffset.MaxValue.UtcTicks - by.Ticks ? null
        : time + by;

    private IAsyncEnumerable<JournalEntry> EntriesAsync(CancellationToken cancellationToken) =>
        _journal
            .GetStartedAsync(_period.From, _period.Until, cancellationToken)
            .Where(entry =>
                IsOwn(entry)
                // A set-up moves no money, and an authentication takes place with every payment.
                && entry.Intent.Operation != PaymentOperation.Setup
            );

    // Unresolved payments name no transaction, so their transactions can be matched only by key, in any period.
    private async Task NoteKeysInDoubtAsync(CancellationToken cancellationToken)
    {
        var query = new JournalQuery { Environment = _gateway.Environment };
        await foreach (var entry in _journal.GetUnresolvedAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (IsOwn(entry) && entry.Intent.KeyNamespace is { } names)
            {
                _keysInDoubt.Add(ListedTransactions.KeyOf(entry.Intent.IdempotencyKey.ToWireKey(names))!);
            }
        }
    }

    private bool IsOwn(JournalEntry entry) =>
        entry.Intent.Gateway == _gateway.Name
        || _gateway.FormerNames.Contains(entry.Intent.Gateway, StringComparer.Ordinal);

    private async Task AddOfCustomerAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        if (
            entry.Intent.CustomerId is not { } customer
            || entry.Intent.Account != _gateway.Account
            || !_customers.Add(customer)
        )
        {
            return;
        }

        var query = new TransactionQuery { CustomerId = customer };
        await foreach (var state in _search!.SearchAsync(query, cancellationToken).ConfigureAwait(false))
        {
            _listed.Add(state);
        }
    }

    /// <summary>Returns the listed transactions that the journal does not know, without those of another period.</summary>
    private async IAsyncEnumerable<ReconciledPayment> MissingAsync(
        IEnumerable<TransactionState> left,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var state in left)
        {
            if (
                state.CreatedAt < _period.From
                || state.CreatedAt >= _period.Until
                || state.Type == PaymentOperation.Setup
                || _entries.WasShown(state)
                || IsInDoubt(state)
                || await IsKnownAsync(state, cancellationToken).ConfigureAwait(false)
            )
            {
                continue;
            }

            yield return new ReconciledPayment
            {
                Status = ReconciliationStatus.MissingInJournal,
                Gateway = _gateway.Name,
                Operation = state.Type,
                Transaction = state.Transaction,
                At = state.CreatedAt,
                ShownOutcome = state.Outcome,
                ShownAmount = EntryComparison.AmountOf(state),
                Explanation = state.WireKey is null
                    ? "The journal does not contain the transaction, which has no key of this library: it was made by other means."
                    : "The journal does not contain the transaction, although it has a key: it belongs to another application, or to a journal that was lost.",
            };
        }
    }

    private bool IsInDoubt(TransactionState state) =>
        ListedTransactions.KeyOf(state.WireKey) is { } key && _keysInDoubt.Contains(key);

    private async Task<bool> IsKnownAsync(TransactionState state, CancellationToken cancellationToken)
    {
        await foreach (
            var _ in _journal.FindByTransactionAsync(state.Transaction, cancellationToken).ConfigureAwait(false)
        )
        {
            return true;
        }

        return false;
    }

    private IEnumerable<ReconciledPayment> LastLines()
    {
        if (!ListsAll)
        {
            yield return NotTold(
                _limits is null
                    ? "The provider lists no transactions, so transactions that the journal does not contain cannot be found."
                    : $"The provider lists {(_limits.UnsettledOnly ? "only transactions that are not settled" : "transactions")}"
                        + $"{(_limits.RequiresCustomer ? $", of one customer at a time; those of {_customers.Count} customers of the period were compared" : "")}"
                        + ". Other transactions that the journal does not contain cannot be found."
            );
        }

        if (_journal.Health.LastFailure is { Kind: JournalFailureKind.Damaged } damage)
        {
            yield return NotTold($"Some payments in the journal could not be read and were left out: {damage.Message}");
        }
    }

    private ReconciledPayment NotTold(string why) =>
        new()
        {
            Status = ReconciliationStatus.NotVerifiable,
            Gateway = _gateway.Name,
            Explanation = why,
        };
}
