using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Looks at what a provider notifies of, through the journal: known transactions are read again, others at most once.</summary>
internal sealed class PaymentNotifications(
    PaymentGateways names,
    GatewayDirectory gateways,
    JournalAccess journal,
    EntryLookup lookup,
    Observations observations,
    UnknownTransactions unknown,
    NotificationBudget budget,
    JournalClock time,
    PaymentsLog log
) : IPaymentNotifications
{
    private const int LongestId = 200;
    private const int MostRelated = 2;
    private const int MostLooks = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private readonly ILogger _logger = log.Logger;
    private readonly SharedReads _reads = new(time.Host);

    public Task<NotificationResult> HandleAsync(
        string gateway,
        PaymentNotification notification,
        CancellationToken cancellationToken = default
    ) => HandleAsync(gateway, notification, isHint: false, cancellationToken);

    public Task<NotificationResult> HandleHintAsync(
        string gateway,
        PaymentNotification hint,
        CancellationToken cancellationToken = default
    ) => HandleAsync(gateway, hint, isHint: true, cancellationToken);

    public async Task<PaymentResult?> ReadReturnAsync(
        string gateway,
        IdempotencyKey key,
        CancellationToken cancellationToken = default
    )
    {
        var owner = OwnerOf(gateway);
        var id = new JournalKey(owner.Environment, key);
        if (await journal.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } entry)
        {
            return null;
        }

        if (entry.IsInDoubt && !lookup.MayBeUnderWay(entry) && budget.TryTake(owner.Name))
        {
            await _reads
                .ReadAsync($"key {id}", token => LookAsync(entry, claimed: null, token), cancellationToken)
                .ConfigureAwait(false);
            entry = await journal.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? entry;
        }

        return entry.Outcome is null
            ? lookup.MayBeUnderWay(entry)
                ? PaymentAnswers.UnderWay(entry)
                : PaymentAnswers.LeftInDoubt(entry)
            : await observations.AnswerOfAsync(entry, cancellationToken).ConfigureAwait(false);
    }

    private async Task<NotificationResult> HandleAsync(
        string gateway,
        PaymentNotification notification,
        bool isHint,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(notification);
        var owner = OwnerOf(gateway);
        NotificationResult? all = null;
        foreach (var id in IdsOf(notification))
        {
            var transaction = new TransactionReference(owner.Name, owner.Account, id);
            var isFirst = id == notification.TransactionId;
            var noted = new JournalNotification
            {
                EventType = notification.EventType,
                // It counts the changes of the transaction that it is about, not of its relatives.
                ProviderRevision = isFirst ? notification.Revision : null,
                At = time.GetUtcNow(),
            };
            NotificationResult one;
            try
            {
                one = await HandleAsync(owner, transaction, noted, isHint, cancellationToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever fails, the provider is asked to send it again.
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.NotificationFailed(_logger, RedactedException.Of(exception), owner.Name, transaction);
                one = NotificationResult.Deferred("It could not be looked at.");
            }

            all = Worse(all, one);
        }

        all ??= NotificationResult.Of(NotificationStatus.NoTransaction);
        PaymentMeter.Notified(owner.Name, all.Status, isHint);
        return all;
    }

    private async Task<NotificationResult> HandleAsync(
        ConfiguredGateway owner,
        TransactionReference transaction,
        JournalNotification notification,
        bool isHint,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(transaction, cancellationToken).ConfigureAwait(false) is { Count: > 0 } known)
        {
            return await OfKnownAsync(owner, transaction, known, notification, isHint, cancellationToken)
                .ConfigureAwait(false);
        }

        if (isHint)
        {
            return NotificationResult.Of(NotificationStatus.UnknownTransaction);
        }

        // The answer to our own request may be on its way, and tell whose it is.
        await unknown.WaitForAsync(owner, transaction, cancellationToken).ConfigureAwait(false);
        known = await FindAsync(transaction, cancellationToken).ConfigureAwait(false);
        if (known.Count == 0)
        {
            await unknown.LookAsync(owner, transaction, cancellationToken).ConfigureAwait(false);
            known = await FindAsync(transaction, cancellationToken).ConfigureAwait(false);
        }

        return known.Count == 0
            ? NotificationResult.Of(NotificationStatus.UnknownTransaction)
            : await OfKnownAsync(owner, transaction, known, notification, isHint, cancellationToken)
                .ConfigureAwait(false);
    }

    private async Task<NotificationResult> OfKnownAsync(
        ConfiguredGateway owner,
        TransactionReference transaction,
        IReadOnlyList<JournalEntry> known,
        JournalNotification notification,
        bool isHint,
        CancellationToken cancellationToken
    )
    {
        var repeated = NotificationResult.Of(NotificationStatus.Repeated);
        if (known.Any(notification.IsNotedIn) || (isHint && !known.Any(entry => entry.IsInDoubt)))
        {
            return repeated;
        }

        if (isHint && !budget.TryTake(owner.Name))
        {
            return NotificationResult.Deferred("Too many were looked at in this minute.");
        }

        await WaitWhileRunningAsync(known, cancellationToken).ConfigureAwait(false);
        var read = await _reads
            .ReadAsync(
                transaction.Identity,
                token => LookAsync(transaction, notification.ProviderRevision, token),
                cancellationToken
            )
            .ConfigureAwait(false);
        if (!read.IsDone || isHint)
        {
            return read;
        }

        var write = await journal.NoteAsync(transaction, notification, cancellationToken).ConfigureAwait(false);
        return write.Status == JournalWriteStatus.NotRecorded
            ? NotificationResult.Deferred(write.Failure?.Message ?? "The journal cannot be written.")
            : read;
    }

    private async Task<NotificationResult> LookAsync(
        TransactionReference transaction,
        long? claimed,
        CancellationToken cancellationToken
    )
    {
        var known = await FindAsync(transaction, cancellationToken).ConfigureAwait(false);
        NotificationResult? all = null;
        foreach (var entry in WorthALook(known, transaction))
        {
            all = Worse(all, await LookAsync(entry, claimed, cancellationToken).ConfigureAwait(false));
        }

        return all ?? NotificationResult.Of(NotificationStatus.Recorded);
    }

    private async Task<NotificationResult> LookAsync(
        JournalEntry entry,
        long? claimed,
        CancellationToken cancellationToken
    )
    {
        for (var look = 1; ; look++)
        {
            if (lookup.MayBeUnderWay(entry))
            {
                return NotificationResult.Deferred("The payment is under way.");
            }

            var looked = entry.IsInDoubt
                ? await lookup.TryLookUpAsync(entry, cancellationToken).ConfigureAwait(false)
                : await lookup.CheckAsync(entry, cancellationToken).ConfigureAwait(false);
            if (looked is not { Found: { Status: not FindStatus.LookupFailed } found, IsKept: true })
            {
                return NotificationResult.Deferred(
                    looked.Found?.Reason ?? "Another look-up has the payment.",
                    looked.Found?.RetryAt
                );
            }

            if (found.IsFound && found.State.Revision < claimed)
            {
                return NotificationResult.Deferred("The provider does not show the change yet.");
            }

            // What became of it meanwhile was told by others, who may have looked earlier.
            if (
                looked.After.Revision == entry.Revision
                || look == MostLooks
                || !(found.State?.Revision > RevisionOf(looked.After))
            )
            {
                return NotificationResult.Of(NotificationStatus.Recorded);
            }

            entry = looked.After;
        }
    }

    private async Task WaitWhileRunningAsync(IReadOnlyList<JournalEntry> known, CancellationToken cancellationToken)
    {
        var until = time.Host.GetUtcNow() + LongestWait;
        while (known.Any(lookup.IsRunning) && time.Host.GetUtcNow() < until)
        {
            await Task.Delay(Beat, time.Host, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<JournalEntry>> FindAsync(
        TransactionReference transaction,
        CancellationToken cancellationToken
    )
    {
        var found = new List<JournalEntry>();
        await foreach (
            var entry in journal.FindByTransactionAsync(transaction, cancellationToken).ConfigureAwait(false)
        )
        {
            found.Add(entry);
        }

        return found;
    }

    private ConfiguredGateway OwnerOf(string gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        return gateways.Owner(names.Snapshot.NameOf(gateway))!;
    }

    // All that are in doubt, and of the closed ones that which made the transaction.
    private static IEnumerable<JournalEntry> WorthALook(
        IReadOnlyList<JournalEntry> known,
        TransactionReference transaction
    )
    {
        var closed = known.Where(entry => !entry.IsInDoubt).ToList();
        var made =
            closed.Find(entry => !transaction.IsSameTransaction(entry.Intent.Original)) ?? closed.FirstOrDefault();
        return known.Where(entry => entry.IsInDoubt || ReferenceEquals(entry, made));
    }

    private static IEnumerable<string> IdsOf(PaymentNotification notification) =>
        notification
            .RelatedTransactionIds.Take(MostRelated)
            .Prepend(notification.TransactionId)
            .OfType<string>()
            .Where(id => TokenText.IsValid(id, LongestId) && !PathSteps.In(id))
            .Distinct(StringComparer.Ordinal);

    private static long? RevisionOf(JournalEntry entry) =>
        entry.Observation?.ProviderRevision ?? entry.Outcome?.ProviderRevision;

    // One that has to come again outweighs what is done, and what was learned outweighs what was not.
    private static NotificationResult Worse(NotificationResult? one, NotificationResult other) =>
        one is null || other.Status < one.Status ? other : one;
}
