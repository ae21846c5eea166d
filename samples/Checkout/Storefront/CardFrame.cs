using PaymentAbstractions;
using PaymentAbstractions.Rebilly;

namespace Checkout.Storefront;

/// <summary>
/// The address of the page on which the customer enters a card, for a frame. Both emulators serve such a page; in production put the
/// provider's own fields here. This is the only place that knows one provider from another.
/// </summary>
public static class CardFrame
{
    /// <summary>The address; <see langword="null"/> for an action that no frame can carry out.</summary>
    public static Uri? AddressOf(NextAction? action, Uri returnUrl) =>
        action switch
        {
            // The emulator's page posts to the address of the action, as a page of the shop would with its inputs.
            FormPostAction form => form.Url,
            RebillyTokenAction token => new Uri(
                token.Url,
                $"hosted-fields?publishableKey={Uri.EscapeDataString(token.PublishableKey)}&returnUrl={Uri.EscapeDataString(returnUrl.AbsoluteUri)}"
            ),
            _ => null,
        };
}
