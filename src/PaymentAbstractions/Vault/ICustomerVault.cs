namespace PaymentAbstractions;

/// <summary>
/// Optional capability: keeps customers and their payment methods at the provider. Moves no money. Ask the gateway with <c>TryGet</c>.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="GatewayCapabilities.Vault"/> tells which operations the provider has. The others are refused with a
/// <see cref="PaymentRequestException"/> before anything is sent.
/// </para>
/// <para>
/// What is written ends with a <see cref="VaultResult"/>, as payments do. What is read is returned, or a
/// <see cref="PaymentReadException"/> says why it cannot be read; <see langword="null"/> means that the provider does not know it.
/// </para>
/// <para>
/// Customers have the same id at every gateway where <see cref="VaultCapabilities.OwnCustomerIds"/> is true. The ids of payment methods
/// are always the provider's: keep them together with the account of the gateway.
/// </para>
/// <para>Thread-safe.</para>
/// </remarks>
public interface ICustomerVault
{
    /// <summary>
    /// Creates the customer, or updates the one with that id. What the customer does not give stays as it is stored. May be repeated safely.
    /// </summary>
    /// <param name="customer">The customer. <see cref="Customer.CreateOrUpdate"/> has no meaning here.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Whether the provider holds the customer now.</returns>
    /// <exception cref="PaymentRequestException">The customer cannot be sent; nothing was.</exception>
    Task<VaultResult> UpsertCustomerAsync(Customer customer, CancellationToken cancellationToken = default);

    /// <summary>Reads a customer.</summary>
    /// <param name="customerId">The id of the customer, as payments name it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The customer; <see langword="null"/> when the provider does not know it.</returns>
    /// <exception cref="PaymentRequestException">The id cannot be sent; nothing was.</exception>
    /// <exception cref="PaymentReadException">The customer cannot be read.</exception>
    Task<VaultCustomer?> GetCustomerAsync(string customerId, CancellationToken cancellationToken = default);

    /// <summary>Lists every customer of the account, page by page while the list is read.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The customers, each once. A customer that is stored or deleted meanwhile may be missing or not.</returns>
    /// <exception cref="PaymentRequestException">The provider has no such list; nothing was sent.</exception>
    /// <exception cref="PaymentReadException">A page cannot be read. The customers before it were listed.</exception>
    IAsyncEnumerable<VaultCustomer> ListCustomersAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes a customer with everything that is stored of it. Afterwards a payment in doubt may be impossible to look up, and what was
    /// settled to give back, where the provider needs the customer or its card for that: settle those first.
    /// </summary>
    /// <param name="customerId">The id of the customer, as payments name it.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Whether it is deleted; Rejected with <see cref="PaymentReason.NotFound"/> when the provider does not know it.</returns>
    /// <exception cref="PaymentRequestException">The provider cannot delete customers, or the id cannot be sent; nothing was.</exception>
    Task<VaultResult> DeleteCustomerAsync(string customerId, CancellationToken cancellationToken = default);

    /// <summary>Stores a payment method for a customer.</summary>
    /// <param name="request">Which method, for which customer.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>The id to pay with, as <see cref="PaymentMethod.Stored"/> takes it.</returns>
    /// <exception cref="PaymentRequestException">The method cannot be sent; nothing was.</exception>
    Task<VaultResult> StorePaymentMethodAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads a stored payment method.</summary>
    /// <param name="customerId">The id of the customer, as payments name it.</param>
    /// <param name="paymentMethodId">The provider's id of the method.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The method; <see langword="null"/> when the customer has no such method.</returns>
    /// <exception cref="PaymentRequestException">An id cannot be sent; nothing was.</exception>
    /// <exception cref="PaymentReadException">The method cannot be read.</exception>
    Task<VaultPaymentMethod?> GetPaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the payment methods of a customer.</summary>
    /// <param name="customerId">The id of the customer, as payments name it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The methods, each once; none when the provider does not know the customer.</returns>
    /// <exception cref="PaymentRequestException">The id cannot be sent; nothing was.</exception>
    /// <exception cref="PaymentReadException">A page cannot be read. The methods before it were listed.</exception>
    IAsyncEnumerable<VaultPaymentMethod> ListPaymentMethodsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Changes what is stored of a payment method, for example the expiry of a card. May be repeated safely.</summary>
    /// <param name="request">What to change.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Whether it is changed; Rejected with <see cref="PaymentReason.NotFound"/> when the customer has no such method.</returns>
    /// <exception cref="PaymentRequestException">The provider cannot change methods, or the request cannot be sent; nothing was.</exception>
    Task<VaultResult> UpdatePaymentMethodAsync(
        UpdatePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Deletes a payment method, or deactivates it for good where the provider keeps it. Nothing can be charged to it afterwards, and where a
    /// refund is a credit to the card, nothing can be refunded to it.
    /// </summary>
    /// <param name="customerId">The id of the customer, as payments name it.</param>
    /// <param name="paymentMethodId">The provider's id of the method.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Whether it is gone; Rejected with <see cref="PaymentReason.NotFound"/> when the customer has no such method.</returns>
    /// <exception cref="PaymentRequestException">An id cannot be sent; nothing was.</exception>
    Task<VaultResult> RemovePaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Makes a payment method the customer's default, which <see cref="CustomerDefaultPaymentMethod"/> charges.</summary>
    /// <param name="customerId">The id of the customer, as payments name it.</param>
    /// <param name="paymentMethodId">The provider's id of the method.</param>
    /// <param name="cancellationToken">Ends the exchange.</param>
    /// <returns>Whether it is the default now.</returns>
    /// <exception cref="PaymentRequestException">The provider has no default, or an id cannot be sent; nothing was.</exception>
    Task<VaultResult> SetDefaultPaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    );
}
