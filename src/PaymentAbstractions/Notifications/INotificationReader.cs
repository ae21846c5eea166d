namespace PaymentAbstractions;

/// <summary>
/// Optional capability: reads what the provider posts of its own accord. Ask the gateway with <c>TryGet</c>;
/// <see cref="GatewayCapabilities.Notifications"/> says whether there is one.
/// </summary>
/// <remarks>
/// A notification says what there is to look at and proves nothing: who handles it reads the transaction again. Hand it to
/// <c>IPaymentNotifications</c>, or let <c>MapPaymentWebhooks</c> receive it. Thread-safe; sends nothing.
/// </remarks>
public interface INotificationReader
{
    /// <summary>Reads a request that the provider sent. Not trusted, whoever sent it.</summary>
    /// <param name="request">The request.</param>
    /// <returns>What there is to look at; <see langword="null"/> when that cannot be read from it.</returns>
    PaymentNotification? Read(ReceivedNotification request);
}
