using PaymentAbstractions;

namespace Checkout.Payments;

/// <summary>Adds the payment code to an application that has an <see cref="IOrderStore"/> and <see cref="PaymentAddresses"/>.</summary>
public static class OrderPaymentsSetup
{
    /// <summary>Adds the services. The gateways and the journal come from <c>AddPayments</c>.</summary>
    public static IServiceCollection AddOrderPayments(this IServiceCollection services)
    {
        services.AddSingleton<OrderPayments>();
        services.AddSingleton<StoredCards>();
        services.AddSingleton<IPaymentResolutionHandler, OrderResolutions>();
        services.AddHostedService<UnfinishedOrders>();
        services.AddExceptionHandler<PaymentExceptionHandler>();
        services.AddProblemDetails();
        return services;
    }

    /// <summary>Maps the addresses to which providers post, and to which they send customers back.</summary>
    /// <param name="app">The application.</param>
    /// <param name="pageOf">The page of an order. The browser is sent there at once, so that no token stays in its address.</param>
    public static void MapOrderPayments(this WebApplication app, Func<Order, string> pageOf)
    {
        ArgumentNullException.ThrowIfNull(app);
        var payments = app.Services.GetRequiredService<OrderPayments>();
        app.MapPaymentWebhooks();
        app.MapPaymentReturn(
            PaymentAddresses.ReturnRoute,
            async (back, context) =>
            {
                var order = await payments.ReturnAsync(
                    back.IdempotencyKey,
                    back.Result,
                    back.ReturnedFields,
                    context.RequestAborted
                );
                if (order is not null)
                {
                    // A card that was entered just now may need the customer's approval at the bank. A customer who comes back from there
                    // sees the order.
                    var bank = back.Result is null ? order.Result?.NextAction as RedirectAction : null;
                    // See Other: the browser opens the page with GET, also after it posted a form.
                    context.Response.Headers.Location = bank?.Url.AbsoluteUri ?? pageOf(order);
                }

                return Results.StatusCode(
                    order is null ? StatusCodes.Status404NotFound : StatusCodes.Status303SeeOther
                );
            }
        );
    }
}
