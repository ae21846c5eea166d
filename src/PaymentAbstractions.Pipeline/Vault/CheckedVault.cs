namespace PaymentAbstractions;

/// <summary>Wraps a provider's vault and validates each request before it is sent, with the rules for payments.</summary>
internal sealed class CheckedVault(ConfiguredGateway gateway, ICustomerVault inner) : ICustomerVault
{
    public Task<VaultResult> UpsertCustomerAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        ThrowIfUnsupported(VaultOperation.UpsertCustomer);
        gateway.ThrowIfInvalid(customer);
        return inner.UpsertCustomerAsync(customer, cancellationToken);
    }

    public Task<VaultCustomer?> GetCustomerAsync(string customerId, CancellationToken cancellationToken = default)
    {
        Check(VaultOperation.GetCustomer, customerId);
        return inner.GetCustomerAsync(customerId, cancellationToken);
    }

    public IAsyncEnumerable<VaultCustomer> ListCustomersAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfUnsupported(VaultOperation.ListCustomers);
        return inner.ListCustomersAsync(cancellationToken);
    }

    public Task<VaultResult> DeleteCustomerAsync(string customerId, CancellationToken cancellationToken = default)
    {
        Check(VaultOperation.DeleteCustomer, customerId);
        return inner.DeleteCustomerAsync(customerId, cancellationToken);
    }

    public Task<VaultResult> StorePaymentMethodAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIfUnsupported(VaultOperation.StorePaymentMethod);
        gateway.ThrowIfInvalid(request);
        return inner.StorePaymentMethodAsync(request, cancellationToken);
    }

    public Task<VaultPaymentMethod?> GetPaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    )
    {
        Check(VaultOperation.GetPaymentMethod, customerId, paymentMethodId);
        return inner.GetPaymentMethodAsync(customerId, paymentMethodId, cancellationToken);
    }

    public IAsyncEnumerable<VaultPaymentMethod> ListPaymentMethodsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    )
    {
        Check(VaultOperation.ListPaymentMethods, customerId);
        return inner.ListPaymentMethodsAsync(customerId, cancellationToken);
    }

    public Task<VaultResult> UpdatePaymentMethodAsync(
        UpdatePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        ThrowIfUnsupported(VaultOperation.UpdatePaymentMethod);
        gateway.ThrowIfInvalid(request);
        return request is { Token: null, ExpiryYear: null, ExpiryMonth: null, BillingAddress: null }
            ? throw new PaymentRequestException(
                nameof(request),
                "changes nothing; set a token, an expiry or a billing address."
            )
            : inner.UpdatePaymentMethodAsync(request, cancellationToken);
    }

    public Task<VaultResult> RemovePaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    )
    {
        Check(VaultOperation.RemovePaymentMethod, customerId, paymentMethodId);
        return inner.RemovePaymentMethodAsync(customerId, paymentMethodId, cancellationToken);
    }

    public Task<VaultResult> SetDefaultPaymentMethodAsync(
        string customerId,
        string paymentMethodId,
        CancellationToken cancellationToken = default
    )
    {
        Check(VaultOperation.SetDefaultPaymentMethod, customerId, paymentMethodId);
        return inner.SetDefaultPaymentMethodAsync(customerId, paymentMethodId, cancellationToken);
    }

    private void Check(VaultOperation operation, string customerId)
    {
        ArgumentNullException.ThrowIfNull(customerId);
        ThrowIfUnsupported(operation);
        gateway.ThrowIfInvalid(new Customer { Id = customerId });
    }

    private void Check(VaultOperation operation, string customerId, string paymentMethodId)
    {
        ArgumentNullException.ThrowIfNull(customerId);
        ArgumentNullException.ThrowIfNull(paymentMethodId);
        ThrowIfUnsupported(operation);
        gateway.ThrowIfInvalid(
            new UpdatePaymentMethodRequest { CustomerId = customerId, PaymentMethodId = paymentMethodId }
        );
    }

    private void ThrowIfUnsupported(VaultOperation operation)
    {
        if (gateway.Capabilities.Vault?.Supports(operation) != true)
        {
            throw new PaymentRequestException(
                operation.ToString(),
                $"The gateway '{gateway.Name}' does not support the vault operation {operation}; see GatewayCapabilities.Vault."
            );
        }
    }
}
