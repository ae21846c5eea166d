using PaymentAbstractions.Sandbox.Rebilly;

namespace PaymentAbstractions.Sandbox;

/// <summary>
/// The webhooks of a <see cref="RebillySandbox"/>: their receivers, the deliveries, and the faults of the next deliveries.
/// </summary>
/// <remarks>
/// <para>
/// The sandbox raises these events automatically: <c>transaction-processed</c> and <c>transaction-declined</c> for a result that is known
/// immediately; <c>offsite-payment-completed</c>, together with one of these two if applicable, when the customer's approval or an offsite
/// payment ends; only <c>waiting-gateway-transaction-completed</c> when a wait for the gateway or in a queue ends; only
/// <c>transaction-timeout-resolved</c> when a timeout, a broken connection or a transaction that was never sent is resolved;
/// <c>transaction-refunded</c>, <c>transaction-partially-refunded</c> and <c>transaction-voided</c> for the original transaction when a
/// refund or void is approved, in addition to the event of the wait that it ended; <c>customer-redirected-offsite</c> each time the
/// approval page is opened for a choice; <c>customer-returned</c> when the customer is sent to the <c>redirectUrl</c>. Unverified: the
/// documentation does not specify which events are raised together. A result that an update records for an open transaction counts as its
/// end; canceled and abandoned transactions only raise the end of their wait. Payout requests raise <c>payout-request-created</c>,
/// <c>-modified</c> (also when a credit pays a part), <c>-fulfilled</c> and <c>-canceled</c>; a delivery then contains the id of the payout
/// request instead of a transaction's. <see cref="Send"/> raises all other events.
/// </para>
/// <para>
/// The body shows the transaction as it was at the time of the event. A webhook is sent immediately by a background task and may arrive
/// before the answer to the request that caused it; up to 8 are sent concurrently, in any order. Each attempt may take 10 seconds. A
/// <c>notificationUrl</c> is called with POST, without a body (unverified) and with the default retries, when a timeout, a broken
/// connection or an offsite wait ends, and counts as a webhook of the event type <c>notificationUrl</c>. Delays follow real time, not
/// <see cref="ProviderSandbox.Clock"/>. A failed delivery has no other effects. Disposing the sandbox drops undelivered webhooks.
/// </para>
/// <para>All members are thread-safe.</para>
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

    /// <summary>A snapshot of the last 10,000 attempts, in the order in which they ended.</summary>
    public IReadOnlyList<RebillySandboxDelivery> Deliveries => _queue.Deliveries;

    /// <summary>Adds a receiver, which receives all events from now on.</summary>
    /// <param name="webhook">The receiver. It must not be changed afterwards.</param>
    /// <exception cref="ArgumentException">
    /// The address is not http or https, the method is not one of the five, the user name is missing, a header or the content type is
    /// malformed, or the number of attempts or the time between them is out of range.
    /// </exception>
    public void Add(RebillySandboxWebhook webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        _queue.Add(webhook);
    }

    /// <summary>Loses the next webhooks: they are never sent. Queued webhooks are not affected.</summary>
    /// <param name="count">The number of webhooks, counted per receiver of an event; it replaces the rest of an earlier count.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public void Lose(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _queue.Lose(count);
    }

    /// <summary>
    /// Sends each of the next webhooks twice, even after a 2xx answer, each time with all its attempts. Queued webhooks are not affected.
    /// </summary>
    /// <param name="count">
    /// The number of webhooks, counted per receiver of an event, without lost ones; it replaces the rest of an earlier count.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public void Repeat(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _queue.Repeat(count);
    }

    /// <summary>Holds all new webhooks until <see cref="Release"/>. Current deliveries continue.</summary>
    public void Hold() => _queue.Hold();

    /// <summary>Sends the held webhooks one after another, each with all its attempts before the next one, and stops holding.</summary>
    /// <param name="reversed">Whether the newest webhook is sent first, so that later webhooks overtake earlier ones.</param>
    public void Release(bool reversed = false) => _queue.Release(reversed);

    /// <summary>Waits until no webhook is queued or being delivered. Held webhooks do not count.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>A task that completes when all webhooks have been delivered or given up.</returns>
    public Task WhenDeliveredAsync(CancellationToken cancellationToken = default) =>
        _queue.WhenDeliveredAsync(cancellationToken);

    /// <summary>Queues an event manually, for event types that the sandbox does not raise automatically.</summary>
    /// <remarks>The body contains the current transaction, without the additional members of refunds and redirected customers.</remarks>
    /// <param name="transactionId">A transaction of any organization.</param>
    /// <param name="eventType">The event type, for example <c>transaction-discrepancy-found</c>. It is not validated.</param>
    /// <exception cref="ArgumentException"><paramref name="eventType"/> is empty.</exception>
    /// <exception cref="InvalidOperationException">The transaction does not exist.</exception>
    public void Send(string transactionId, string eventType)
    {
        ArgumentNullException.ThrowIfNull(transactionId);
        ArgumentException.ThrowIfNullOrEmpty(eventType);
        _send(transactionId, eventType);
    }
}
