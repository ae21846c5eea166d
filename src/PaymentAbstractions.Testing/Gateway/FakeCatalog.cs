namespace PaymentAbstractions.Testing;

/// <summary>The payment methods of a fake gateway. The pipeline validates queries, as for every provider.</summary>
internal sealed class FakeCatalog(FakePaymentGateway gateway) : IPaymentMethodCatalog
{
    public Task<ValueList<PaymentMethodOffer>> ListAsync(
        PaymentMethodQuery query,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(gateway.PaymentMethodOffers);
    }
}
