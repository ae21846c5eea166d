namespace PaymentAbstractions;

/// <summary>
/// Optional capability: lists the payment methods that a picker can show for an amount. Moves no money and records nothing. Ask the gateway
/// with <c>TryGet</c>; <see cref="GatewayCapabilities.PaymentMethodCatalog"/> says whether there is one.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public interface IPaymentMethodCatalog
{
    /// <summary>Lists the payment methods for an amount. May be repeated safely.</summary>
    /// <param name="query">The amount, and what is known of the customer.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>
    /// The methods in the order in which the provider wants them shown; none when it offers none. A method comes more than once when it is
    /// offered with several features.
    /// </returns>
    /// <exception cref="PaymentRequestException">The query cannot be sent; nothing was. All problems are listed.</exception>
    /// <exception cref="PaymentReadException">The methods cannot be read.</exception>
    Task<ValueList<PaymentMethodOffer>> ListAsync(
        PaymentMethodQuery query,
        CancellationToken cancellationToken = default
    );
}
