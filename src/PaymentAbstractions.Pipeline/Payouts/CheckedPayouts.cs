namespace PaymentAbstractions;

/// <summary>Wraps a provider's payout requests and validates each request before it is sent, with the rules for payments.</summary>
internal sealed class CheckedPayouts(ConfiguredGateway gateway, IPayouts inner) : IPayouts
{
    public Task<PayoutResult> RequestAsync(PayoutRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        gateway.ThrowIfInvalid(request);
        return inner.RequestAsync(request, cancellationToken);
    }

    public Task<Payout?> GetAsync(string payoutId, CancellationToken cancellationToken = default)
    {
        Check(payoutId);
        return inner.GetAsync(payoutId, cancellationToken);
    }

    public IAsyncEnumerable<Payout> ListAsync(string? customerId = null, CancellationToken cancellationToken = default)
    {
        if (customerId is not null)
        {
            gateway.ThrowIfInvalid(new Customer { Id = customerId });
        }

        return inner.ListAsync(customerId, cancellationToken);
    }

    public Task<PayoutResult> CancelAsync(CancelPayoutRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        gateway.ThrowIfInvalid(request);
        return inner.CancelAsync(request, cancellationToken);
    }

    public Task<ValueList<PayoutPaymentMethod>> ListPaymentMethodsAsync(
        string payoutId,
        CancellationToken cancellationToken = default
    )
    {
        Check(payoutId);
        return inner.ListPaymentMethodsAsync(payoutId, cancellationToken);
    }

    private void Check(string payoutId)
    {
        ArgumentNullException.ThrowIfNull(payoutId);
        gateway.ThrowIfInvalid(new CancelPayoutRequest { PayoutId = payoutId, CanceledBy = PayoutCanceledBy.Merchant });
    }
}
