using System.Diagnostics.CodeAnalysis;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>
/// A notification of a transaction that the journal does not know. It may be that of a payment whose answer never came, so the payments in
/// doubt that it fits are looked up, each by its own key: nothing is taken from the transaction itself.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "The semaphore makes no wait handle, and who comes late may still release it."
)]
internal sealed class UnknownTransactions(
    GatewayDirectory gateways,
    JournalAccess journal,
    EntryLookup lookup,
    NotificationBudget budget,
    JournalClock time
)
{
    private const int MostInDoubt = 200;
    private const int MostLookedUp = 3;
    private const int MostWaiting = 64;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstBeat = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestBeat = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _waiting = new(MostWaiting);

    /// <summary>Waits for the payments that are under way now, or until the transaction is known, for a bounded time.</summary>
    public async Task WaitForAsync(
        ConfiguredGateway owner,
        TransactionReference transaction,
        CancellationToken cancellationToken
    )
    {
        // A flood of foreign ones must not keep others waiting.
        if (!await _waiting.WaitAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        try
        {
            var underWay = await KeysUnderWayAsync(owner, cancellationToken).ConfigureAwait(false);
            var until = time.Host.GetUtcNow() + LongestWait;
            for (
                var beat = FirstBeat;
                underWay.Count > 0 && time.Host.GetUtcNow() < until;
                beat = beat < LongestBeat ? 2 * beat : LongestBeat
            )
            {
                await Task.Delay(beat, time.Host, cancellationToken).ConfigureAwait(false);
                if (await IsKnownAsync(transaction, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }

                underWay.IntersectWith(await KeysUnderWayAsync(owner, cancellationToken).ConfigureAwait(false));
            }
        }
        finally
        {
            _waiting.Release();
        }
    }

    /// <summary>Reads the transaction once, when a payment is in doubt that it may be, and looks those up that it fits.</summary>
    public async Task LookAsync(
        ConfiguredGateway owner,
        TransactionReference transaction,
        CancellationToken cancellationToken
    )
    {
        var doubts = (await InDoubtAsync(owner, cancellationToken).ConfigureAwait(false)).FindAll(entry =>
            entry.Outcome?.Transaction is null && !lookup.MayBeUnderWay(entry)
        );
        if (doubts.Count == 0 || !budget.TryTake(owner.Name))
        {
            return;
        }

        var found = await owner
            .FindAsync(FindRequest.For(transaction), cancellationToken, isRetried: false)
            .ConfigureAwait(false);
        if (found.State is not { } state)
        {
            return;
        }

        foreach (var entry in doubts.Where(entry => Fits(entry.Intent, state)).Take(MostLookedUp))
        {
            await lookup.LookUpAsync(entry, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HashSet<JournalKey>> KeysUnderWayAsync(
        ConfiguredGateway owner,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await InDoubtAsync(owner, cancellationToken).ConfigureAwait(false))
                .Where(lookup.MayBeUnderWay)
                .Select(entry => entry.Key),
        ];

    private async Task<List<JournalEntry>> InDoubtAsync(ConfiguredGateway owner, CancellationToken cancellationToken)
    {
        var found = new List<JournalEntry>();
        var query = new JournalQuery { Environment = owner.Environment };
        await foreach (var entry in journal.GetUnresolvedAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (gateways.Owner(entry.Intent.Gateway) == owner && entry.Intent.Account == owner.Account)
            {
                found.Add(entry);
            }

            if (found.Count == MostInDoubt)
            {
                break;
            }
        }

        return found;
    }

    private async Task<bool> IsKnownAsync(TransactionReference transaction, CancellationToken cancellationToken)
    {
        await foreach (var _ in journal.FindByTransactionAsync(transaction, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        return false;
    }

    private static bool Fits(JournalIntent intent, TransactionState state) =>
        IsReversal(intent.Operation) == IsReversal(state.Type)
        && (intent.Amount is not { } asked || state.RequestedAmount is not { } shown || shown == asked)
        && (intent.CustomerId is null || state.CustomerId is null || intent.CustomerId == state.CustomerId)
        && (intent.Original is not { } original || state.Parent is null || original.IsSameTransaction(state.Parent));

    private static bool IsReversal(PaymentOperation operation) =>
        operation is PaymentOperation.Void or PaymentOperation.Refund or PaymentOperation.Credit;
}
