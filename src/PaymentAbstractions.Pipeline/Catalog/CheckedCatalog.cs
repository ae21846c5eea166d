namespace PaymentAbstractions;

/// <summary>Wraps a provider's catalog and validates each query before it is sent, with the rules for payments.</summary>
internal sealed class CheckedCatalog(ConfiguredGateway gateway, IPaymentMethodCatalog inner) : IPaymentMethodCatalog
{
    public Task<ValueList<PaymentMethodOffer>> ListAsync(
        PaymentMethodQuery query,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        gateway.ThrowIfInvalid(query);
        return inner.ListAsync(query, cancellationToken);
    }
}
