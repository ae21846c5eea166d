namespace PaymentAbstractions.Conformance;

public abstract partial class ConformanceHarness
{
    /// <summary>
    /// The service to which an application passes the notifications of <see cref="Gateway"/>. Required if the gateway reads notifications.
    /// </summary>
    public virtual IPaymentNotifications Notifications => throw Missing(nameof(Notifications));

    /// <summary>
    /// The notification that the provider would send about a transaction, written from its documentation and without the adapter's code.
    /// Required if <see cref="GatewayCapabilities.Notifications"/> is claimed.
    /// </summary>
    /// <param name="transactionId">The transaction's id at the provider, or a text that cannot be an id; escape it as the format
    /// requires.</param>
    /// <param name="claimed">The outcome that the notification claims, true or not: approved or declined.</param>
    /// <returns>The request; by default <see langword="null"/>, for a provider without notifications.</returns>
    public virtual ReceivedNotification? NotificationOf(string transactionId, PaymentOutcome claimed) => null;
}
