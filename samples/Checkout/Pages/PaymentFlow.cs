using Checkout.Payments;
using Checkout.Storefront;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PaymentAbstractions;

namespace Checkout.Pages;

/// <summary>Leads the shopper through a payment: to the card's frame, to the bank, or to the order.</summary>
public sealed class PaymentFlow(IOrderStore orders, OrderPayments payments, StoredCards cards)
{
    /// <summary>Pays an order with a method that the shopper chose.</summary>
    public async Task<IActionResult> PayAsync(
        PageModel page,
        Order order,
        PaymentMethod? method,
        bool keep,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(order);
        // Another tab may have paid the order since its page was shown: then no message may say that nothing was charged.
        order = await orders.FindAsync(order.Number, cancellationToken) ?? order;
        if (order.State is not (OrderState.Open or OrderState.EnteringCard))
        {
            return Show(page, order);
        }

        if (method is null)
        {
            page.TempData["Problem"] = "That card is not stored any more. Choose another one.";
            return page.RedirectToPage("/Orders/Pay", new { number = order.Number });
        }

        try
        {
            if (!await cards.EnsureCustomerAsync(order.Customer, cancellationToken))
            {
                page.TempData["Problem"] =
                    "The payment provider cannot be reached at the moment. Please try again later.";
                return page.RedirectToPage("/Orders/Pay", new { number = order.Number });
            }

            return Show(page, await payments.PayAsync(order.Number, method, keep, cancellationToken));
        }
        catch (PaymentRequestException exception)
        {
            page.TempData["Problem"] = exception.Message;
            return page.RedirectToPage("/Orders/Order", new { number = order.Number });
        }
    }

    /// <summary>The page that fits the state of an order.</summary>
    public IActionResult Show(PageModel page, Order order)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(order);
        return order switch
        {
            { State: OrderState.EnteringCard } => page.RedirectToPage("/Orders/Card", new { number = order.Number }),
            // The address may grant access, so it is opened at once and shown nowhere else.
            { State: OrderState.Paying, Result.NextAction: RedirectAction bank } => new RedirectResult(
                bank.Url.AbsoluteUri
            ),
            _ => page.RedirectToPage("/Orders/Order", new { number = order.Number }),
        };
    }
}
