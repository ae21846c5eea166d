namespace PaymentAbstractions.Testing;

public sealed partial class FakePaymentGateway
{
    /// <summary>Queues the provider's answer to the next request that reaches it, whatever it asks for.</summary>
    /// <param name="result">The answer.</param>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway Enqueue(PaymentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Queue(null, _ => FakeAnswer.Of(result));
    }

    /// <summary>Queues the provider's answer to the next request of an operation that reaches it.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="answer">
    /// Makes the answer. <see cref="PaymentResults.NotSent"/> is believed, because nothing is sent before; what it throws ends as Unknown.
    /// </param>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway Enqueue(PaymentOperation operation, Func<PaymentRequest, PaymentResult> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Queue(operation, request => FakeAnswer.Of(answer(request)));
    }

    /// <summary>
    /// The answer to the next request that reaches the provider is lost, as if the connection broke: the result is Unknown. A repeat
    /// of the key, and <see cref="FindAsync"/> with the attempt, look it up.
    /// </summary>
    /// <param name="moneyMoved">
    /// Whether the provider carried the request out nevertheless. If so, look-ups find the transaction; if not, they prove its absence,
    /// which is believed three minutes after the attempt. Until then a repeat is sent again where the key is honored.
    /// </param>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway EnqueueUnknown(bool moneyMoved = true) =>
        Queue(null, request => _adapter.Lose(request, moneyMoved));

    /// <summary>The next request does not reach the provider, as if no connection could be made.</summary>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway EnqueueNotSent() =>
        Queue(null, request => FakeAnswer.Of(PaymentResults.NotSent(request)));

    /// <summary>Queues the provider's answer to the next look-up: one that the test asks for, or that a repeat of a key in doubt makes.</summary>
    /// <param name="result">The answer.</param>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway EnqueueFind(FindResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _adapter.Script.EnqueueFind(result);
        return this;
    }

    /// <summary>Adds a rule. Of the rules that match a request that reaches the provider, the one added last answers.</summary>
    /// <param name="matches">Whether the rule is for the request.</param>
    /// <param name="answer">Makes the answer, as in <see cref="Enqueue(PaymentOperation, Func{PaymentRequest, PaymentResult})"/>.</param>
    /// <returns>The same gateway.</returns>
    public FakePaymentGateway When(Func<PaymentRequest, bool> matches, Func<PaymentRequest, PaymentResult> answer)
    {
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentNullException.ThrowIfNull(answer);
        _adapter.Script.AddRule(matches, request => FakeAnswer.Of(answer(request)));
        return this;
    }

    /// <summary>Settles a transaction, as the bank does overnight: from now on it can be refunded, not voided.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <exception cref="InvalidOperationException">The provider has no such transaction.</exception>
    public void Settle(TransactionReference transaction) =>
        _adapter.Books.Settle(transaction, TimeProvider.GetUtcNow());

    /// <summary>
    /// Ends a pending transaction at the provider, as the customer or the provider does in the end. A look-up, or a repeat of the key,
    /// shows it.
    /// </summary>
    /// <param name="transaction">The transaction of a result that was Pending.</param>
    /// <param name="outcome">How it ended: Approved or Declined.</param>
    /// <exception cref="ArgumentOutOfRangeException">The outcome is neither Approved nor Declined.</exception>
    /// <exception cref="InvalidOperationException">The provider has no such pending transaction.</exception>
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
