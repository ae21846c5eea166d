namespace PaymentAbstractions;

/// <summary>
/// Optional capability: lists the payment methods that a checkout can offer for an amount. It moves no money and records nothing. Get it
/// from the gateway with <c>TryGet</c>; <see cref="GatewayCapabilities.PaymentMethodCatalog"/> shows whether it exists.
/// </summary>
/// <remarks>This type is thread-safe.</remarks>
public interface IPaymentMethodCatalog
{
    /// <summary>Lists the payment methods for an amount. The call can be repeated safely.</summary>
    /// <param name="query">The amount, and what is known about the customer.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>
    /// The methods in the order in which the provider wants them shown; empty when it offers none. A method appears more than once when it
    /// is offered with several features.
    /// </returns>
    /// <exception cref="PaymentRequestException">The query is not valid; nothing was sent. The exception lists all problems.</exception>
    /// <exception cref="PaymentReadException">The methods cannot be read.</exception>
    Task<ValueList<PaymentMethodOffer>> ListAsync(
        PaymentMethodQuery query,
        CancellationToken cancellationToken = default
    );
}
