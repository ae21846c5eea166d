using Checkout.Payments;
using PaymentAbstractions;

namespace Checkout.HostedEntry;

/// <summary>The addresses to which providers post, and to which they send customers back.</summary>
public static class PaymentEndpoints
{
    /// <summary>Maps both.</summary>
    /// <param name="app">The application.</param>
    /// <param name="pageOf">The page of an order. The browser is sent there at once, so that no token stays in its address.</param>
    public static void MapOrderPayments(this WebApplication app, Func<Order, string> pageOf)
    {
        ArgumentNullException.ThrowIfNull(app);
        var forms = app.Services.GetRequiredService<CardForms>();
        app.MapPaymentWebhooks();
        app.MapPaymentReturn(
            PaymentAddresses.ReturnRoute,
            async (back, context) =>
            {
                var order = await forms.ReturnAsync(
                    back.IdempotencyKey,
                    back.Result,
                    back.ReturnedFields,
                    context.RequestAborted
                );
                if (order is null)
                {
                    return Results.NotFound();
                }

                // A card that was entered just now may need the customer's approval at the bank. A customer who comes back from there
                // sees the order.
                var bank = back.Result is null ? order.Result?.NextAction as RedirectAction : null;
                // See Other: the browser opens the page with GET, also after it posted a form.
                context.Response.Headers.Location = bank?.Url.AbsoluteUri ?? pageOf(order);
                return Results.StatusCode(StatusCodes.Status303SeeOther);
            }
        );
    }
}
