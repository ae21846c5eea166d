namespace PaymentAbstractions.Testing;

/// <summary>The transactions of a fake gateway. Guarded by the lock of the gateway.</summary>
internal sealed class FakeBooks
{
    private readonly Dictionary<TransactionReference, TransactionState> _states = [];
    private readonly Dictionary<TransactionReference, PaymentRequest> _pending = [];
    private readonly Dictionary<IdempotencyKey, TransactionReference> _byKey = [];
    private readonly HashSet<IdempotencyKey> _absent = [];

    public TransactionState? Find(TransactionReference transaction) => _states.GetValueOrDefault(transaction);

    public TransactionState? Find(IdempotencyKey key) =>
        _byKey.TryGetValue(key, out var transaction) ? Find(transaction) : null;

    public bool HasProvenAbsent(IdempotencyKey key) => _absent.Contains(key);

    public void RecordAbsence(IdempotencyKey key) => _absent.Add(key);

    /// <summary>What an honest provider would answer. Changes nothing.</summary>
    public PaymentResult Answer(PaymentRequest request, FakePaymentGateway gateway)
    {
        var original = request.Original;
        var state = original is null ? null : Find(original);
        if (FakeRefusals.Find(request, state, gateway.Capabilities) is (var reason, var message))
        {
            return PaymentResults.Of(request, PaymentOutcome.Rejected) with
            {
                Gateway = gateway.Name,
                Reason = reason,
                Message = message,
            };
        }

        var approved = Approve(request);
        return approved with
        {
            Gateway = gateway.Name,
            Transaction = new TransactionReference(
                gateway.Name,
                FakePaymentGateway.AccountOf(gateway.Name),
                approved.Transaction!.TransactionId
            ),
        };
    }

    public void Record(PaymentRequest request, PaymentResult result, DateTimeOffset now)
    {
        if (
            result.Transaction is not { } transaction
            || Find(transaction) is { Outcome: not PaymentOutcome.Pending } // The repeat of an answer changes nothing.
        )
        {
            return;
        }

        _byKey[request.IdempotencyKey] = transaction;
        _states[transaction] = FakeStates.Of(request, result, transaction, now);
        if (result.Outcome == PaymentOutcome.Pending)
        {
            _pending[transaction] = request;
        }
        else if (result.Outcome is PaymentOutcome.Approved or PaymentOutcome.PartiallyApproved)
        {
            ApplyToOriginal(_states[transaction]);
        }
    }

    public void Settle(TransactionReference transaction, DateTimeOffset now) =>
        _states[transaction] = Require(transaction) with { SettledAt = now };

    public void Finish(TransactionReference transaction, PaymentOutcome outcome, DateTimeOffset now)
    {
        if (!_pending.Remove(transaction, out var request))
        {
            throw new InvalidOperationException($"The fake gateway has no pending transaction {transaction}.");
        }

        var result = outcome == PaymentOutcome.Approved ? Approve(request) : PaymentResults.Declined(request);
        Record(request, result with { Transaction = transaction }, now);
    }

    private TransactionState Require(TransactionReference transaction) =>
        Find(transaction) ?? throw new InvalidOperationException($"The fake gateway has no transaction {transaction}.");

    private PaymentResult Approve(PaymentRequest request)
    {
        if (request is not VoidRequest voiding)
        {
            return PaymentResults.Approved(request);
        }

        var state = Require(voiding.Transaction);
        return PaymentResults.Voided(voiding, FakeStates.Remaining(state)) with
        {
            PerformedAs = state.SettledAt is null ? PaymentOperation.Void : PaymentOperation.Refund,
        };
    }

    private void ApplyToOriginal(TransactionState child)
    {
        if (child.Parent is not { } reference || Find(reference) is not { } parent)
        {
            return;
        }

        _states[reference] = FakeStates.After(parent, child);
        if (child.Type == PaymentOperation.Void && parent is { Type: PaymentOperation.Capture, Parent: { } grand })
        {
            // A voided capture gives the money back to what its authorization holds.
            if (Find(grand) is { CapturedAmount: { } captured } authorization)
            {
                _states[grand] = authorization with { CapturedAmount = captured - parent.CapturedAmount!.Value };
            }
        }
    }
}
