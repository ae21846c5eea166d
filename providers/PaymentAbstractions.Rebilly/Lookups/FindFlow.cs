using PaymentAbstractions.Http;
using PaymentAbstractions.Rebilly.Wire;

namespace PaymentAbstractions.Rebilly;

/// <summary>Looks transactions and attempts up. What is not proven is not claimed.</summary>
internal sealed class FindFlow(RebillyAccount account, RebillyClient client, RequestIdLookup byRequestId)
{
    // An attempt is sent some time after it began, and clocks differ.
    private static readonly TimeSpan KeyMargin = TimeSpan.FromHours(1);

    public Task<FindResult> ExecuteAsync(FindRequest request, CancellationToken cancellationToken) =>
        request.Attempt is not { } attempt ? ByIdAsync(request.Transaction!.TransactionId, cancellationToken)
        : attempt.Operation is PaymentOperation.Void or PaymentOperation.Refund
            ? ReversalAsync(attempt, cancellationToken)
        : ByRequestIdAsync(attempt, cancellationToken);

    private async Task<FindResult> ByIdAsync(string id, CancellationToken cancellationToken)
    {
        var read = await client.GetTransactionAsync(id, cancellationToken).ConfigureAwait(false);
        if (!read.HasValue)
        {
            return Refusal.Classify(read.Answer).Reason == PaymentReason.NotFound
                ? FindResult.NotSeen("Rebilly does not know the transaction.")
                : FindResult.LookupFailed(
                    read.Answer.Description,
                    read.Answer.StatusCode == 429 ? RetryTime.Of(read.Answer, account.Time) : null
                );
        }

        var body = read.Value;
        if (body.Id != id)
        {
            return FindResult.LookupFailed("The answer shows another transaction than the one asked for.");
        }

        return await WithGatewayQueryAsync(body, read.Answer, null, isOfAttempt: true, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<FindResult> ByRequestIdAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        var expected = new Expectation
        {
            Types = [attempt.Operation],
            Amount = attempt.Amount,
            CustomerId = attempt.CustomerId,
            ParentId = attempt.Original?.TransactionId,
            WireKey = account.WireKey(attempt.IdempotencyKey),
            // Whether a part was asked for is not known here; what is found is told as what it is.
            AllowPartial = true,
        };
        var found = await byRequestId
            .FindAsync(
                expected.WireKey,
                expected,
                // As long as Rebilly knows a key, what is shown under it may be left by an earlier attempt of the same key.
                Instants.Before(attempt.StartedAt, RebillyAccount.RequestIdWindow + RebillyAccount.ClockTolerance),
                byRequestId.Latest(attempt.StartedAt),
                cancellationToken
            )
            .ConfigureAwait(false);
        if (found is { Match: { } match, Read: { } read })
        {
            return await WithGatewayQueryAsync(
                    match,
                    read.Answer,
                    expected,
                    WasKeyKnown(match, attempt),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }

        return found switch
        {
            { LookupFailed: true } => FindResult.LookupFailed(found.Explanation),
            { Candidates.Count: > 0 } => FindResult.Ambiguous(
                found.Candidates,
                found.Anomaly?.Description ?? found.Explanation
            ),
            _ => FindResult.NotSeen(found.Explanation),
        };
    }

    private async Task<FindResult> ReversalAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.Original is not { } original)
        {
            return FindResult.LookupFailed(
                "A void or refund is found through its original transaction, which is not given."
            );
        }

        var read = await client.GetTransactionAsync(original.TransactionId, cancellationToken).ConfigureAwait(false);
        var state =
            read.HasValue && read.Value.Id == original.TransactionId
                ? await ReversalState.ReadAsync(read.Value, client, cancellationToken).ConfigureAwait(false)
                : null;
        if (state is null)
        {
            return FindResult.LookupFailed("The original transaction or its reversals could not be read.");
        }

        var wireKey = account.WireKey(attempt.IdempotencyKey);
        var marked = state
            .Children.Where(child => ReversalDescription.Carries(child.Value!.Description, wireKey))
            .ToList();
        // One that was there before and carries the key answered the attempt, which then sent nothing.
        var made = marked.FindAll(child => !WasThereBefore(child.Value!, attempt));
        var ours = made.Count > 0 ? made : marked;
        if (ours.Count == 1)
        {
            var expected = new Expectation
            {
                Types = state.TypesFor(attempt.Amount),
                Amount = attempt.Amount,
                ParentId = original.TransactionId,
            };
            // Without a baseline an earlier attempt of the key may have left it, and this one have made another.
            return await WithGatewayQueryAsync(
                    ours[0].Value!,
                    ours[0].Answer,
                    expected,
                    attempt.Hints is not null,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }

        // A description that was not given back leaves the amount and the time, which others may share.
        var candidates = state
            .Children.Where(child => string.IsNullOrEmpty(child.Value!.Description) && CouldBe(child.Value, attempt))
            .Concat(ours)
            .Select(child => account.Reference(child.Value!.Id))
            .OfType<TransactionReference>()
            .ToList();
        return candidates.Count > 0
            ? FindResult.Ambiguous([.. candidates], "The reversals that fit do not carry our reference.")
            : FindResult.NotSeen("The transaction shows no reversal with our reference.");
    }

    private static bool CouldBe(TransactionBody child, PaymentAttempt attempt) =>
        !WasThereBefore(child, attempt)
        && (
            child.CreatedTime is not { } created
            || created >= Instants.Before(attempt.StartedAt, RebillyAccount.ClockTolerance)
        )
        && (attempt.Amount is not { } amount || RebillyMoney.Read(child.Amount, child.Currency) == amount);

    private static bool WasThereBefore(TransactionBody child, PaymentAttempt attempt) =>
        child.Id is { } id && attempt.Hints?.KnownTransactionIds.Contains(id) == true;

    // While Rebilly still knew the key when the attempt was sent, nothing else can be under it. Later an earlier attempt of the key may
    // have left this, and the attempt have made another one that a list does not show yet.
    private static bool WasKeyKnown(TransactionBody match, PaymentAttempt attempt) =>
        match.CreatedTime >= Instants.Before(attempt.StartedAt, RebillyAccount.RequestIdWindow - KeyMargin);

    /// <summary>A transaction that Rebilly itself has no final answer for: the gateway is asked, and may settle the matter.</summary>
    /// <param name="body">The transaction.</param>
    /// <param name="answer">What showed it.</param>
    /// <param name="expected">What was asked for.</param>
    /// <param name="isOfAttempt">Whether it is certain to be what the attempt made, so that its absence is the attempt's.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    private async Task<FindResult> WithGatewayQueryAsync(
        TransactionBody body,
        TransportAnswer answer,
        Expectation? expected,
        bool isOfAttempt,
        CancellationToken cancellationToken
    )
    {
        var state = TransactionStates.Of(body, account, expected, answer);
        if (
            state.Reason
            is not (
                PaymentReason.ProviderTimeout
                or PaymentReason.ProviderConnectionError
                or PaymentReason.ProviderNeverSent
            )
        )
        {
            return FindResult.Found(state);
        }

        var query = await client.QueryAsync(body.Id!, cancellationToken).ConfigureAwait(false);
        return query.Value is { } asked && asked.TransactionId == body.Id
            ? Settle(state, asked, isOfAttempt)
            : FindResult.Found(state);
    }

    private static FindResult Settle(TransactionState state, QueryBody asked, bool isOfAttempt)
    {
        if (
            isOfAttempt
            && state.Reason == PaymentReason.ProviderNeverSent
            && asked is { Status: Vocabulary.NeverSent, Result: Vocabulary.Unknown or Vocabulary.Canceled }
        )
        {
            return FindResult.ProvenAbsent("Rebilly never sent it, and a query at the gateway confirms that.");
        }

        var (outcome, reason) = StatusTable.Lookup(asked.Status, asked.Result);
        var settles =
            outcome == PaymentOutcome.Declined
            || (
                outcome is PaymentOutcome.Approved or PaymentOutcome.Reversed
                && RebillyMoney.Read(asked.Amount, asked.Currency) is { } amount
                && amount == state.RequestedAmount
            );
        return FindResult.Found(settles ? TransactionStates.Settled(state, outcome, reason) : state);
    }
}
