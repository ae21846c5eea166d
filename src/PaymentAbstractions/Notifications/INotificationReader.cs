namespace PaymentAbstractions;

/// <summary>
/// Optional capability: reads the notifications that the provider sends. Get it from the gateway with <c>TryGet</c>;
/// <see cref="GatewayCapabilities.Notifications"/> shows whether it exists.
/// </summary>
/// <remarks>
/// A notification only points to a transaction and proves nothing: its handler must read the transaction again. Pass it to
/// <c>IPaymentNotifications</c>, or let <c>MapPaymentWebhooks</c> receive it. This type is thread-safe and sends nothing.
/// </remarks>
public interface INotificationReader
{
    /// <summary>Reads a request from the provider. The request is not trusted, regardless of its sender.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The notification; <see langword="null"/> when the request does not contain one.</returns>
    PaymentNotification? Read(ReceivedNotification request);
}
