namespace PaymentAbstractions.Testing;

public sealed partial class FakePaymentGateway
{
    /// <summary>Queues the provider's answer to the next request that reaches it, for any operation.</summary>
    /// <param name="result">The answer.</param>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway Enqueue(PaymentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Queue(null, _ => FakeAnswer.Of(result));
    }

    /// <summary>Queues the provider's answer to the next request for an operation that reaches it.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="answer">
    /// Creates the answer. <see cref="PaymentResults.NotSent"/> is accepted, because nothing was sent before; an exception results in
    /// Unknown.
    /// </param>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway Enqueue(PaymentOperation operation, Func<PaymentRequest, PaymentResult> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Queue(operation, request => FakeAnswer.Of(answer(request)));
    }

    /// <summary>
    /// Loses the answer to the next request that reaches the provider, as if the connection broke: the result is Unknown. A repeat of the
    /// key, and <see cref="FindAsync"/> with the attempt, look it up.
    /// </summary>
    /// <param name="moneyMoved">
    /// Whether the provider processed the request nevertheless. If so, look-ups find the transaction. If not, they prove its absence, which
    /// is accepted three minutes after the attempt. Until then a repeat is sent again if the gateway honors keys.
    /// </param>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway EnqueueUnknown(bool moneyMoved = true) =>
        Queue(null, request => _adapter.Lose(request, moneyMoved));

    /// <summary>Prevents the next request from reaching the provider, as if no connection could be established.</summary>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway EnqueueNotSent() =>
        Queue(null, request => FakeAnswer.Of(PaymentResults.NotSent(request)));

    /// <summary>
    /// Queues the provider's answer to the next look-up, which either the test requests or a repeat of an unresolved key causes.
    /// </summary>
    /// <param name="result">The answer.</param>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway EnqueueFind(FindResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _adapter.Script.EnqueueFind(result);
        return this;
    }

    /// <summary>Adds a rule. If several rules match a request that reaches the provider, the one added last answers.</summary>
    /// <param name="matches">Whether the rule applies to the request.</param>
    /// <param name="answer">Creates the answer, as in <see cref="Enqueue(PaymentOperation, Func{PaymentRequest, PaymentResult})"/>.</param>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway When(Func<PaymentRequest, bool> matches, Func<PaymentRequest, PaymentResult> answer)
    {
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentNullException.ThrowIfNull(answer);
        _adapter.Script.AddRule(matches, request => FakeAnswer.Of(answer(request)));
        return this;
    }

    /// <summary>Settles a transaction, as the bank does overnight: from now on it can be refunded, but not voided.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <exception cref="InvalidOperationException">The provider does not have the transaction.</exception>
    public void Settle(TransactionReference transaction) =>
        _adapter.Books.Settle(transaction, TimeProvider.GetUtcNow());

    /// <summary>
    /// Completes a pending transaction at the provider, as the customer or the provider eventually does. A look-up, or a repeat of the key,
    /// then shows the result.
    /// </summary>
    /// <param name="transaction">The transaction of a Pending result.</param>
    /// <param name="outcome">The final outcome: Approved or Declined.</param>
    /// <exception cref="ArgumentOutOfRangeException">The outcome is neither Approved nor Declined.</exception>
    /// <exception cref="InvalidOperationException">The provider does not have such a pending transaction.</exception>
    public void Finish(TransactionReference transaction, PaymentOutcome outcome)
    {
        if (outcome is not (PaymentOutcome.Approved or PaymentOutcome.Declined))
        {
            throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "must be Approved or Declined.");
        }

        _adapter.Finish(transaction, outcome);
    }

    private FakePaymentGateway Queue(PaymentOperation? operation, Func<PaymentRequest, FakeAnswer> answer)
    {
        _adapter.Script.Enqueue(operation, answer);
        return this;
    }
}
