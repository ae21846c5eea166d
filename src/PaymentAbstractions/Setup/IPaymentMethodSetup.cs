namespace PaymentAbstractions;

/// <summary>Optional capability: verifies a payment method for later use. Ask the gateway with <c>TryGet</c>.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IPaymentMethodSetup
{
    /// <summary>Verifies a payment method for later use.</summary>
    /// <param name="request">Which method, of which customer.</param>
    /// <param name="cancellationToken">Ends the caller's waiting.</param>
    /// <returns>What is proven about the set-up.</returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
    Task<PaymentResult> SetupAsync(SetupRequest request, CancellationToken cancellationToken = default);
}
