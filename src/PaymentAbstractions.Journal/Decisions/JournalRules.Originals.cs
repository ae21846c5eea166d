namespace PaymentAbstractions.Journal;

// Guards across operations: unresolved movements count as moved until they are resolved.
public static partial class JournalRules
{
    /// <summary>Adds up the movements of a transaction.</summary>
    /// <param name="journal">The content of the journal.</param>
    /// <param name="original">The transaction.</param>
    /// <returns>The amounts; all are <see langword="null"/> for a transaction that is not in the journal.</returns>
    public static OriginalAmounts AmountsOf(IEntryReader journal, TransactionReference original)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(original);
        var (amounts, root) = AmountsOf(journal, original, except: null);
        // Refunds under the authorization's reference were taken from its captures.
        return root switch
        {
            null => amounts,
            { Captures: 1 } => amounts with
            {
                Refunded = root.Refunded,
                RefundInDoubt = root.RefundInDoubt,
                IsVoided = amounts.IsVoided || root.IsVoided,
            },
            { IsRefunded: true } => amounts with { Refunded = amounts.Processed },
            _ => amounts,
        };
    }

    /// <summary>Finds the authorization of a capture, so that amounts are added up over all of its captures.</summary>
    /// <param name="original">The original of a void or refund.</param>
    /// <param name="makers">The entries whose outcome has the transaction.</param>
    /// <returns>
    /// The authorization; <see langword="null"/> when the transaction is not a capture in the journal, or has the authorization's
    /// reference.
    /// </returns>
    public static TransactionReference? RootOf(TransactionReference original, IEnumerable<JournalEntry> makers)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(makers);
        TransactionReference? root = null;
        foreach (var maker in makers)
        {
            if (!original.IsSameTransaction(maker.Outcome?.Transaction))
            {
                continue;
            }

            if (maker.Intent.Operation is PaymentOperation.Authorize or PaymentOperation.Sale)
            {
                return null;
            }

            if (
                maker.Intent.Operation == PaymentOperation.Capture
                && !original.IsSameTransaction(maker.Intent.Original)
            )
            {
                root = maker.Intent.Original;
            }
        }

        return root;
    }

    /// <summary>Decides by the movements of the original.</summary>
    /// <param name="intent">The intent.</param>
    /// <param name="original">The movements of the intent's original, without earlier attempts of this key.</param>
    /// <param name="root">The movements of the authorization, when the original is one of its captures.</param>
    /// <returns>
    /// ExceedsOriginal, OriginalBusy, OriginalClosed or, for another account, Conflict; <see langword="null"/> when the original permits
    /// it.
    /// </returns>
    /// <remarks>If the amount of the original is not known, the provider must check the amount.</remarks>
    public static JournalDecision? DecideByOriginal(
        JournalIntent intent,
        OriginalAmounts? original,
        OriginalAmounts? root = null
    )
    {
        ArgumentNullException.ThrowIfNull(intent);
        if (intent.Original is not { } reference)
        {
            return null;
        }

        if (reference.Account != intent.Account && reference.Account != default && intent.Account != default)
        {
            return new JournalDecision { Kind = JournalDecisionKind.Conflict, Conflicts = [JournalField.Account] };
        }

        original ??= new OriginalAmounts { Original = reference };
        var excluded = Exclusion(original) ?? (root is null ? null : Exclusion(root));
        return excluded
            ?? intent.Operation switch
            {
                PaymentOperation.Capture or PaymentOperation.Refund when original.IsNoCharge => Closed(),
                PaymentOperation.Capture => DecideCapture(intent, original),
                PaymentOperation.Void => DecideVoid(original, root),
                PaymentOperation.Refund => DecideRefund(intent, original, root),
                _ => null,
            };
    }

    private static (OriginalAmounts Original, OriginalAmounts? Root) AmountsOf(
        IEntryReader journal,
        TransactionReference original,
        JournalKey? except,
        bool withUnsent = true
    )
    {
        var makers = journal.FindByTransaction(original).ToList();
        return RootOf(original, makers) is { } root
            ? (Sum(original, makers), Sum(root, journal.FindByTransaction(root)))
            : (Sum(original, makers), null);

        OriginalAmounts Sum(TransactionReference of, IEnumerable<JournalEntry> made) =>
            OriginalAmounts.Of(
                of,
                journal
                    .FindByOriginal(of)
                    .Concat(made)
                    .DistinctBy(entry => entry.Key)
                    .Where(entry => entry.Key != except && (withUnsent || !entry.IsProvenUnsent))
            );
    }

    private static JournalDecision? Exclusion(OriginalAmounts amounts) =>
        amounts.IsVoided || amounts.HasOtherCurrency ? Closed()
        : amounts.IsVoidInDoubt || amounts.HasOtherCurrencyInDoubt ? Busy(amounts)
        : null;

    private static JournalDecision? DecideCapture(JournalIntent intent, OriginalAmounts original)
    {
        if (original.IsTaken || (!intent.MultiCapture && original.Captures > 0))
        {
            return Closed();
        }

        if (!intent.MultiCapture && original.CapturesInDoubt > 0)
        {
            return Busy(original);
        }

        return Within(
            intent,
            Lesser(original.Authorized, intent.OriginalAuthorized),
            original.Captured,
            original.CaptureInDoubt
        );
    }

    private static JournalDecision? DecideVoid(OriginalAmounts original, OriginalAmounts? root)
    {
        var isCaptured = original.Captures > 0 && !original.CaptureKeepsReference;
        if (isCaptured || IsSome(original.Refunded) || (root is { Captures: 1 } && IsSome(root.Refunded)))
        {
            return Closed();
        }

        if (original.CapturesInDoubt > 0 || IsSome(original.RefundInDoubt))
        {
            return Busy(original);
        }

        return root is { Captures: 1 } && IsSome(root.RefundInDoubt) ? Busy(root) : null;
    }

    private static JournalDecision? DecideRefund(JournalIntent intent, OriginalAmounts original, OriginalAmounts? root)
    {
        var captured = CapturedOf(intent, original);
        if (captured is null && IsSome(original.RefundInDoubt))
        {
            // If the available amount is not known, two refunds may exceed it.
            return Busy(original);
        }

        var refunded = Sum(original.Refunded, intent.RefundedElsewhere);
        if (
            captured is { IsPositive: true } whole
            && refunded is { } gone
            && gone.Currency == whole.Currency
            && gone >= whole
        )
        {
            return Closed();
        }

        return Within(intent, captured, refunded, original.RefundInDoubt)
            ?? (root is null ? null : Within(intent, root.Processed, root.Refunded, root.RefundInDoubt));
    }

    // A journal that has the authorization but no capture knows that nothing was taken, unless the caller knows better.
    private static Money? CapturedOf(JournalIntent intent, OriginalAmounts original) =>
        original.KnowsCapture ? Lesser(original.Processed, intent.OriginalCaptured)
        : intent.OriginalCaptured is { } given ? given
        : original.Authorized is { } authorized ? Money.Zero(authorized.Currency)
        : null;

    private static JournalDecision? Within(JournalIntent intent, Money? limit, Money? moved, Money? inDoubt)
    {
        var wanted = intent.Amount!.Value;
        if (limit is not { } left)
        {
            var known = (moved ?? inDoubt)?.Currency;
            return known is { } currency && currency != wanted.Currency ? Exceeds(currency, available: null) : null;
        }

        if (
            (moved?.Currency ?? left.Currency) != left.Currency
            || (inDoubt?.Currency ?? left.Currency) != left.Currency
        )
        {
            return Closed();
        }

        left -= moved ?? Money.Zero(left.Currency);
        left -= inDoubt ?? Money.Zero(left.Currency);
        left = left.IsNegative ? Money.Zero(left.Currency) : left;
        return wanted.Currency != left.Currency || wanted > left ? Exceeds(left.Currency, left) : null;
    }

    private static Money? Lesser(Money? one, Money? other) =>
        (one, other) switch
        {
            (null, _) => other,
            (_, null) => one,
            ({ } a, { } b) when a.Currency != b.Currency => a,
            ({ } a, { } b) => a < b ? a : b,
        };

    // Amounts in two currencies have no sum. The journal's amount is kept, and the comparison with it closes the original.
    private static Money? Sum(Money? one, Money? other) =>
        (one, other) switch
        {
            ({ } a, { } b) => a.Currency == b.Currency ? a + b : b,
            _ => one ?? other,
        };

    private static bool IsSome(Money? amount) => amount is { IsPositive: true };

    private static JournalDecision Closed() => new() { Kind = JournalDecisionKind.OriginalClosed };

    private static JournalDecision Busy(OriginalAmounts amounts) =>
        new() { Kind = JournalDecisionKind.OriginalBusy, BlockedBy = amounts.InDoubtKey };

    private static JournalDecision Exceeds(Currency currency, Money? available) =>
        new()
        {
            Kind = JournalDecisionKind.ExceedsOriginal,
            Available = available,
            Currency = currency,
        };
}
