namespace PaymentAbstractions;

/// <summary>
/// Handles notifications from providers. Their content is not trusted: the transaction is read again and recorded like any look-up, and a
/// proven change reaches <see cref="IPaymentResolutionHandler"/> at least once.
/// </summary>
/// <remarks>
/// <para>
/// Thread-safe. Notifications of one transaction are handled one at a time, and waiting ones share one reading, so their order does not
/// matter. A notification of a payment that is still in progress waits for it, up to 10 seconds. Handling a notification never sends a
/// payment.
/// </para>
/// <para>
/// A transaction that the journal does not know is read at most once, only while it could belong to an unresolved payment of that gateway,
/// and only within <c>Payments:Recovery:MaxChecksPerMinute</c>.
/// </para>
/// </remarks>
public interface IPaymentNotifications
{
    /// <summary>Handles a notification from an authenticated sender.</summary>
    /// <param name="gateway">The configured name of the gateway, or an earlier one.</param>
    /// <param name="notification">The notification, as read by an <see cref="INotificationReader"/> of that gateway.</param>
    /// <param name="cancellationToken">Cancels the wait; work in progress continues.</param>
    /// <returns>How it was handled. Unless it is deferred, the provider need not send it again.</returns>
    /// <exception cref="PaymentConfigurationException">No gateway has this name.</exception>
    Task<NotificationResult> HandleAsync(
        string gateway,
        PaymentNotification notification,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Handles a notification from an unauthenticated sender, such as a post to <see cref="PaymentMethodRequest.NotificationUrl"/>. The
    /// transaction is read only when its payment is unresolved, and only within <c>Payments:Recovery:MaxChecksPerMinute</c>.
    /// </summary>
    /// <param name="gateway">The configured name of the gateway, or an earlier one.</param>
    /// <param name="hint">The notification, as read by an <see cref="INotificationReader"/> of that gateway.</param>
    /// <param name="cancellationToken">Cancels the wait; work in progress continues.</param>
    /// <returns>How it was handled.</returns>
    /// <exception cref="PaymentConfigurationException">No gateway has this name.</exception>
    Task<NotificationResult> HandleHintAsync(
        string gateway,
        PaymentNotification hint,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Returns the state of a payment whose customer has come back. An unresolved payment is looked up first, within
    /// <c>Payments:Recovery:MaxChecksPerMinute</c>, because anyone can open the return page.
    /// </summary>
    /// <param name="gateway">The configured name of the gateway that started the payment, or an earlier one.</param>
    /// <param name="key">The key of the payment.</param>
    /// <param name="cancellationToken">Cancels the wait; work in progress continues.</param>
    /// <returns>The result that a repeat of the key would return; <see langword="null"/> when nothing was sent under the key.</returns>
    /// <exception cref="PaymentConfigurationException">No gateway has this name.</exception>
    Task<PaymentResult?> ReadReturnAsync(
        string gateway,
        IdempotencyKey key,
        CancellationToken cancellationToken = default
    );
}
