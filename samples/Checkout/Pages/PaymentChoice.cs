using Checkout.Storefront;
using PaymentAbstractions;

namespace Checkout.Pages;

/// <summary>How a shopper can pay at the gateway in use.</summary>
/// <param name="Cards">The stored cards.</param>
/// <param name="CanKeep">Whether a new card can be stored.</param>
public sealed record PaymentChoice(IReadOnlyList<VaultPaymentMethod> Cards, bool CanKeep)
{
    /// <summary>The value of the form for a new card.</summary>
    public const string NewCard = "new";

    public static async Task<PaymentChoice> OfAsync(
        KeptCards cards,
        IPaymentGateways gateways,
        string shopper,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(cards);
        ArgumentNullException.ThrowIfNull(gateways);
        var capabilities = gateways.Default.Capabilities;
        return new PaymentChoice(
            await cards.ListAsync(shopper, cancellationToken),
            capabilities.Hosted?.StoresPaymentMethods == true
        );
    }

    /// <summary>The method that a form names; <see langword="null"/> for a card that is not among the shopper's.</summary>
    public PaymentMethod? MethodOf(string? chosen) =>
        chosen == NewCard
            ? new CustomerChoicePaymentMethod()
            : Cards.FirstOrDefault(card => card.Id == chosen)?.ToPaymentMethod();
}
