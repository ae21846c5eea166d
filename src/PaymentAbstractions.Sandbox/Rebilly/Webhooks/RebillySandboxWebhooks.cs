using PaymentAbstractions.Sandbox.Rebilly;

namespace PaymentAbstractions.Sandbox;

/// <summary>The webhooks of a <see cref="RebillySandbox"/>: who receives them, what was sent, and what goes wrong with the next ones.</summary>
/// <remarks>
/// <para>
/// Raised by itself: <c>transaction-processed</c> and <c>transaction-declined</c> for a result that is known at once;
/// <c>offsite-payment-completed</c>, together with one of these two where it applies, when the customer's approval or an offsite payment
/// ends; <c>waiting-gateway-transaction-completed</c> alone when a wait for the gateway or in a queue ends; <c>transaction-timeout-resolved</c>
/// alone when a time-out, a broken connection or a transaction never sent is resolved; <c>transaction-refunded</c>,
/// <c>transaction-partially-refunded</c> and <c>transaction-voided</c> for the original transaction when a refund or void is approved, beside
/// the event of the wait that it ended; <c>customer-redirected-offsite</c> each time the approval page opens for a choice;
/// <c>customer-returned</c> when the customer is sent to the <c>redirectUrl</c>. Unverified: the documents do not say which
/// events come together. A result that an update records for an open transaction counts as its end; canceled and abandoned
/// transactions raise nothing but the end of their wait. Payout requests raise <c>payout-request-created</c>, <c>-modified</c>, also when a
/// credit pays a part, <c>-fulfilled</c> and <c>-canceled</c>; a delivery then has the id of the payout request in the place of a transaction's. <see cref="Send"/> raises all others.
/// </para>
/// <para>
/// The body shows the transaction as it was at the time of the event. A webhook is sent at once by a background task and may arrive before
/// the answer to the request that caused it; up to 8 are under way at a time, in no order. Each try may take 10 seconds. A
/// <c>notificationUrl</c> is called with POST, without a body (unverified) and with the default retries, when a time-out, a broken connection
/// or an offsite wait ends, and counts as a webhook of the event type <c>notificationUrl</c>. Delays are real time, not
/// <see cref="ProviderSandbox.Clock"/>. A failure to deliver fails nothing else. Disposing the sandbox drops what is not delivered.
/// </para>
/// <para>All members are safe for use by several threads.</para>
/// </remarks>
public sealed class RebillySandboxWebhooks
{
    private readonly WebhookQueue _queue;
    private readonly Action<string, string> _send;

    internal RebillySandboxWebhooks(WebhookQueue queue, Action<string, string> send)
    {
        _queue = queue;
        _send = send;
    }

    /// <summary>A snapshot of the last 10,000 tries, in the order in which they ended.</summary>
    public IReadOnlyList<RebillySandboxDelivery> Deliveries => _queue.Deliveries;

    /// <summary>Adds a receiver, which gets the events from now on.</summary>
    /// <param name="webhook">The receiver. It must not be changed afterwards.</param>
    /// <exception cref="ArgumentException">
    /// The address is not http or https, the method is none of the five, the user name is missing, a header or the content type is malformed, or
    /// the attempts or the time between them are out of range.
    /// </exception>
    public void Add(RebillySandboxWebhook webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        _queue.Add(webhook);
    }

    /// <summary>Loses the next webhooks: they are never sent. What is queued already is not lost.</summary>
    /// <param name="count">How many, one for each receiver of an event; it replaces what was left of an earlier count.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public void Lose(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _queue.Lose(count);
    }

    /// <summary>
    /// Sends each of the next webhooks twice, also after a 2xx answer; each time with all its tries. What is queued already is not repeated.
    /// </summary>
    /// <param name="count">
    /// How many, one for each receiver of an event, not counting lost ones; it replaces what was left of an earlier count.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public void Repeat(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _queue.Repeat(count);
    }

    /// <summary>Keeps back the webhooks that come, until <see cref="Release"/>. What is under way goes on.</summary>
    public void Hold() => _queue.Hold();

    /// <summary>Sends what was held, one after another, each with all its tries before the next, and holds nothing more.</summary>
    /// <param name="reversed">Whether the newest is sent first, so that later ones overtake earlier ones.</param>
    public void Release(bool reversed = false) => _queue.Release(reversed);

    /// <summary>Waits until nothing is queued or under way. What is held does not count.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when all webhooks are delivered, or given up.</returns>
    public Task WhenDeliveredAsync(CancellationToken cancellationToken = default) =>
        _queue.WhenDeliveredAsync(cancellationToken);

    /// <summary>Queues an event by hand, for the event types that the sandbox does not raise by itself.</summary>
    /// <remarks>The body has the transaction as it is now, without the further members of refunds and redirected customers.</remarks>
    /// <param name="transactionId">A transaction of any organization.</param>
    /// <param name="eventType">The event type, for example <c>transaction-discrepancy-found</c>. It is not checked.</param>
    /// <exception cref="ArgumentException"><paramref name="eventType"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">There is no such transaction.</exception>
    public void Send(string transactionId, string eventType)
    {
        ArgumentNullException.ThrowIfNull(transactionId);
        ArgumentException.ThrowIfNullOrEmpty(eventType);
        _send(transactionId, eventType);
    }
}
