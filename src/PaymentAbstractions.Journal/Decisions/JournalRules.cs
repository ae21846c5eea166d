namespace PaymentAbstractions.Journal;

/// <summary>The decisions of a journal, as pure functions of its content. They are the same for every implementation.</summary>
/// <remarks>
/// An implementation calls the functions that take an <see cref="IEntryReader"/> and writes the returned entries in the same step. This
/// type is thread-safe.
/// </remarks>
public static partial class JournalRules
{
    // A name of 200 characters, and the account.
    private const int MaxGuardCharacters = 250;

    /// <summary>Refuses an intent that could not be found again or compared.</summary>
    /// <param name="intent">The intent.</param>
    /// <exception cref="PaymentRequestException">
    /// The key, operation, gateway, amount, order or original is missing or not valid.
    /// </exception>
    public static void Validate(JournalIntent intent)
    {
        ArgumentNullException.ThrowIfNull(intent);
        var problems = new ProblemList();
        var operation = intent.Operation;
        Require(problems, intent.IdempotencyKey.IsSpecified, nameof(JournalIntent.IdempotencyKey), "must be given.");
        Require(
            problems,
            operation != PaymentOperation.Unknown && Enum.IsDefined(operation),
            nameof(JournalIntent.Operation),
            "must be one of the known operations."
        );
        Require(problems, GatewayName.IsValid(intent.Gateway), nameof(JournalIntent.Gateway), GatewayName.Rule);
        Require(
            problems,
            operation == PaymentOperation.Void || intent.Amount is { IsSpecified: true },
            nameof(JournalIntent.Amount),
            "must be given for everything but a void."
        );
        Require(
            problems,
            operation is not (PaymentOperation.Sale or PaymentOperation.Authorize) || intent.OrderReference.IsSpecified,
            nameof(JournalIntent.OrderReference),
            "must be given for a sale and an authorization."
        );
        Require(
            problems,
            !IsForOriginal(operation) || intent.Original is not null,
            nameof(JournalIntent.Original),
            "must be given for a capture, a void and a refund."
        );
        Require(
            problems,
            intent.Guards.Count == 0
                || intent.Guards.All(guard => guard.Name is { Length: >= 1 and <= MaxGuardCharacters })
                    && intent.Guards.DistinctBy(guard => guard.Name, StringComparer.Ordinal).Count()
                        == intent.Guards.Count,
            nameof(JournalIntent.Guards),
            "must have unique names of 1 to 250 characters."
        );
        problems.ThrowIfAny();
    }

    /// <summary>Decides whether an intent may be sent.</summary>
    /// <param name="journal">The content of the journal.</param>
    /// <param name="intent">The intent; valid.</param>
    /// <returns>The decision; when it is Started, its entry must be written.</returns>
    public static JournalDecision Begin(IEntryReader journal, JournalIntent intent)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(intent);
        var (existing, decided) = DecideByKey(journal, intent);
        decided ??= DecideByOrder(intent, StandingFirst(journal, intent));
        if (decided is not null)
        {
            return decided.Kind is JournalDecisionKind.Answered or JournalDecisionKind.OrderAlreadyPaid
                ? decided with
                {
                    Moved = MovedOf(journal, decided.Entry!),
                }
                : decided;
        }

        if (intent.Original is not { } reference)
        {
            return Start(Prepared(journal, intent), existing);
        }

