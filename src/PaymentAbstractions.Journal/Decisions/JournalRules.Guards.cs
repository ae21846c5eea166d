using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Journal;

// Decides which attempts have their guards, and what they find under them.
public static partial class JournalRules
{
    /// <summary>How far back authorizations are searched: 31 days, longer than any provider keeps one.</summary>
    public static TimeSpan LongestAuthorizationLife { get; } = TimeSpan.FromDays(31);

    /// <summary>
    /// How long an authorization counts as open after the expiry that its provider reported: 4 days, longer than any margin that an adapter
    /// can be configured with.
    /// </summary>
    public static TimeSpan ExpiredAuthorizationMargin { get; } = TimeSpan.FromDays(4);

    /// <summary>Determines whether an attempt has all of its guards.</summary>
    /// <param name="journal">The content of the journal.</param>
    /// <param name="entry">The entry of the attempt.</param>
    /// <param name="now">The current time; tickets that have expired by then are ignored.</param>
    /// <returns>The turn.</returns>
    public static JournalTurn TurnOf(IEntryReader journal, JournalEntry entry, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(entry);
        foreach (var guard in entry.Intent.Guards)
        {
            var hasPlace = false;
            foreach (var ticket in journal.FindTickets(guard.Name))
            {
                if (ticket.Until <= now)
                {
                    continue;
                }

                if (ticket.Key == entry.Key)
                {
                    hasPlace = true;
                    break;
                }

                if (!guard.IsShared || !ticket.IsShared)
                {
                    return new JournalTurn { HeldBy = ticket.Key };
                }
            }

            if (!hasPlace)
            {
                return new JournalTurn { HeldBy = entry.Key };
            }
        }

        return new JournalTurn { IsHeld = true, Others = [.. OthersOf(journal, entry.Intent, now)] };
    }

    // An attempt that does not read first found no ticket that excludes it, and nothing under its guards, in the same step.
    internal static JournalTurn TurnAtStart(IEntryReader journal, JournalEntry entry, DateTimeOffset now) =>
        !entry.Intent.ReadsFirst && entry.Intent.StartedAt <= now && now < entry.GuardedUntil
            ? new JournalTurn { IsHeld = true }
            : TurnOf(journal, entry, now);

    /// <summary>Records what an attempt read under its guards, and decides with it whether the attempt may be sent.</summary>
    /// <param name="journal">The content of the journal.</param>
    /// <param name="key">The key.</param>
    /// <param name="attempt">The number of the attempt.</param>
    /// <param name="reading">What the attempt read.</param>
    /// <param name="now">The current time.</param>
    /// <returns>
    /// Started, with the entry to write; ExceedsOriginal, OriginalBusy or OriginalClosed; Answered or InProgress when the attempt was
    /// meanwhile resolved or superseded. Only Started permits sending.
    /// </returns>
    public static JournalDecision Amend(
        IEntryReader journal,
        JournalKey key,
        int attempt,
        AttemptReading reading,
        DateTimeOffset now
    )
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(reading);
        if (journal.Find(key) is not { } entry)
        {
            return JournalDecision.NotRecorded(
                new JournalFailure { Kind = JournalFailureKind.Missing, Message = "The attempt is not in the journal." }
            );
        }

        if (entry.Attempt != attempt || !entry.IsInDoubt)
        {
            return new JournalDecision
            {
                Kind = entry.IsInDoubt ? JournalDecisionKind.InProgress : JournalDecisionKind.Answered,
                Entry = entry,
            };
        }

        if (TurnOf(journal, entry, now) is { IsHeld: false } turn)
        {
            return new JournalDecision { Kind = JournalDecisionKind.OriginalBusy, BlockedBy = turn.HeldBy };
        }

