namespace PaymentAbstractions;

/// <summary>A provider's vault behind the rules that payments pass, so that nothing that cannot be stored is sent.</summary>
internal sealed class CheckedVault(ConfiguredGateway gateway, ICustomerVault inner) : ICustomerVault
{
    public async Task<VaultResult> UpsertCustomerAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        gateway.ThrowIfInvalid(customer);
        return await inner.UpsertCustomerAsync(customer, cancellationToken).ConfigureAwait(false);
    }

    public async Task<VaultResult> StorePaymentMethodAsync(
        StorePaymentMethodRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        gateway.ThrowIfInvalid(request);
        return await inner.StorePaymentMethodAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
