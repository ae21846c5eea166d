namespace PaymentAbstractions;

/// <summary>Optional capability: verifies a payment method for later use. Get it from the gateway with <c>TryGet</c>.</summary>
/// <remarks>This type is thread-safe.</remarks>
public interface IPaymentMethodSetup
{
    /// <summary>Verifies a payment method for later use.</summary>
    /// <param name="request">The payment method and the customer.</param>
    /// <param name="cancellationToken">A token that ends the wait for the result.</param>
    /// <returns>The proven outcome of the setup.</returns>
    /// <exception cref="PaymentRequestException">The request is not valid; nothing was sent.</exception>
    Task<PaymentResult> SetupAsync(SetupRequest request, CancellationToken cancellationToken = default);
}