        var intent = entry.Intent with
        {
            Hints = reading.Hints ?? entry.Intent.Hints,
            OriginalAuthorized = reading.Authorized ?? entry.Intent.OriginalAuthorized,
            OriginalCaptured = reading.Captured ?? entry.Intent.OriginalCaptured,
        };
        return DecideByReading(journal, intent, reading)
            ?? new JournalDecision
            {
                Kind = JournalDecisionKind.Started,
                Entry = entry with { Intent = intent, AmendedAt = now },
            };
    }

    // An attempt that waits, or finds payments that matter to it, reads before it sends.
    private static JournalIntent Prepared(IEntryReader journal, JournalIntent intent)
    {
        if (intent.ReadsFirst || intent.Guards.Count == 0)
        {
            return intent;
        }

        return Waits(journal, intent) || OthersOf(journal, intent, intent.StartedAt).Any()
            ? intent with
            {
                ReadsFirst = true,
            }
            : intent;
    }

    private static bool Waits(IEntryReader journal, JournalIntent intent)
    {
        foreach (var guard in intent.Guards.AsSpan())
        {
            foreach (var ticket in journal.FindTickets(guard.Name))
            {
                if (ticket.Until > intent.StartedAt && !(guard.IsShared && ticket.IsShared))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static JournalDecision? DecideByReading(IEntryReader journal, JournalIntent intent, AttemptReading reading)
    {
        if (intent.Original is not { } reference)
        {
            return null;
        }

        // A void that becomes a refund is decided as a refund.
        var decided = reading.VoidAsRefund is { } whole
            ? intent with
            {
                Operation = PaymentOperation.Refund,
                Amount = whole,
            }
            : intent;
        // Attempts behind it in the queue are decided when they have their guards.
        var (original, root) = AmountsOf(journal, reference, intent.JournalKey, withUnsent: false);
        if (reading.ShowsMovements)
        {
            original = WithShown(journal, original, intent, reading);
            root = root is { Captures: 1 }
                ? root with
                {
                    Refunded = original.Refunded,
                    RefundInDoubt = original.RefundInDoubt,
                }
                : root;
            // The reading contains it.
            decided = decided with
            {
                RefundedElsewhere = null,
            };
        }

        return DecideByOriginal(decided, original, root);
    }

    // The union by id: the movements that the provider shows, those of the journal that are not shown yet, and unresolved ones that are not
    // proven to be shown.
    private static OriginalAmounts WithShown(
        IEntryReader journal,
        OriginalAmounts original,
        JournalIntent intent,
        AttemptReading reading
    )
    {
        var shown = reading.Movements.Where(one => one.Operation is PaymentOperation.Refund or PaymentOperation.Void);
        var ids = shown.Select(one => one.TransactionId).ToHashSet(StringComparer.Ordinal);
        var proven = shown.Select(one => one.MadeBy).OfType<IdempotencyKey>().ToHashSet();
        var currency = (reading.Captured ?? original.Processed)?.Currency;
        var (refunded, inDoubt) = (new CurrencySum(currency), new CurrencySum(currency));
        foreach (var movement in shown.Where(one => !one.MovedNothing && one.MadeBy != intent.IdempotencyKey))
        {
            refunded.Add(movement.Amount);
        }

        foreach (
            var entry in journal
                .FindByOriginal(original.Original)
                .Where(entry =>
                    entry.Key != intent.JournalKey
                    && entry.Intent.Operation == PaymentOperation.Refund
                    && !entry.IsProvenUnsent
                )
        )
        {
            if (entry.IsInDoubt && !proven.Contains(entry.Intent.IdempotencyKey) && !IsShown(entry))
            {
                inDoubt.Add(entry.Intent.Amount);
            }
            else if (
                entry is { IsApproved: true, Observation: not { IsReversed: true } }
                && !proven.Contains(entry.Intent.IdempotencyKey)
                && !IsShown(entry)
            )
            {
                refunded.Add(entry.ProcessedAmount);
            }
        }

        return original with
        {
            Refunded = refunded.Total,
            RefundInDoubt = inDoubt.Total,
            HasOtherCurrency = refunded.HasOther,
            HasOtherCurrencyInDoubt = inDoubt.HasOther,
        };

        // A response that contradicts its request proves nothing about the transaction in it.
        bool IsShown(JournalEntry entry) =>
            entry.Outcome is { Transaction: { } made, Result.Anomaly: null } && ids.Contains(made.TransactionId);
    }

    private static IEnumerable<JournalEntry> OthersOf(IEntryReader journal, JournalIntent intent, DateTimeOffset now)
    {
        if (intent.Original is not { } original)
        {
            return intent.Guards.Count > 0 ? OpenAuthorizationsOf(journal, intent, intent.CustomerId, now) : [];
        }

        var children = journal
            .FindByOriginal(original)
            .Where(other => other.IsInDoubt && other.Key != intent.JournalKey)
            .OldestFirst();
        // A provider may capture another authorization of the customer than the requested one, as soon as that exists.
        return intent is { Operation: PaymentOperation.Capture, Guards.Count: > 0 }
            ? children.Concat(
                OpenAuthorizationsOf(journal, intent, OwnerOf(journal, original)?.Intent.CustomerId, now)
                    .Where(other => other.IsInDoubt)
            )
            : children;
    }

    private static List<JournalEntry> OpenAuthorizationsOf(
        IEntryReader journal,
        JournalIntent intent,
        string? customerId,
        DateTimeOffset now
    )
    {
        if (customerId is null)
        {
            return [];
        }

        List<JournalEntry> open = [];
        foreach (
            var other in journal.FindOpenAuthorizations(intent.Account, customerId, now - LongestAuthorizationLife)
        )
        {
            if (other.Key != intent.JournalKey && !other.IsProvenUnsent && now <= CountsAsOpenUntil(other))
            {
                open.Add(other);
            }
        }

        return open.SortOldestFirst();
    }

    /// <summary>The time until which an authorization counts as open if it does not end otherwise.</summary>
    internal static DateTimeOffset CountsAsOpenUntil(JournalEntry authorization) =>
        authorization.Outcome?.Result.AuthorizationExpiresAt + ExpiredAuthorizationMargin
        ?? authorization.Intent.StartedAt + LongestAuthorizationLife;
}
