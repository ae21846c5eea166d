namespace PaymentAbstractions.Adapters;

public abstract partial class HttpPaymentAdapter
{
    private const int MaxChildren = 50;

    private async Task<(OriginalTransaction? Original, PaymentResult? Failed)> ReadOriginalAsync(
        PaymentRequest request,
        TransactionReference reference,
        RunningAttempt running
    )
    {
        var read = await running
            .PrepareAsync(token => ReadTransactionAsync(reference.TransactionId, token))
            .ConfigureAwait(false);
        if (read.Transaction is not { } transaction)
        {
            return (
                null,
                read.Refusal is { } refusal
                    ? _results.Of(request, refusal, read.Answer!)
                    : _results.NotPrepared(
                        request,
                        $"The transaction could not be read first: {read.Problem}",
                        read.Answer
                    )
            );
        }

        if (transaction.Status == ProviderStatus.Unrecognized || transaction.Contradiction is not null)
        {
            return (
                null,
                _results.NotPrepared(
                    request,
                    transaction.Contradiction ?? "The transaction has an undocumented status.",
                    read.Answer
                )
            );
        }

        var original = await running.PrepareAsync(token => WithChildrenAsync(transaction, token)).ConfigureAwait(false);
        return original is null || IsHidden(original, request)
            ? (
                null,
                _results.NotPrepared(
                    request,
                    "The transaction shows no readable amount, or its captures, voids and refunds could not be read.",
                    read.Answer
                )
            )
            : (original, null);
    }

    private static bool IsHidden(OriginalTransaction original, PaymentRequest request) =>
        request is CaptureRequest
            ? original.Transaction.AmountProblem is not null || OriginalRules.Held(original.Transaction) is null
            : original.Returned is null;

    /// <returns>The original; <see langword="null"/> when a part could not be read or the parts contradict each other.</returns>
    private async Task<OriginalTransaction?> WithChildrenAsync(
        ProviderTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        if (transaction.Contradiction is not null || transaction.ChildIds.Count > MaxChildren)
        {
            return null;
        }

        var children = ListChildrenOf(transaction) is { } list
            ? (await ReadListAsync(list, cancellationToken).ConfigureAwait(false)).Rows
            : await ReadNamedChildrenAsync(transaction, cancellationToken).ConfigureAwait(false);
        return children is not { Count: <= MaxChildren } || !children.All(child => IsChildOf(child, transaction))
            ? null
            : new OriginalTransaction
            {
                Transaction = transaction,
                Children = [.. children],
                Returned = ReturnedOf(transaction, children),
            };
    }

    private async Task<IReadOnlyList<ProviderTransaction>?> ReadNamedChildrenAsync(
        ProviderTransaction transaction,
        CancellationToken cancellationToken
    )
    {
        var children = new List<ProviderTransaction>();
        foreach (var id in transaction.ChildIds.Distinct(StringComparer.Ordinal))
        {
            var read = await ReadTransactionAsync(id, cancellationToken).ConfigureAwait(false);
            if (read.Transaction is not { } child)
            {
                return null;
            }

            children.Add(child);
        }

        return children;
    }

    // A child of an undocumented type may be a refund, and one without an id may be any transaction.
    private bool IsChildOf(ProviderTransaction child, ProviderTransaction transaction) =>
        child is { Contradiction: null, Type: not PaymentOperation.Unknown }
        && Reference(child.Id) is not null
        && (child.ParentId is not { Length: > 0 } parent || parent == transaction.Id);

    private static Money? ReturnedOf(ProviderTransaction transaction, IEnumerable<ProviderTransaction> children)
    {
        if (transaction.AmountProblem is not null || transaction.Returnable is not { IsNegative: false } returnable)
        {
            return null;
        }

        var returned = Money.Zero(returnable.Currency);
        foreach (
            var child in children.Where(child =>
                child.Type is PaymentOperation.Void or PaymentOperation.Refund
                && !OriginalTransaction.MovedNothing(child)
            )
        )
        {
            if (child.Returnable is not { IsNegative: false } amount || amount.Currency != returned.Currency)
            {
                return null;
            }

            returned += amount;
        }

        // A status that reports refunds without showing them hides how much is left.
        return transaction is { IsReturned: true, Status: ProviderStatus.Approved } && returned.IsZero
            ? null
            : returned;
    }

