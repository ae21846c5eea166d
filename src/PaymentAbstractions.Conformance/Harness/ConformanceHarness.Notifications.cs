namespace PaymentAbstractions.Conformance;

public abstract partial class ConformanceHarness
{
    /// <summary>What an application hands the notifications of <see cref="Gateway"/> to. Needed where the gateway reads notifications.</summary>
    public virtual IPaymentNotifications Notifications => throw Missing(nameof(Notifications));

    /// <summary>
    /// What the provider would post of its own accord about a transaction, written from its documentation and without the adapter's code.
    /// Needed where <see cref="GatewayCapabilities.Notifications"/> is claimed.
    /// </summary>
    /// <param name="transactionId">The provider's id of the transaction, or a text that none can be: escape it as the format needs.</param>
    /// <param name="claimed">What the notification says became of it, true or not: approved or declined.</param>
    /// <returns>The request; default null, for a provider that notifies of nothing.</returns>
    public virtual ReceivedNotification? NotificationOf(string transactionId, PaymentOutcome claimed) => null;
}
