namespace PaymentAbstractions;

/// <summary>
/// Takes what a provider notifies: nothing of it is believed. The transaction is read again, recorded like any look-up, and what that
/// proves reaches <see cref="IPaymentResolutionHandler"/> at least once.
/// </summary>
/// <remarks>
/// <para>
/// Thread-safe. The notifications of one transaction are looked at one after the other, and those that wait share one reading, so that what
/// overtakes another does no harm. A notification of a payment that is still under way waits for it, for up to 10 seconds. It never sends a
/// payment.
/// </para>
/// <para>
/// A transaction that the journal does not know is read at most once, only while a payment of that gateway is in doubt that it may be, and
/// only as far as <c>Payments:Recovery:MaxChecksPerMinute</c> goes.
/// </para>
/// </remarks>
public interface IPaymentNotifications
{
    /// <summary>Handles a notification whose sender was authenticated.</summary>
    /// <param name="gateway">The configured name of the gateway, or a former one.</param>
    /// <param name="notification">What an <see cref="INotificationReader"/> of that gateway read.</param>
    /// <param name="cancellationToken">Ends the waiting; what was begun goes on.</param>
    /// <returns>What became of it. Unless it is deferred, the provider needs not send it again.</returns>
    /// <exception cref="PaymentConfigurationException">There is no such gateway.</exception>
    Task<NotificationResult> HandleAsync(
        string gateway,
        PaymentNotification notification,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Handles what anybody may have sent, such as a post to <see cref="PaymentMethodRequest.NotificationUrl"/>: a transaction is read only
    /// when its payment is in doubt, and only as far as <c>Payments:Recovery:MaxChecksPerMinute</c> goes.
    /// </summary>
    /// <param name="gateway">The configured name of the gateway, or a former one.</param>
    /// <param name="hint">What an <see cref="INotificationReader"/> of that gateway read.</param>
    /// <param name="cancellationToken">Ends the waiting; what was begun goes on.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="PaymentConfigurationException">There is no such gateway.</exception>
    Task<NotificationResult> HandleHintAsync(
        string gateway,
        PaymentNotification hint,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Tells what is known of a payment whose customer has come back. One in doubt is looked up first, as far as
    /// <c>Payments:Recovery:MaxChecksPerMinute</c> goes: anybody can open the page that the customer returns to.
    /// </summary>
    /// <param name="gateway">The configured name of the gateway that it was started at, or a former one.</param>
    /// <param name="key">The key of the payment.</param>
    /// <param name="cancellationToken">Ends the waiting; what was begun goes on.</param>
    /// <returns>What a repeat of the key would be answered; <see langword="null"/> when nothing was sent under the key.</returns>
    /// <exception cref="PaymentConfigurationException">There is no such gateway.</exception>
    Task<PaymentResult?> ReadReturnAsync(
        string gateway,
        IdempotencyKey key,
        CancellationToken cancellationToken = default
    );
}
