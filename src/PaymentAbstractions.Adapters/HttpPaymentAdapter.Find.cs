namespace PaymentAbstractions.Adapters;

public abstract partial class HttpPaymentAdapter
{
    // An attempt is sent some time after it started, and clocks differ.
    private static readonly TimeSpan KeyMargin = TimeSpan.FromHours(1);

    // If the provider's clock and time zone are unknown, only a difference of a whole day shows that a transaction is older.
    private static readonly TimeSpan UnknownClock = TimeSpan.FromHours(24);

    // An earlier time is not a real time but the zero value of some system.
    private const int FirstYear = 2000;

    /// <inheritdoc />
    public sealed override async Task<FindResult> FindAsync(
        FindRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Attempt is not { } asked)
        {
            return await ByIdAsync(request.Transaction!.TransactionId, cancellationToken).ConfigureAwait(false);
        }

        (asked, var unfound) = await WithCustomerIdAsync(asked, cancellationToken).ConfigureAwait(false);
        if (unfound is not null)
        {
            return FindResult.LookupFailed(unfound.Message, unfound.RetryAt);
        }

        var attempt = AttemptOf(asked, request: null, original: null);
        return await (
            IsFoundByOriginal(attempt)
                ? ByOriginalAsync(asked, cancellationToken)
                : ByListAsync(attempt, cancellationToken)
        ).ConfigureAwait(false);
    }

    /// <summary>Records what a list shows before a write, so that the write's transaction can be distinguished from others.</summary>
    /// <param name="list">The read of the list, as <see cref="ListFor"/> returns it.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>
    /// The ids; <see langword="null"/> when the list could not be read or has more than
    /// <see cref="RecoveryHints.MaxTransactions"/>.
    /// </returns>
    protected async Task<RecoveryHints?> BaselineAsync(
        ProviderRequest list,
        CancellationToken cancellationToken = default
    )
    {
        var takenAt = Clock.GetUtcNow();
        var (rows, _) = await ReadListAsync(list, cancellationToken).ConfigureAwait(false);
        return HintsOf(rows, takenAt);
    }

    // Look-ups use the original when no key is sent, when the original is changed, and when no list shows the operation.
    private bool IsFoundByOriginal(AdapterAttempt attempt) =>
        attempt.Attempt.Operation is PaymentOperation.Capture or PaymentOperation.Void or PaymentOperation.Refund
        && (!Capabilities.HonorsKey(attempt.Attempt.Operation) || IsInPlace(attempt) || ListFor(attempt) is null);

    private async Task<FindResult> ByIdAsync(string id, CancellationToken cancellationToken)
    {
        var read = await ReadTransactionAsync(id, cancellationToken).ConfigureAwait(false);
        if (read.Transaction is not { } shown)
        {
            return NotShown(read);
        }

        return await InquireAsync(StateOf(shown, expected: null), isOfAttempt: true, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<FindResult> ByOriginalAsync(PaymentAttempt asked, CancellationToken cancellationToken)
    {
        if (asked.Original is not { TransactionId: var id })
        {
            return FindResult.LookupFailed(
                "A capture, void or refund is found through its original transaction, which the attempt does not have."
            );
        }

        var read = await ReadTransactionAsync(id, cancellationToken).ConfigureAwait(false);
        if (read.Transaction is not { } transaction)
        {
            return NotShown(read);
        }

        var original = await WithChildrenAsync(transaction, cancellationToken).ConfigureAwait(false);
        if (original is null || (original.Returned is null && asked.Operation != PaymentOperation.Capture))
        {
            return FindResult.LookupFailed("The original transaction or its children could not be read.");
        }

        var attempt = AttemptOf(asked, request: null, original);
        return IsInPlace(attempt) ? InPlace(attempt)
            : !_profile.ShowsMovements || ListFor(attempt) is not null
                ? await ByListAsync(attempt, cancellationToken).ConfigureAwait(false)
            : await AmongChildrenAsync(attempt, cancellationToken).ConfigureAwait(false);
    }

    private FindResult InPlace(AdapterAttempt attempt)
    {
        var original = attempt.Original!.Transaction;
        if (ShownAs(original, attempt, isClaimed: false) is not { } done)
        {
            return FindResult.NotSeen(
                $"The transaction does not show the {attempt.PerformsAs}: it is shown as {original.Type}, {original.Status}."
            );
        }

        var state = StateOf(done, ExpectedOf(attempt, attempt.Attempt.StartedAt));
        return state.Anomaly is { } anomaly
            ? FindResult.Ambiguous([state.Transaction], anomaly.Description)
            : FindResult.Found(state);
    }

    private async Task<FindResult> AmongChildrenAsync(AdapterAttempt attempt, CancellationToken cancellationToken)
    {
        var children = attempt.Original!.Children.ToList();
        var marked = children.FindAll(child => CarriesKey(child, attempt));
        // If an existing transaction has the key, it was the answer to the attempt, which then sent nothing.
        var made = marked.FindAll(child => !WasThereBefore(child, attempt.Attempt));
        var ours = made.Count > 0 ? made : marked;
        if (ours is [var one])
        {
            // Without a baseline, an earlier attempt with the key may have created it, and this attempt another one.
            var state = StateOf(one, ExpectedOf(attempt, attempt.Attempt.StartedAt));
            return await InquireAsync(state, attempt.Attempt.Hints is not null, cancellationToken)
                .ConfigureAwait(false);
        }

        // If the key or description was not repeated, only the amount and the time remain, which other transactions may share.
        var takesKey = Capabilities.HonorsKey(attempt.PerformsAs);
        var candidates = References(
            children
                .Where(child => string.IsNullOrEmpty(takesKey ? child.WireKey : child.Description))
                .Where(child => MayBe(child, attempt))
                .Concat(ours)
        );
        return candidates.Count > 0
            ? FindResult.Ambiguous(
                candidates,
                "The matching transactions do not have the key of the attempt, or several have it."
            )
            : FindResult.NotSeen("The transaction shows no operation with the key of the attempt.");
    }

    private async Task<FindResult> ByListAsync(AdapterAttempt attempt, CancellationToken cancellationToken)
    {
        if (ListFor(attempt) is not { } list)
        {
            return FindResult.LookupFailed(
                "The attempt lacks the data to find it by, or the provider has no list that shows it."
            );
        }

        var expected = ExpectedOf(attempt, attempt.Attempt.StartedAt);
        var found = await FindByKeyAsync(attempt, list, expected, cancellationToken).ConfigureAwait(false);
        return found switch
        {
            { Match: { } match } => await InquireAsync(
                    StateOf(match, expected),
                    WasKeyKnown(match, attempt.Attempt),
                    cancellationToken
                )
                .ConfigureAwait(false),
            { Failed: true } => FindResult.LookupFailed(found.Explanation),
            { IsAmbiguous: true } => FindResult.Ambiguous(
                found.Candidates,
                found.Anomaly?.Description ?? found.Explanation
            ),
            _ => FindResult.NotSeen(found.Explanation),
        };
    }

    /// <summary>Finds the transaction with a key, and adopts it only if it matches the request. An absence proves nothing.</summary>
    private async Task<KeyFinding> FindByKeyAsync(
        AdapterAttempt attempt,
        ProviderRequest list,
        Expectation expected,
        CancellationToken cancellationToken
    )
    {
        var (shown, description) = await ReadListAsync(list, cancellationToken).ConfigureAwait(false);
        if (shown is null)
        {
            return new KeyFinding { Failed = true, Explanation = $"The list could not be read. {description}" };
        }

        var rows = shown.Where(row => !WasThereBefore(row, attempt.Attempt)).ToList();
        var ours = rows.FindAll(row => CarriesKey(row, attempt));
        if (ours is [var one])
        {
            return Adopted(one, expected);
        }

        if (ours.Count > 1)
        {
            return new KeyFinding
            {
                IsAmbiguous = true,
                Candidates = References(ours),
                Explanation = $"{ours.Count} transactions have the key of the attempt.",
            };
        }

        // If look-ups ask for a key, only a transaction with the key can be the one.
        var candidates = Capabilities.HonorsKey(attempt.PerformsAs) ? [] : rows.FindAll(row => MayBe(row, attempt));
        return new KeyFinding
        {
            IsAmbiguous = candidates.Count > 0,
            Candidates = References(candidates),
            Explanation =
                candidates.Count > 0
                    ? "The possible transactions do not have the key of the attempt."
                    : "No transaction with the key of the attempt is shown, which proves nothing.",
        };
    }

    private KeyFinding Adopted(ProviderTransaction row, Expectation expected)
    {
        if (_profile.ClockTolerance is not null && row.CreatedAt is null)
        {
            return new KeyFinding
            {
                IsAmbiguous = true,
                Candidates = References([row]),
                Explanation = "The transaction with the key of the attempt does not show when it was created.",
            };
        }

        return _evidence.Judge(row, expected).Anomaly is { Kind: not AnomalyKind.PartialApprovalNotRequested } anomaly
            ? new KeyFinding
            {
                IsAmbiguous = true,
                Candidates = References([row]),
                Anomaly = anomaly,
                Explanation =
                    $"The transaction with the key of the attempt does not match the request. {anomaly.Description}",
            }
            : new KeyFinding { Match = row, Explanation = "Found by its key." };
    }

    // Whether the attempt may have created it. A transaction that does not show enough may be the one.
    private bool MayBe(ProviderTransaction row, AdapterAttempt attempt)
    {
        var (asked, types) = (attempt.Attempt, MayShowAs(attempt));
        return !IsMarked(row)
            && !WasThereBefore(row, asked)
            && (row.Type == PaymentOperation.Unknown || types.Contains(row.Type))
            && (attempt.Amount is not { } amount || row.Requested is not { } shown || shown == amount)
            && IsOrAbsent(row.CustomerId, asked.CustomerId ?? attempt.Original?.Transaction.CustomerId)
            && (
                _profile.MayChangePaymentMethod
                || IsOrAbsent(
                    row.PaymentMethod.Id,
                    asked.PaymentMethodId ?? attempt.Original?.Transaction.PaymentMethod.Id
                )
            )
            && (
                row.CreatedAt is not { Year: >= FirstYear } made
                || made >= Instants.Before(asked.StartedAt, _profile.ClockTolerance ?? UnknownClock)
            );
    }

    // If the provider still remembered the key when the attempt was sent, no other transaction can have it. Later, an earlier attempt with
    // the key may have created this transaction, and this attempt another one that the list does not show yet.
    private bool WasKeyKnown(ProviderTransaction match, PaymentAttempt attempt) =>
        _profile.ClockTolerance is null
        || (
            Capabilities.IdempotencyWindow > KeyMargin
            && match.CreatedAt >= Instants.Before(attempt.StartedAt, Capabilities.IdempotencyWindow - KeyMargin)
        );

    private TransactionState StateOf(ProviderTransaction shown, Expectation? expected) =>
        Describe(
            _results.State(shown, _evidence.Judge(shown, expected ?? new Expectation { Types = [shown.Type] })),
            shown
        );

    private ValueList<TransactionReference> References(IEnumerable<ProviderTransaction> rows) =>
        [.. rows.Select(row => Reference(row.Id)).OfType<TransactionReference>()];

    private static bool WasThereBefore(ProviderTransaction row, PaymentAttempt attempt) =>
        row.Id is { } id && attempt.Hints?.KnownTransactionIds.Contains(id) == true;

    private static bool IsOrAbsent(string? shown, string? expected) =>
        string.IsNullOrEmpty(shown) || string.IsNullOrEmpty(expected) || shown == expected;

    private FindResult NotShown(TransactionRead read) =>
        read.IsNotFound
            ? FindResult.NotSeen("The provider does not know the transaction.")
            : FindResult.LookupFailed(
                read.Problem,
                read.Answer is { StatusCode: 429 } answer ? answer.RetryAt(Clock.GetUtcNow()) : null
            );
}