        var (original, root) = AmountsOf(journal, reference, intent.JournalKey);
        var decision = DecideByOriginal(intent, original, root);
        return decision is null || IsDecidedByReading(intent, original, root)
            ? Start(Prepared(journal, intent), existing, root?.Original)
            : decision;
    }

    /// <summary>Decides by the earlier use of the key.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="existing">
    /// An entry of the key, if there is one. An entry of another environment decides only if it has the same account.
    /// </param>
    /// <returns>Answered, InProgress or Conflict; <see langword="null"/> when the key is new or may be sent again.</returns>
    public static JournalDecision? DecideByKey(JournalIntent intent, JournalEntry? existing)
    {
        ArgumentNullException.ThrowIfNull(intent);
        if (
            existing is null
            || !Concerns(existing, intent)
            || (existing.MayReopen && existing.Outcome!.Outcome == PaymentOutcome.Rejected)
        )
        {
            return null;
        }

        ValueList<JournalField> conflicts = [.. Differences(existing.Intent, intent)];
        if (conflicts.Count > 0)
        {
            return new JournalDecision
            {
                Kind = JournalDecisionKind.Conflict,
                Entry = existing,
                Conflicts = conflicts,
            };
        }

        return existing switch
        {
            { Outcome: null } => new JournalDecision { Kind = JournalDecisionKind.InProgress, Entry = existing },
            { MayReopen: true } => null,
            _ => new JournalDecision { Kind = JournalDecisionKind.Answered, Entry = existing },
        };
    }

    /// <summary>Starts an attempt: the first of its key, or the next one after one that was NotSent or Rejected.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="existing">The entry of the key, if there is one.</param>
    /// <param name="root">The authorization, when the intent's original is one of its captures.</param>
    /// <returns>Started, with the entry to write.</returns>
    public static JournalDecision Start(JournalIntent intent, JournalEntry? existing, TransactionReference? root = null)
    {
        ArgumentNullException.ThrowIfNull(intent);
        var entry = new JournalEntry
        {
            Intent = intent,
            Attempt = (existing?.Attempt ?? 0) + 1,
            FirstStartedAt = existing?.FirstStartedAt ?? intent.StartedAt,
            Revision = existing?.Revision ?? 0,
            LeaseEpoch = existing?.LeaseEpoch ?? 0,
            PublishedRevision = existing?.PublishedRevision ?? 0,
            OriginalRoot = root ?? intent.Original,
            EarlierAttempts = existing is null ? [] : [.. Earlier(existing)],
            Revisions = existing?.Revisions ?? [],
        };
        return new JournalDecision { Kind = JournalDecisionKind.Started, Entry = entry };
    }

    // Refunds, here or elsewhere, are read under the guard, and the limit is checked then.
    private static bool IsDecidedByReading(JournalIntent intent, OriginalAmounts original, OriginalAmounts? root) =>
        intent is { ReadsFirst: true, Operation: PaymentOperation.Refund }
        && DecideByOriginal(intent, WithoutRefunds(original), root is null ? null : WithoutRefunds(root)) is null;

    private static OriginalAmounts WithoutRefunds(OriginalAmounts amounts) =>
        amounts with
        {
            Refunded = null,
            RefundInDoubt = null,
        };

    private static (JournalEntry? Existing, JournalDecision? Decided) DecideByKey(
        IEntryReader journal,
        JournalIntent intent
    )
    {
        JournalEntry? existing = null;
        foreach (var entry in journal.FindByKey(intent.JournalKey))
        {
            existing = entry.Key == intent.JournalKey ? entry : existing;
            if (DecideByKey(intent, entry) is { } decided)
            {
                return (existing, decided);
            }
        }

        return (existing, null);
    }

    // A test does not affect real payments, unless both used one account and only the environment was wrong.
    private static bool Concerns(JournalEntry entry, JournalIntent intent) =>
        entry.Intent.Environment == intent.Environment
        || (entry.Intent.Account == intent.Account && intent.Account != default);

    private static IEnumerable<JournalAttempt> Earlier(JournalEntry existing) =>
        existing
            .EarlierAttempts.Append(
                new JournalAttempt
                {
                    Number = existing.Attempt,
                    Gateway = existing.Intent.Gateway,
                    Account = existing.Intent.Account,
                    StartedAt = existing.Intent.StartedAt,
                    Outcome = existing.Outcome!.Outcome,
                    Reason = existing.Outcome.Result.Reason,
                }
            )
            .TakeLast(JournalEntry.MaxEarlierAttempts);

    private static IEnumerable<JournalField> Differences(JournalIntent first, JournalIntent repeat)
    {
        if (first.Operation != repeat.Operation)
        {
            yield return JournalField.Operation;
        }

        if (first.Amount?.Currency != repeat.Amount?.Currency)
        {
            yield return JournalField.Currency;
        }

        if (first.Amount?.Amount != repeat.Amount?.Amount)
        {
            yield return JournalField.Amount;
        }

        if (
            first.MethodFingerprint is { } method
            && repeat.MethodFingerprint is { } other
            && !string.Equals(method, other, StringComparison.Ordinal)
        )
        {
            yield return JournalField.Method;
        }

        if (first.Original != repeat.Original && first.Original?.IsSameTransaction(repeat.Original) != true)
        {
            yield return JournalField.Original;
        }

        if (first.OrderReference != repeat.OrderReference)
        {
            yield return JournalField.Order;
        }

        if (!string.Equals(first.PayoutId, repeat.PayoutId, StringComparison.Ordinal))
        {
            yield return JournalField.Payout;
        }

        if (first.IsRecordOnly != repeat.IsRecordOnly)
        {
            yield return JournalField.RecordOnly;
        }
    }

    private static bool IsForOriginal(PaymentOperation operation) =>
        operation is PaymentOperation.Capture or PaymentOperation.Void or PaymentOperation.Refund;

    private static void Require(ProblemList problems, bool holds, string field, string message)
    {
        if (!holds)
        {
            problems.Add(field, message);
        }
    }
}
