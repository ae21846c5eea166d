using System.Collections.Concurrent;

namespace PaymentAbstractions.Chaos;

/// <summary>Stores the customer and the card of an order at a provider, for orders that store the card before they pay.</summary>
internal sealed class Wallet(IPaymentGateways gateways, OrderPlan plan, OrderRequests requests)
{
    private const int MaxTries = 3;
    private readonly ConcurrentDictionary<ChaosGateway, PaymentMethod> _stored = new();

    /// <returns>The payment method of the order there; null when the card could not be stored.</returns>
    public async Task<PaymentMethod?> MethodAsync(ChaosGateway at, CancellationToken cancellationToken)
    {
        if (
            !plan.StoresMethod
            || !gateways.Get(at.Name).TryGet<ICustomerVault>(out var vault)
            || requests.MethodAt(at) is StoredPaymentMethod
        )
        {
            return requests.MethodAt(at);
        }

        if (_stored.TryGetValue(at, out var known))
        {
            return known;
        }

        var store = new StorePaymentMethodRequest
        {
            CustomerId = requests.CustomerAt(at).Id,
            PaymentMethod = requests.MethodAt(at),
            BillingAddress = OrderRequests.Home,
        };
        // The same card of the same customer has the same id, however often it is stored.
        return
            await RegisterAsync(at, cancellationToken)
            && await TryAsync(() => vault.StorePaymentMethodAsync(store, cancellationToken)) is { Id: { } id }
            ? _stored.GetOrAdd(at, PaymentMethod.Stored(id))
            : null;
    }

    /// <returns>Whether the provider has the customer now.</returns>
    public async Task<bool> RegisterAsync(ChaosGateway at, CancellationToken cancellationToken) =>
        !gateways.Get(at.Name).TryGet<ICustomerVault>(out var vault)
        || await TryAsync(() => vault.UpsertCustomerAsync(requests.CustomerAt(at), cancellationToken)) is not null;

    /// <returns>Whether the provider has the payout request of the order now, or the order needs none there.</returns>
    public async Task<bool> RequestPayoutAsync(ChaosGateway at, CancellationToken cancellationToken)
    {
        if (!requests.HasPayoutAt(at) || !gateways.Get(at.Name).TryGet<IPayouts>(out var payouts))
        {
            return true;
        }

        for (var tries = 0; tries < MaxTries; tries++)
        {
            var kept = await payouts.RequestAsync(requests.PayoutAt(at), cancellationToken);
            if (kept.Outcome == PaymentOutcome.Approved)
            {
                return true;
            }
        }

        return false;
    }

    // None of these calls moves money, so each is repeated until it succeeds.
    private static async Task<VaultResult?> TryAsync(Func<Task<VaultResult>> store)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (await store() is { Outcome: PaymentOutcome.Approved } stored)
            {
                return stored;
            }
        }

        return null;
    }
}
