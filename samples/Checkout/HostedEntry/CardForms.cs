using Checkout.Payments;
using PaymentAbstractions;

namespace Checkout.HostedEntry;

/// <summary>The forms of a provider in which customers enter their card, so that no card number reaches the shop.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class CardForms(IPaymentGateways gateways, IOrderStore orders, OrderPayments payments)
{
    /// <summary>Opens the provider's form again, for a customer who has not finished it. No money moves.</summary>
    public async Task<Order> ReopenAsync(string number, CancellationToken cancellationToken)
    {
        var order = await orders.GetAsync(number, cancellationToken);
        return order is { State: OrderState.EnteringCard, Charge.IsHosted: true }
            ? await payments.ChargeAsync(order)
            : order;
    }

    /// <summary>Completes the payment of a customer who has come back from the provider.</summary>
    /// <param name="key">The key in the address that the customer came back to.</param>
    /// <param name="known">What is known of the payment already; <see langword="null"/> when nothing was sent under the key.</param>
    /// <param name="returnedFields">What the browser brought. It proves nothing.</param>
    /// <param name="cancellationToken">Cancels until the order is saved; what was saved is sent.</param>
    /// <returns>The order; <see langword="null"/> when the key belongs to none.</returns>
    public async Task<Order?> ReturnAsync(
        IdempotencyKey key,
        PaymentResult? known,
        IReadOnlyDictionary<string, string> returnedFields,
        CancellationToken cancellationToken
    )
    {
        if (
            OrderKeys.OrderOf(key) is not { } number
            || await orders.FindAsync(number, cancellationToken) is not { } order
        )
        {
            return null;
        }

        if (known is not null)
        {
            return await payments.ConcludeAsync(number, key, known);
        }

        // The form of an attempt that another method or another tab has replaced is not completed.
        if (order is not { State: OrderState.EnteringCard, Charge: { IsHosted: true } charge } || charge.Key != key)
        {
            return order;
        }

        var begun = await orders.TrySaveAsync(order with { State = OrderState.Paying }, cancellationToken);
        return begun is null
            ? await orders.GetAsync(number, cancellationToken)
            : await CompleteAsync(begun, charge, returnedFields);
    }

    /// <summary>The hosted entry of a gateway.</summary>
    /// <exception cref="PaymentRequestException">The gateway has none; nothing was sent.</exception>
    public static IHostedPayment Of(IPaymentGateway gateway) =>
        gateway.TryGet<IHostedPayment>(out var hosted)
            ? hosted
            : throw new PaymentRequestException(
                nameof(PaymentMethodRequest.PaymentMethod),
                $"The gateway '{gateway.Name}' has no hosted entry. Let the customer choose a stored method."
            );

    private async Task<Order> CompleteAsync(
        Order order,
        OrderCharge charge,
        IReadOnlyDictionary<string, string> returnedFields
    )
    {
        PaymentResult result;
        try
        {
            result = await Of(gateways.Get(charge.Gateway))
                .CompleteAsync(charge.Request, returnedFields, CancellationToken.None);
        }
        catch (PaymentRequestException)
        {
            // Nothing was sent: the customer has not finished the form, and can go on.
            result = order.Result!;
        }

        return await payments.ConcludeAsync(order.Number, charge.Key, result) ?? order;
    }
}
