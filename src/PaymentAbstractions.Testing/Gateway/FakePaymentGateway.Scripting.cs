namespace PaymentAbstractions.Testing;

public sealed partial class FakePaymentGateway
{
    /// <summary>Queues an answer for the next call, whatever it asks for.</summary>
    /// <param name="result">The answer, given as it is.</param>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway Enqueue(PaymentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Queue(null, _ => result);
    }

    /// <summary>Queues an answer for the next call of an operation.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="answer">Makes the answer; what it throws, the caller gets.</param>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway Enqueue(PaymentOperation operation, Func<PaymentRequest, PaymentResult> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Queue(operation, answer);
    }

    /// <summary>The next call is answered Unknown, as if the connection broke before the answer came.</summary>
    /// <param name="moneyMoved">
    /// Whether the provider carried the request out nevertheless. <see cref="FindAsync"/> with the attempt then finds the
    /// transaction; otherwise it proves the absence.
    /// </param>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway EnqueueUnknown(bool moneyMoved = true) =>
        Queue(
            null,
            request =>
            {
                var truth = moneyMoved ? _books.Answer(request, this) : null;
                if (truth?.Outcome == PaymentOutcome.Approved)
                {
                    _books.Record(request, truth, TimeProvider.GetUtcNow());
                }
                else
                {
                    _books.RecordAbsence(request.IdempotencyKey);
                }

                return Tell(request, PaymentResults.Unknown(request)) with
                {
                    Gateway = Name,
                };
            }
        );

    /// <summary>The next call is answered NotSent, as if no connection could be made.</summary>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway EnqueueNotSent() =>
        Queue(null, request => PaymentResults.NotSent(request) with { Gateway = Name });

    /// <summary>Queues an answer for the next look-up.</summary>
    /// <param name="result">The answer.</param>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway EnqueueFind(FindResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        lock (_lock)
        {
            _script.EnqueueFind(result);
        }

        return this;
    }

    /// <summary>Adds a rule. Of the rules that match a request, the one added last answers.</summary>
    /// <param name="matches">Whether the rule is for the request.</param>
    /// <param name="answer">Makes the answer; what it throws, the caller gets.</param>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway When(Func<PaymentRequest, bool> matches, Func<PaymentRequest, PaymentResult> answer)
    {
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentNullException.ThrowIfNull(answer);
        lock (_lock)
        {
            _script.AddRule(matches, answer);
        }

        return this;
    }

    /// <summary>Settles a transaction, as the bank does overnight: from now on it can be refunded, not voided.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <exception cref="InvalidOperationException">The gateway has no such transaction.</exception>
    public void Settle(TransactionReference transaction)
    {
        lock (_lock)
        {
            _books.Settle(transaction, TimeProvider.GetUtcNow());
        }
    }

    /// <summary>Ends a pending transaction, as the customer or the provider does in the end.</summary>
    /// <param name="transaction">The transaction of a result that was Pending.</param>
    /// <param name="outcome">How it ended: Approved or Declined.</param>
    /// <exception cref="ArgumentOutOfRangeException">The outcome is neither Approved nor Declined.</exception>
    /// <exception cref="InvalidOperationException">The gateway has no such pending transaction.</exception>
    public void Finish(TransactionReference transaction, PaymentOutcome outcome)
    {
        if (outcome is not (PaymentOutcome.Approved or PaymentOutcome.Declined))
        {
            throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "must be Approved or Declined.");
        }

        lock (_lock)
        {
            _books.Finish(transaction, outcome, TimeProvider.GetUtcNow());
        }
    }

    private FakePaymentGateway Queue(PaymentOperation? operation, Func<PaymentRequest, PaymentResult> answer)
    {
        lock (_lock)
        {
            _script.Enqueue(operation, answer);
        }

        return this;
    }
}
