using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Handles notifications through the journal: known transactions are read again, others are read at most once.</summary>
internal sealed class PaymentNotifications(
    PaymentGateways names,
    GatewayDirectory gateways,
    JournalAccess journal,
    EntryLookup lookup,
    Observations observations,
    TransactionReader reader,
    UnknownTransactions unknown,
    NotificationBudget budget,
    JournalClock time,
    PaymentsLog log
) : IPaymentNotifications
{
    private const int LongestId = 200;
    private const int MaxRelated = 2;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    private readonly ILogger _logger = log;
    private readonly ConcurrentDictionary<string, SharedReads> _reads = new(StringComparer.Ordinal);

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
        var entry = await journal.FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (entry is null || !IsOf(owner, entry))
        {
            return null;
        }

        if (entry.IsInDoubt && !lookup.MayBeUnderWay(entry) && budget.TryReturn(owner.Name))
        {
            await ReadForReturnAsync(owner, entry, cancellationToken).ConfigureAwait(false);
            entry = await journal.FindAsync(id, cancellationToken).ConfigureAwait(false) ?? entry;
        }

        return entry.Outcome is null
            ? lookup.MayBeUnderWay(entry)
                ? PaymentAnswers.UnderWay(entry)
                : PaymentAnswers.LeftInDoubt(entry)
            : await observations.AnswerOfAsync(entry, cancellationToken).ConfigureAwait(false);
    }

    // When the provider takes too long, the customer sees the state in the journal.
    private async Task ReadForReturnAsync(
        ConfiguredGateway owner,
        JournalEntry entry,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await ReadsOf(owner)
                .ReadAsync($"key {entry.Key}", token => reader.ReadAsync(entry, token), cancellationToken)
                .WaitAsync(LongestWait, time.Host, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The reading continues.
        }
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
            var noted = new JournalNotification
            {
                EventType = notification.EventType,
                // The revision counts the changes of the notified transaction, not of related ones. A hint claims no revision.
                ProviderRevision = id == notification.TransactionId && !isHint ? notification.Revision : null,
                At = time.GetUtcNow(),
            };
            NotificationResult one;
            try
            {
                one = await HandleAsync(owner, transaction, noted, isHint, cancellationToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // After any failure, the provider is asked to send it again.
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.NotificationFailed(_logger, RedactedException.Of(exception), owner.Name);
                one = NotificationResult.Deferred("The transaction could not be read.");
            }

            all = NotificationResult.Worse(all, one);
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
        var known = await reader.FindAsync(transaction, cancellationToken).ConfigureAwait(false);
        if (known.Count == 0 && !isHint)
        {
            // The answer to our own request may be on its way, and would show which payment the transaction belongs to.
            await unknown.WaitForAsync(owner, transaction, cancellationToken).ConfigureAwait(false);
            known = await reader.FindAsync(transaction, cancellationToken).ConfigureAwait(false);
            if (known.Count == 0)
            {
                var again = await unknown.LookAsync(owner, transaction, cancellationToken).ConfigureAwait(false);
                known = await reader.FindAsync(transaction, cancellationToken).ConfigureAwait(false);
                if (known.Count == 0 && again is not null)
                {
                    return again;
                }
            }
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
        if (known.Any(notification.IsNotedIn) || (isHint && !known.Any(entry => entry.IsInDoubt)))
        {
            return NotificationResult.Of(NotificationStatus.Repeated);
        }

        if (budget.PausedUntil(owner.Name) is { } until)
        {
            return NotificationResult.Deferred("The provider limits the rate of requests.", until);
        }

        if (isHint && !budget.TryHint(owner.Name))
        {
            return NotificationResult.Deferred("The limit of reads in one minute is reached.");
        }

        await WaitWhileRunningAsync(known, cancellationToken).ConfigureAwait(false);
        var (result, revision) = await ReadsOf(owner)
            .ReadAsync(transaction.Identity, token => reader.ReadAsync(transaction, token), cancellationToken)
            .ConfigureAwait(false);
        if (!result.IsDone || isHint)
        {
            return result;
        }

        // Notifications share the reading, but each claims its own revision.
        if (revision < notification.ProviderRevision)
        {
            return NotificationResult.Deferred("The provider does not show the change yet.");
        }

        // A reading without a revision does not prove the claimed one, so a repeat is read again.
        if (notification.ProviderRevision is not null && revision is null)
        {
            return result;
        }

        var write = await journal.NoteAsync(transaction, notification, cancellationToken).ConfigureAwait(false);
        return write.Status == JournalWriteStatus.NotRecorded
            ? NotificationResult.Deferred(write.Failure?.Message ?? "The journal cannot be written.")
            : result;
    }

    private async Task WaitWhileRunningAsync(IReadOnlyList<JournalEntry> known, CancellationToken cancellationToken)
    {
        var until = time.Host.GetUtcNow() + LongestWait;
        while (known.Any(lookup.IsRunning) && time.Host.GetUtcNow() < until)
        {
            await Task.Delay(Beat, time.Host, cancellationToken).ConfigureAwait(false);
        }
    }

    // One per gateway, so that a gateway that hangs does not delay the others.
    private SharedReads ReadsOf(ConfiguredGateway owner) =>
        _reads.GetOrAdd(owner.Name, _ => new SharedReads(time.Host));

    private ConfiguredGateway OwnerOf(string gateway)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        return gateways.Owner(gateway)
            ?? throw new PaymentConfigurationException([
                $"There is no gateway named '{gateway}'. Known names: {string.Join(", ", names.Names)}.",
            ]);
    }

    private bool IsOf(ConfiguredGateway owner, JournalEntry entry) =>
        entry.Intent.Account == owner.Account && gateways.Owner(entry.Intent.Gateway)?.Name == owner.Name;

    private static IEnumerable<string> IdsOf(PaymentNotification notification) =>
        notification
            .RelatedTransactionIds.Take(MaxRelated)
            .Prepend(notification.TransactionId)
            .OfType<string>()
            .Where(id => TokenText.IsValid(id, LongestId) && !PathSteps.In(id))
            .Distinct(StringComparer.Ordinal);
}
