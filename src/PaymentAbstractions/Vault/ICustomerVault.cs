namespace PaymentAbstractions;

/// <summary>Optional capability: keeps customers and their payment methods at the provider. Moves no money.</summary>
/// <remarks>Thread-safe. Ask the gateway with <c>TryGet</c>.</remarks>
public interface ICustomerVault
{
    /// <summary>Creates the customer, or updates the one with that id. May be repeated safely.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Whether the provider holds the customer now.</returns>
    /// <exception cref="PaymentRequestException">The customer cannot be sent; nothing was.</exception>
    Task<VaultResult> UpsertCustomerAsync(Customer customer, CancellationToken cancellationToken = default);

    /// <summary>Stores a payment method for a customer.</summary>
    /// <param name="request">Which method, for which customer.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>The id to pay with, as <see cref="PaymentMethod.Stored"/> takes it.</returns>
    /// <exception cref="PaymentRequestException">The method cannot be sent; nothing was.</exception>
    Task<VaultResult> StorePaymentMethodAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    );
}
