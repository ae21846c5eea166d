namespace PaymentAbstractions;

/// <summary>A provider's catalog behind the rules that payments pass, so that no query is sent that cannot be right.</summary>
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
