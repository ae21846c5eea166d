using PaymentAbstractions;

namespace Checkout.Storefront;

/// <summary>The stored cards that a shopper agreed to keep: some providers store the card of every payment.</summary>
public sealed class KeptCards(StoredCards cards, OrderStore orders)
{
    private const int MaxOrders = 200;

    public async Task<IReadOnlyList<VaultPaymentMethod>> ListAsync(string shopper, CancellationToken cancellationToken)
    {
        var stored = await cards.ListAsync(ShopperCookie.CustomerIdOf(shopper), cancellationToken);
        if (stored.Count == 0)
        {
            return stored;
        }

        var used = (await orders.ListAsync(shopper, MaxOrders, cancellationToken))
            .Select(order => order.Payment)
            .Where(payment => payment is { Charge: not null, Result.PaymentMethod.Id: not null })
            .ToLookup(
                payment => payment.Result!.PaymentMethod.Id!,
                payment => payment.Charge!.Request.StoredCredentialUse != StoredCredentialUse.None
            );
        return [.. stored.Where(card => !used.Contains(card.Id) || used[card.Id].Any(agreed => agreed))];
    }
}
