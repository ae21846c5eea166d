using System.Diagnostics.CodeAnalysis;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>
/// Handles a notification of a transaction that the journal does not know. It may belong to a payment whose answer was lost, so matching
/// unresolved payments are looked up, each by its own key. No data is taken from the transaction itself.
/// </summary>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "The semaphore creates no wait handle, and a late caller may still release it."
)]
internal sealed class UnknownTransactions(
    GatewayDirectory gateways,
    JournalAccess journal,
    EntryLookup lookup,
    TransactionReader reader,
    NotificationBudget budget,
    JournalClock time
)
{
    private const int MaxRows = 1000;
    private const int MaxLookedUp = 3;
    private const int MaxWaiting = 64;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstBeat = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestBeat = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _waiting = new(MaxWaiting);

    /// <summary>Waits for the payments that are now in progress, or until the transaction is known, up to a time limit.</summary>
    public async Task WaitForAsync(
        ConfiguredGateway owner,
        TransactionReference transaction,
        CancellationToken cancellationToken
    )
    {
        // Many notifications of unrelated transactions must not overload the journal.
        if (!await _waiting.WaitAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        try
        {
            var underWay = await InDoubtAsync(owner, JournalEntryState.Open, cancellationToken).ConfigureAwait(false);
            underWay.RemoveAll(entry => !lookup.MayBeUnderWay(entry));
            var until = time.Host.GetUtcNow() + LongestWait;
            for (
                var beat = FirstBeat;
                underWay.Count > 0 && time.Host.GetUtcNow() < until;
                beat = beat < LongestBeat ? 2 * beat : LongestBeat
            )
            {
                await Task.Delay(beat, time.Host, cancellationToken).ConfigureAwait(false);
                var known = await reader.FindAsync(transaction, cancellationToken).ConfigureAwait(false);
                if (known.Count > 0)
                {
                    return;
                }

                underWay = await StillAsync(underWay, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _waiting.Release();
        }
    }

    /// <summary>Reads the transaction once if an unresolved payment could match it, and looks up the payments that match.</summary>
    /// <returns>
    /// Why it must be sent again; <see langword="null"/> when it was matched with a payment, or does not seem to belong to this application.
    /// </returns>
    public async Task<NotificationResult?> LookAsync(
        ConfiguredGateway owner,
        TransactionReference transaction,
        CancellationToken cancellationToken
    )
    {
        var doubts = await InDoubtAsync(owner, state: null, cancellationToken).ConfigureAwait(false);
        doubts.RemoveAll(entry => entry.Outcome?.Transaction is not null);
        if (doubts.Count > 0 && budget.PausedUntil(owner.Name) is { } until)
        {
            return NotificationResult.Deferred("The provider limits the rate of requests.", until);
        }

        // Beyond the budget, recovery takes over, so that many unrelated notifications are not requested again.
        if (doubts.Count == 0 || !budget.TryUnknown(owner.Name))
        {
            return null;
        }

        var found = await owner
            .FindAsync(FindRequest.For(transaction), cancellationToken, isRetried: false)
            .ConfigureAwait(false);
        if (found.Status == FindStatus.LookupFailed)
        {
            budget.Pause(owner.Name, found.RetryAt);
            return NotificationResult.Deferred(found.Reason ?? "The transaction could not be read.", found.RetryAt);
        }

        doubts.RemoveAll(entry => found.State is not { } state || !Fits(entry.Intent, state));
        if (doubts.Exists(lookup.MayBeUnderWay))
        {
            return NotificationResult.Deferred("The transaction may belong to a payment in progress.");
        }

        var isOpen = doubts.Count > MaxLookedUp;
        foreach (var entry in doubts.Take(MaxLookedUp))
        {
            var after = budget.TryUnknown(owner.Name)
                ? await lookup.LookUpAsync(entry, cancellationToken).ConfigureAwait(false)
                : entry;
            isOpen |= after.IsInDoubt;
        }

        return isOpen ? NotificationResult.Deferred("The transaction may belong to an unresolved payment.") : null;
    }

    private async Task<List<JournalEntry>> StillAsync(List<JournalEntry> entries, CancellationToken cancellationToken)
    {
        var still = new List<JournalEntry>();
        foreach (var entry in entries)
        {
            var now = await journal.FindAsync(entry.Key, cancellationToken).ConfigureAwait(false);
            if (now is not null && lookup.MayBeUnderWay(now))
            {
                still.Add(now);
            }
        }

        return still;
    }

    private async Task<List<JournalEntry>> InDoubtAsync(
        ConfiguredGateway owner,
        JournalEntryState? state,
        CancellationToken cancellationToken
    )
    {
        var found = new List<JournalEntry>();
        var query = new JournalQuery
        {
            Environment = owner.Environment,
            State = state,
            Limit = MaxRows,
        };
        await foreach (var entry in journal.GetUnresolvedAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Intent.Account == owner.Account && gateways.Owner(entry.Intent.Gateway)?.Name == owner.Name)
            {
                found.Add(entry);
            }
        }

        return found;
    }

    // Compares the data that both have: at least the amount, or for a void its original transaction.
    private static bool Fits(JournalIntent intent, TransactionState state) =>
        IsReversal(intent.Operation) == IsReversal(state.Type)
        && (
            intent.Amount is { } asked
                ? state.RequestedAmount == asked
                : state.Parent is { } parent && parent.IsSameTransaction(intent.Original)
        )
        && (intent.CustomerId is null || state.CustomerId is null || intent.CustomerId == state.CustomerId)
        && (intent.Original is not { } original || state.Parent is null || original.IsSameTransaction(state.Parent));

    private static bool IsReversal(PaymentOperation operation) =>
        operation is PaymentOperation.Void or PaymentOperation.Refund or PaymentOperation.Credit;
}
