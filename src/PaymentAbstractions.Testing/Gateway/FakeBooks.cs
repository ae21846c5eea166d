using System.Runtime.CompilerServices;
using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Testing;

/// <summary>The provider's books, which look-ups and the reads before a write show. They make no decisions.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class FakeBooks : ITransactionSearch
{
    // The namespace of an application that does not configure one, like the fake's.
    private const string KeyNamespace = "payments";

    private readonly Lock _lock = new();
    private readonly List<FakeTransaction> _transactions = [];
    private readonly HashSet<IdempotencyKey> _unclear = [];

    public FakeTransaction? Find(IdempotencyKey key)
    {
        lock (_lock)
        {
            return _transactions.Find(one => one.Request.IdempotencyKey == key);
        }
    }

    public TransactionState? Find(TransactionReference? reference)
    {
        lock (_lock)
        {
            return _transactions.Find(one => one.Reference.IsSameTransaction(reference)) is { } found
                ? Show(found)
                : null;
        }
    }

    public FindResult Find(FindRequest request)
    {
        lock (_lock)
        {
            if (Find(request.Transaction ?? Find(request.Attempt!.IdempotencyKey)?.Reference) is { } state)
            {
                return FindResult.Found(state);
            }

            return request.Attempt is null || _unclear.Contains(request.Attempt.IdempotencyKey)
                ? FindResult.NotSeen("The attempt is not in the books of the fake provider.")
                : FindResult.ProvenAbsent("The attempt is not in the books of the fake provider, which are complete.");
        }
    }

    public async IAsyncEnumerable<TransactionState> SearchAsync(
        TransactionQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var state in Listed(query))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return state;
        }
    }

    /// <summary>The movements that gave money of a transaction back.</summary>
    public ValueList<ShownMovement> MovementsOf(TransactionReference original)
    {
        lock (_lock)
        {
            return
            [
                .. ChildrenOf(original)
                    .Where(child => child is { Type: not PaymentOperation.Capture, Moved: not null })
                    .Select(child => new ShownMovement
                    {
                        TransactionId = child.Reference.TransactionId,
                        Operation = child.Type,
                        Amount = child.Moved!.Value,
                        MadeBy = child.Request.IdempotencyKey,
                    }),
            ];
        }
    }

    /// <summary>The approved and pending credits for a payout request.</summary>
    public IReadOnlyList<(string TransactionId, Money Amount)> CreditsFor(string payoutId)
    {
        lock (_lock)
        {
            return
            [
                .. _transactions
                    .Where(one =>
                        one.Request is CreditRequest credit
                        && credit.PayoutId == payoutId
                        && (one.IsApproved || one.Result.Outcome == PaymentOutcome.Pending)
                        && !IsVoided(one)
                    )
                    .Select(one => (one.Reference.TransactionId, one.Moved ?? ((CreditRequest)one.Request).Amount)),
            ];
        }
    }

    /// <summary>Enters the result of an answer. Final entries are not changed.</summary>
    public void Enter(PaymentRequest request, PaymentResult result, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (result.Transaction is not { } reference)
            {
                _ = result.Outcome == PaymentOutcome.Unknown && _unclear.Add(request.IdempotencyKey);
                return;
            }

            var known = _transactions.FindIndex(one => one.Reference.IsSameTransaction(reference));
            if (known < 0)
            {
                _transactions.Add(new FakeTransaction(request, result, now));
            }
            else if (_transactions[known].Result.Outcome == PaymentOutcome.Pending)
            {
                _transactions[known] = _transactions[known] with { Result = result };
            }
        }
    }

    /// <exception cref="InvalidOperationException">The transaction does not exist.</exception>
    public void Settle(TransactionReference reference, DateTimeOffset now)
    {
        lock (_lock)
        {
            var known = _transactions.FindIndex(one => one.Reference.IsSameTransaction(reference));
            if (known < 0)
            {
                throw new InvalidOperationException($"The fake gateway has no transaction {reference}.");
            }

            _transactions[known] = _transactions[known] with { SettledAt = now };
        }
    }

    /// <exception cref="InvalidOperationException">The transaction does not exist or is not pending.</exception>
    public PaymentRequest Pending(TransactionReference reference)
    {
        lock (_lock)
        {
            return _transactions
                    .Find(one =>
                        one.Result.Outcome == PaymentOutcome.Pending && one.Reference.IsSameTransaction(reference)
                    )
                    ?.Request
                ?? throw new InvalidOperationException($"The fake gateway has no pending transaction {reference}.");
        }
    }

    private List<TransactionState> Listed(TransactionQuery query)
    {
        lock (_lock)
        {
            return
            [
                .. _transactions
                    .Where(one =>
                        (query.From is null || one.CreatedAt >= query.From)
                        && (query.Until is null || one.CreatedAt < query.Until)
                        && (query.CustomerId is null || one.Request.CustomerId == query.CustomerId)
                        && (query.Operations.Count == 0 || query.Operations.Contains(one.Type))
                    )
                    .OrderBy(one => one.CreatedAt)
                    .Select(Show),
            ];
        }
    }

    private TransactionState Show(FakeTransaction one)
    {
        var children = ChildrenOf(one.Reference).ToList();
        var voided = children.Find(child => child.Type == PaymentOperation.Void);
        var refunded = Sum(children, PaymentOperation.Refund, one.Moved);
        var isReversed = one.IsApproved && (voided is not null || (refunded is not null && refunded >= one.Moved));
        var (request, result) = (one.Request, one.Result);
        return new TransactionState
        {
            Transaction = one.Reference,
            Type = one.Type,
            Outcome = isReversed ? PaymentOutcome.Reversed : result.Outcome,
            Reason = isReversed ? PaymentReason.AlreadyReversed : result.Reason,
            RequestedAmount = request.Amount,
            ProcessedAmount = one.Moved,
            AuthorizedAmount = one.ApprovedAs(PaymentOperation.Authorize, PaymentOperation.Setup),
            CapturedAmount =
                one.ApprovedAs(PaymentOperation.Sale, PaymentOperation.Capture)
                // A voided capture releases its amount back to its authorization.
                ?? Sum(children.Where(child => !IsVoided(child)), PaymentOperation.Capture, result.ApprovedAmount),
            RefundedAmount = one.ApprovedAs(PaymentOperation.Refund) ?? refunded,
            VoidedAmount = one.ApprovedAs(PaymentOperation.Void) ?? voided?.Moved,
            Parent = request.Original,
            Children = [.. children.Select(child => child.Reference)],
            CustomerId = request.CustomerId,
            Description = request.Description,
            IsRecordOnly = request.IsRecordOnly,
            WireKey = request.IdempotencyKey.ToWireKey(KeyNamespace),
            Code = result.Code,
            Provider = result.Provider,
            Verification = result.Verification,
            PaymentMethod = request is PaymentMethodRequest { PaymentMethod: StoredPaymentMethod stored }
                ? result.PaymentMethod with
                {
                    Id = result.PaymentMethod.Id ?? stored.Id,
                }
                : result.PaymentMethod,
            BillingDescriptor = result.BillingDescriptor,
            CommercialData = result.CommercialData,
            NextAction = result.NextAction,
            AuthorizationExpiresAt = result.AuthorizationExpiresAt,
            CreatedAt = one.CreatedAt,
            SettledAt = one.SettledAt,
            Revision = 1 + children.Count,
        };
    }

    private IEnumerable<FakeTransaction> ChildrenOf(TransactionReference original) =>
        _transactions.Where(one => one.IsApproved && original.IsSameTransaction(one.Request.Original));

    private bool IsVoided(FakeTransaction one) =>
        ChildrenOf(one.Reference).Any(child => child.Type == PaymentOperation.Void);

    private static Money? Sum(IEnumerable<FakeTransaction> children, PaymentOperation type, Money? like) =>
        children
            .Where(child => child.Type == type && child.Moved?.Currency == like?.Currency)
            .Aggregate((Money?)null, (sum, child) => sum is { } before ? before + child.Moved!.Value : child.Moved);
}