    /// <summary>A repeat with the same key is not sent again; the result of the first attempt is the answer.</summary>
    private PaymentResult? EarlierAmongChildren(AdapterAttempt attempt, RunningAttempt running)
    {
        List<ProviderTransaction> ours =
        [
            .. (attempt.Original?.Children ?? []).Where(child => CarriesKey(child, attempt)),
        ];
        return ours switch
        {
            [] => null,
            [var one] => Judge(attempt, ExpectedOf(attempt, running.StartedAt), one),
            _ => _results.Without(
                attempt.Request!,
                PaymentOutcome.Unknown,
                PaymentReason.NoTrustworthyAnswer,
                $"{ours.Count} transactions have the key of this request."
            ) with
            {
                Anomaly = new PaymentAnomaly
                {
                    Kind = AnomalyKind.TransactionId,
                    Description = "Several transactions have the key of this request.",
                    Transactions = References(ours),
                },
            },
        };
    }

    /// <summary>An earlier attempt with the same key may have captured an authorization that is no longer open.</summary>
    private async Task<PaymentResult?> EarlierByListAsync(
        AdapterAttempt attempt,
        ProviderRefusal refusal,
        RunningAttempt running
    )
    {
        if (refusal.Reason != PaymentReason.AuthorizationNotOpen || ListFor(attempt) is not { } list)
        {
            return null;
        }

        var expected = ExpectedOf(attempt, running.StartedAt);
        var found = await running
            .PrepareAsync(token => FindByKeyAsync(attempt, list, expected, token))
            .ConfigureAwait(false);
        return found switch
        {
            { Match: { } match } => Judge(attempt, expected, match),
            { Failed: true } => _results.NotPrepared(
                attempt.Request!,
                $"It could not be read whether this was done before: {found.Explanation}"
            ),
            { IsAmbiguous: true } => _results.Without(
                attempt.Request!,
                PaymentOutcome.Unknown,
                PaymentReason.DuplicateKey,
                found.Explanation
            ) with
            {
                Anomaly = found.Anomaly,
            },
            _ => null,
        };
    }

    private AttemptReading ReadingOf(
        AdapterAttempt attempt,
        RunningAttempt running,
        RecoveryHints? hints,
        DateTimeOffset takenAt
    )
    {
        if (attempt.Original is not { } original)
        {
            return new AttemptReading
            {
                Hints =
                    _profile.FindsCustomers && attempt.Attempt.CustomerId is { } customer
                        ? (hints ?? new RecoveryHints { TakenAt = takenAt }) with
                        {
                            CustomerId = customer,
                        }
                        : hints,
            };
        }

        var transaction = original.Transaction;
        if (attempt.Request is CaptureRequest)
        {
            return new AttemptReading { Hints = hints, Authorized = OriginalRules.Held(transaction) };
        }

        return new AttemptReading
        {
            // Existing transactions are not the result of this attempt, even if an earlier attempt with the same key created one.
            Hints = _profile.ShowsMovements
                ? new RecoveryHints
                {
                    TakenAt = takenAt,
                    KnownTransactionIds = [.. original.Children.Select(child => child.Id!)],
                }
                : hints,
            Captured = transaction.Type is PaymentOperation.Sale or PaymentOperation.Capture
                ? transaction.Returnable
                : null,
            ShowsMovements = _profile.ShowsMovements,
            Movements = [.. original.Returns.Select(child => MovementOf(child, original, attempt, running))],
            VoidAsRefund = attempt.Request is VoidRequest && transaction.IsSettled ? transaction.Returnable : null,
        };
    }

    private ShownMovement MovementOf(
        ProviderTransaction child,
        OriginalTransaction original,
        AdapterAttempt attempt,
        RunningAttempt running
    ) =>
        new()
        {
            TransactionId = child.Id!,
            Operation = child.Type,
            Amount = child.Returnable ?? Money.Zero(original.Transaction.Returnable!.Value.Currency),
            MovedNothing = OriginalTransaction.MovedNothing(child),
            MadeBy = running
                .Others.Select(other => (IdempotencyKey?)other.Attempt.IdempotencyKey)
                .Append(attempt.Attempt.IdempotencyKey)
                .FirstOrDefault(key => CarriesKey(child, child.Type, WireKey(key!.Value))),
        };

    private bool CarriesKey(ProviderTransaction shown, AdapterAttempt attempt) =>
        CarriesKey(shown, attempt.PerformsAs, attempt.WireKey);

    // A transaction of an operation with a key shows the key; others have the mark instead.
    private bool CarriesKey(ProviderTransaction shown, PaymentOperation operation, string wireKey) =>
        _profile.Mark is { } mark && !Capabilities.HonorsKey(operation)
            ? mark.Carries(shown.Description, wireKey)
            : shown.WireKey == wireKey;
}
