using System.Diagnostics;
using System.Globalization;
using PaymentAbstractions;

namespace Checkout.Tour;

internal sealed partial class CheckoutTour
{
    private ICustomerVault Vault =>
        gateways.Get(stage.Gateway).TryGet<ICustomerVault>(out var vault)
            ? vault
            : throw new InvalidOperationException($"The gateway '{stage.Gateway}' has no vault.");

    /// <summary>The same customer at every provider; the cards never pass through the shop.</summary>
    private async Task StoreCustomerAndCardsAsync()
    {
        var clock = Stopwatch.StartNew();
        table.Add(Stored("store customer", await Vault.UpsertCustomerAsync(stage.Customer), clock));
        await StoreCardInBrowserAsync("4111111111111111");
        await StoreCardInBrowserAsync("5555555555554444");
        await ListCardsAsync();
    }

    private async Task ListCardsAsync()
    {
        var clock = Stopwatch.StartNew();
        var cards = new List<VaultPaymentMethod>();
        await foreach (var card in Vault.ListPaymentMethodsAsync(stage.Customer.Id))
        {
            cards.Add(card);
        }

        table.Add(
            Note(
                "list stored cards",
                string.Join(", ", cards.Select(Show)),
                clock.Elapsed.TotalMilliseconds,
                cards.Count == 2 ? "" : "expected 2 cards"
            )
        );
        (stage.Card, stage.SpareCard) = (cards[0].ToPaymentMethod(), cards[^1].ToPaymentMethod());
    }

    /// <summary>A card that is removed pays nothing any more.</summary>
    private async Task RemoveCardAsync()
    {
        var clock = Stopwatch.StartNew();
        table.Add(
            Stored(
                "remove a stored card",
                await Vault.RemovePaymentMethodAsync(stage.Customer.Id, stage.SpareCard.Id),
                clock
            )
        );
        await ShowAsync(
            "sale with the removed card",
            () => _shop.PayAsync(NextOrder(9m), stage.SpareCard),
            new Expected(PaymentOutcome.Rejected)
        );
    }

    private static string Show(VaultPaymentMethod card) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{card.Details.Brand} {card.Details.LastFour} {card.Details.ExpiryMonth:00}/{card.Details.ExpiryYear}"
        );
}
