namespace PaymentAbstractions;

/// <summary>One contract for every payment provider; the configuration determines which provider is used.</summary>
/// <remarks>
/// <para>Implementations are thread-safe and live as long as the process.</para>
/// <para>
/// What a provider or a network does is a result, never an exception. <see cref="PaymentRequestException"/> reports all mistakes of the
/// request at once, before anything is sent. A canceled token ends the wait, not the exchange: before anything is sent, the method throws
/// <see cref="OperationCanceledException"/>; afterwards it returns <see cref="PaymentOutcome.Unknown"/> at once while the exchange
/// continues. It waits only for an outcome that is being recorded.
/// </para>
/// <para>There are no default implementations, so that NSubstitute fakes answer every member.</para>
/// </remarks>
public interface IPaymentGateway
{
    /// <summary>The configured name, for example <c>cards_eu</c>.</summary>
    string Name { get; }

    /// <summary>What the gateway can do.</summary>
    GatewayCapabilities Capabilities { get; }

    /// <summary>Charges a payment method at once.</summary>
    /// <param name="request">What to charge.</param>
    /// <param name="cancellationToken">A token that ends the wait for the result.</param>
    /// <returns>The proven outcome of the sale.</returns>
    /// <exception cref="PaymentRequestException">The request is not valid; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was canceled before this call sent anything, and this call will not send anything. An earlier call with the key may have.
    /// </exception>
    Task<PaymentResult> SaleAsync(SaleRequest request, CancellationToken cancellationToken = default);

    /// <summary>Holds money for a later capture.</summary>
    /// <param name="request">What to hold.</param>
    /// <param name="cancellationToken">A token that ends the wait for the result.</param>
    /// <returns>The proven outcome of the authorization.</returns>
    /// <exception cref="PaymentRequestException">The request is not valid; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was canceled before this call sent anything, and this call will not send anything. An earlier call with the key may have.
    /// </exception>
    Task<PaymentResult> AuthorizeAsync(AuthorizeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Takes money that an authorization holds.</summary>
    /// <param name="request">The authorization and the amount.</param>
    /// <param name="cancellationToken">A token that ends the wait for the result.</param>
    /// <returns>The proven outcome of the capture.</returns>
    /// <exception cref="PaymentRequestException">The request is not valid; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was canceled before this call sent anything, and this call will not send anything. An earlier call with the key may have.
    /// </exception>
    Task<PaymentResult> CaptureAsync(CaptureRequest request, CancellationToken cancellationToken = default);

    /// <summary>Cancels a transaction before it is settled.</summary>
    /// <param name="request">The transaction, and what to do if it is already settled.</param>
    /// <param name="cancellationToken">A token that ends the wait for the result.</param>
    /// <returns>The proven outcome; <see cref="PaymentResult.PerformedAs"/> shows whether it became a refund.</returns>
    /// <exception cref="PaymentRequestException">The request is not valid; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was canceled before this call sent anything, and this call will not send anything. An earlier call with the key may have.
    /// </exception>
    Task<PaymentResult> VoidAsync(VoidRequest request, CancellationToken cancellationToken = default);

    /// <summary>Refunds a transaction, in full or in part.</summary>
    /// <param name="request">The transaction and the amount.</param>
    /// <param name="cancellationToken">A token that ends the wait for the result.</param>
    /// <returns>The proven outcome; <see cref="PaymentResult.PerformedAs"/> shows whether it became a void.</returns>
    /// <exception cref="PaymentRequestException">The request is not valid; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was canceled before this call sent anything, and this call will not send anything. An earlier call with the key may have.
    /// </exception>
    Task<PaymentResult> RefundAsync(RefundRequest request, CancellationToken cancellationToken = default);

    /// <summary>Pays out money that is not linked to a sale.</summary>
    /// <param name="request">The recipient and the amount.</param>
    /// <param name="cancellationToken">A token that ends the wait for the result.</param>
    /// <returns>The proven outcome of the credit.</returns>
    /// <exception cref="PaymentRequestException">The request is not valid; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">
    /// The token was canceled before this call sent anything, and this call will not send anything. An earlier call with the key may have.
    /// </exception>
    Task<PaymentResult> CreditAsync(CreditRequest request, CancellationToken cancellationToken = default);

    /// <summary>Looks up a transaction by its reference, or by what is known about an unresolved attempt. Moves no money.</summary>
    /// <param name="request">What to look for.</param>
    /// <param name="cancellationToken">A token that cancels the look-up.</param>
    /// <returns>What the provider proves.</returns>
    /// <exception cref="PaymentRequestException">The request is not valid; nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <remarks>
    /// When the attempt is unresolved in the journal and no call is working on it, a final result causes another look-up with the recorded
    /// attempt, and the journal records what that proves. This sends further requests to the provider.
    /// </remarks>
    Task<FindResult> FindAsync(FindRequest request, CancellationToken cancellationToken = default);

    /// <summary>Gets an optional capability, such as <see cref="ICustomerVault"/>. Prefer the extension method <c>TryGet</c>.</summary>
    /// <param name="serviceType">The type of the capability.</param>
    /// <returns>The capability, or <see langword="null"/> when the gateway does not have it.</returns>
    object? GetService(Type serviceType);
}
