namespace PaymentAbstractions;

/// <summary>
/// Optional capability: stores customers and their payment methods at the provider. It moves no money. Get it from the gateway with
/// <c>TryGet</c>.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="GatewayCapabilities.Vault"/> shows which operations the provider has. The others are refused with a
/// <see cref="PaymentRequestException"/> before anything is sent.
/// </para>
/// <para>
/// Writes return a <see cref="VaultResult"/>, as payments do. Reads return the data or throw a <see cref="PaymentReadException"/>;
/// <see langword="null"/> means that the provider does not know it.
/// </para>
/// <para>
/// Customers have the same id at every gateway whose <see cref="VaultCapabilities.OwnCustomerIds"/> is <see langword="true"/>. Ids of
/// payment methods are always the provider's: store them together with the account of the gateway.
/// </para>
/// <para>This type is thread-safe.</para>
/// </remarks>
public interface ICustomerVault
{
    /// <summary>
    /// Creates the customer, or updates the customer with that id. Values that are not given do not change. The call can be repeated
    /// safely.
    /// </summary>
    /// <param name="customer">The customer. <see cref="Customer.CreateOrUpdate"/> is ignored.</param>
    /// <param name="cancellationToken">A token that cancels the exchange.</param>
    /// <returns>Whether the provider stores the customer now.</returns>
    /// <exception cref="PaymentRequestException">The customer is not valid; nothing was sent.</exception>
    Task<VaultResult> UpsertCustomerAsync(Customer customer, CancellationToken cancellationToken = default);

    /// <summary>Reads a customer.</summary>
    /// <param name="customerId">The id of the customer, as payment requests name it.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The customer; <see langword="null"/> when the provider does not know it.</returns>
    /// <exception cref="PaymentRequestException">The id is not valid; nothing was sent.</exception>
    /// <exception cref="PaymentReadException">The customer cannot be read.</exception>
    Task<VaultCustomer?> GetCustomerAsync(string customerId, CancellationToken cancellationToken = default);

    /// <summary>Lists all customers of the account. Pages are read as the list is enumerated.</summary>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The customers, each once. A customer that is stored or deleted during the enumeration may be missing.</returns>
    /// <exception cref="PaymentRequestException">The provider has no such list; nothing was sent.</exception>
    /// <exception cref="PaymentReadException">A page cannot be read. The customers before it have been returned.</exception>
    IAsyncEnumerable<VaultCustomer> ListCustomersAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes a customer and everything that is stored for it. Resolve its unresolved payments and make its refunds first: if the provider
    /// needs the customer or its card for them, they may be impossible afterwards.
    /// </summary>
    /// <param name="customerId">The id of the customer, as payment requests name it.</param>
    /// <param name="cancellationToken">A token that cancels the exchange.</param>
    /// <returns>
    /// Whether the customer is deleted; Rejected with <see cref="PaymentReason.NotFound"/> when the provider does not know it.
    /// </returns>
    /// <exception cref="PaymentRequestException">
    /// The provider cannot delete customers, or the id is not valid; nothing was sent.
    /// </exception>
    Task<VaultResult> DeleteCustomerAsync(string customerId, CancellationToken cancellationToken = default);

    /// <summary>Stores a payment method for a customer.</summary>
    /// <param name="request">The payment method and the customer.</param>
    /// <param name="cancellationToken">A token that cancels the exchange.</param>
    /// <returns>The id to pay with, for <see cref="PaymentMethod.Stored"/>.</returns>
    /// <exception cref="PaymentRequestException">The method is not valid; nothing was sent.</exception>
    Task<VaultResult> StorePaymentMethodAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads a stored payment method.</summary>
    /// <param name="customerId">The id of the customer, as payment requests name it.</param>
    /// <param name="paymentMethodId">The provider's id of the method.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The method; <see langword="null"/> when the customer has no such method.</returns>
    /// <exception cref="PaymentRequestException">An id is not valid; nothing was sent.</exception>
    /// <exception cref="PaymentReadException">The method cannot be read.</exception>
    Task<VaultPaymentMethod?> GetPaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the payment methods of a customer.</summary>
    /// <param name="customerId">The id of the customer, as payment requests name it.</param>
    /// <param name="cancellationToken">A token that cancels the read.</param>
    /// <returns>The methods, each once; empty when the provider does not know the customer.</returns>
    /// <exception cref="PaymentRequestException">The id is not valid; nothing was sent.</exception>
    /// <exception cref="PaymentReadException">A page cannot be read. The methods before it have been returned.</exception>
    IAsyncEnumerable<VaultPaymentMethod> ListPaymentMethodsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Changes the stored data of a payment method, for example the expiry date of a card. The call can be repeated safely.
    /// </summary>
    /// <param name="request">The changes.</param>
    /// <param name="cancellationToken">A token that cancels the exchange.</param>
    /// <returns>
    /// Whether the method is changed; Rejected with <see cref="PaymentReason.NotFound"/> when the customer has no such method.
    /// </returns>
    /// <exception cref="PaymentRequestException">
    /// The provider cannot change methods, or the request is not valid; nothing was sent.
    /// </exception>
    Task<VaultResult> UpdatePaymentMethodAsync(
        UpdatePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Deletes a payment method, or deactivates it permanently if the provider keeps it. Afterwards, it cannot be charged, and refunds to
    /// it are not possible if they are credits to the card.
    /// </summary>
    /// <param name="customerId">The id of the customer, as payment requests name it.</param>
    /// <param name="paymentMethodId">The provider's id of the method.</param>
    /// <param name="cancellationToken">A token that cancels the exchange.</param>
    /// <returns>
    /// Whether the method is removed; Rejected with <see cref="PaymentReason.NotFound"/> when the customer has no such method.
    /// </returns>
    /// <exception cref="PaymentRequestException">An id is not valid; nothing was sent.</exception>
    Task<VaultResult> RemovePaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    );

    /// <summary>Makes a payment method the customer's default, which <see cref="CustomerDefaultPaymentMethod"/> charges.</summary>
    /// <param name="customerId">The id of the customer, as payment requests name it.</param>
    /// <param name="paymentMethodId">The provider's id of the method.</param>
    /// <param name="cancellationToken">A token that cancels the exchange.</param>
    /// <returns>Whether the method is the default now.</returns>
    /// <exception cref="PaymentRequestException">The provider has no default method, or an id is not valid; nothing was sent.</exception>
    Task<VaultResult> SetDefaultPaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    );
}
