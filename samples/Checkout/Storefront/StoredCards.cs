using PaymentAbstractions;

namespace Checkout.Storefront;

/// <summary>
/// The cards that a customer has stored at the default gateway. The ids are the provider's, and mean nothing at another gateway.
/// </summary>
public sealed class StoredCards(IPaymentGateways gateways)
{
    /// <summary>Makes the customer known to the provider, which needs one for a payment. May be repeated safely.</summary>
    /// <returns>Whether the provider knows the customer now.</returns>
    public async Task<bool> EnsureCustomerAsync(Customer customer, CancellationToken cancellationToken)
    {
        var gateway = gateways.Default;
        if (
            gateway.Capabilities.Vault?.Supports(VaultOperation.UpsertCustomer) != true
            || !gateway.TryGet<ICustomerVault>(out var vault)
        )
        {
            return true;
        }

        return (await vault.UpsertCustomerAsync(customer, cancellationToken)).Outcome == PaymentOutcome.Approved;
    }

    /// <summary>Lists the cards that can be charged; none when the provider cannot be asked.</summary>
    public async Task<IReadOnlyList<VaultPaymentMethod>> ListAsync(
        string customerId,
        CancellationToken cancellationToken
    )
    {
        var cards = new List<VaultPaymentMethod>();
        if (!gateways.Default.TryGet<ICustomerVault>(out var vault))
        {
            return cards;
        }

        try
        {
            await foreach (var card in vault.ListPaymentMethodsAsync(customerId, cancellationToken))
            {
                if (card.Status is VaultPaymentMethodStatus.Active or VaultPaymentMethodStatus.Unknown)
                {
                    cards.Add(card);
                }
            }
        }
        catch (PaymentReadException)
        {
            // The customer can enter a card all the same.
            return [];
        }

        return cards;
    }
}
