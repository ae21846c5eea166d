using PaymentAbstractions;

namespace Checkout.Payments;

/// <summary>
/// Takes the payment of an order: by a stored method or by one that the customer enters at the provider, at whichever gateway is the
/// default. It uses only the contract and knows no provider.
/// </summary>
/// <remarks>
/// Thread-safe. Everything is saved before it is sent, so that a double click, a second tab and a second life of the process find it and
/// never send it twice. A token that is canceled has an effect only until the order is saved: what was saved is sent.
/// </remarks>
public sealed partial class OrderPayments(
    IPaymentGateways gateways,
    IOrderStore orders,
    PaymentAddresses addresses,
    TimeProvider time
)
{
    /// <summary>Pays an order whose payment is not under way; otherwise nothing is sent, and the order is returned as it is.</summary>
    /// <param name="number">The order.</param>
    /// <param name="method">A stored method, or <see cref="CustomerChoicePaymentMethod"/> for entry at the provider.</param>
    /// <param name="keepMethod">Whether the customer agrees that the method is stored for later.</param>
    /// <param name="cancellationToken">Cancels until the order is saved; what was saved is sent.</param>
    /// <returns>The order. <see cref="PaymentResult.NextAction"/> of its result says where to lead the customer.</returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was, and the order is open again.</exception>
    public async Task<Order> PayAsync(
        string number,
        PaymentMethod method,
        bool keepMethod,
        CancellationToken cancellationToken
    )
    {
        var order = await GetAsync(number, cancellationToken);
        if (order.State is not (OrderState.Open or OrderState.EnteringCard))
        {
            return order;
        }

        var gateway = gateways.Default.Name;
        var request = RequestFor(order, gateway, method, keepMethod);
        var begun = await orders.TrySaveAsync(
            order with
            {
                State = OrderState.Paying,
                Charge = new OrderCharge(request, gateway, time.GetUtcNow()),
                Result = null,
            },
            cancellationToken
        );
        return begun is null ? await GetAsync(number, cancellationToken) : await SendAsync(begun);
    }

    /// <summary>Opens the provider's form again, for a customer who has not finished it. No money moves.</summary>
    public async Task<Order> ReopenFormAsync(string number, CancellationToken cancellationToken)
    {
        var order = await GetAsync(number, cancellationToken);
        return order is { State: OrderState.EnteringCard, Charge.IsHosted: true } ? await SendAsync(order) : order;
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
            return await ConcludeAsync(number, key, known);
        }

        // The form of an attempt that another method or another tab has replaced is not completed.
        if (order is not { State: OrderState.EnteringCard, Charge: { IsHosted: true } charge } || KeyOf(charge) != key)
        {
            return order;
        }

        var begun = await orders.TrySaveAsync(order with { State = OrderState.Paying }, cancellationToken);
        return begun is null ? await GetAsync(number, cancellationToken) : await CompleteAsync(begun, returnedFields);
    }

    /// <summary>Applies a result that came in another way: by recovery, a notification or a person.</summary>
    /// <returns>The order; <see langword="null"/> when there is none.</returns>
    public async Task<Order?> ConcludeAsync(string number, IdempotencyKey key, PaymentResult result)
    {
        // Not canceled with the caller: what is known is saved.
        while (await orders.FindAsync(number, CancellationToken.None) is { } order)
        {
            var concluded = Conclusion.Of(order, key, result, time.GetUtcNow());
            if (concluded == order)
            {
                return order;
            }

            if (await orders.TrySaveAsync(concluded, CancellationToken.None) is { } saved)
            {
                return saved;
            }
        }

        return null;
    }

    private async Task<Order> CompleteAsync(Order order, IReadOnlyDictionary<string, string> returnedFields)
    {
        var charge = order.Charge!;
        PaymentResult result;
        try
        {
            result = await HostedOf(gateways.Get(charge.Gateway))
                .CompleteAsync(charge.Request, returnedFields, CancellationToken.None);
        }
        catch (PaymentRequestException)
        {
            // Nothing was sent: the customer has not finished the form, and can go on.
            result = order.Result!;
        }

        return await ConcludeAsync(order.Number, KeyOf(charge), result) ?? order;
    }

    // Not canceled with the caller: what was saved is sent.
    private async Task<Order> SendAsync(Order order)
    {
        var charge = order.Charge!;
        PaymentResult result;
        try
        {
            var gateway = gateways.Get(charge.Gateway);
            result = await (
                charge.Request switch
                {
                    { PaymentMethod: CustomerChoicePaymentMethod } hosted => HostedOf(gateway)
                        .StartAsync(hosted, CancellationToken.None),
                    AuthorizeRequest authorization => gateway.AuthorizeAsync(authorization, CancellationToken.None),
                    var sale => gateway.SaleAsync((SaleRequest)sale, CancellationToken.None),
                }
            );
        }
        catch (PaymentRequestException exception)
        {
            await ConcludeAsync(order.Number, KeyOf(charge), RefusalOf(charge.Request, exception));
            throw;
        }

        return await ConcludeAsync(order.Number, KeyOf(charge), result) ?? order;
    }

    private ChargeRequest RequestFor(Order order, string gateway, PaymentMethod method, bool keepMethod)
    {
        var key = OrderKeys.OfAttempt(order);
        var reference = new OrderReference(order.Number);
        ChargeRequest request = order.CaptureLater
            ? new AuthorizeRequest
            {
                IdempotencyKey = key,
                OrderReference = reference,
                Amount = order.Total,
                PaymentMethod = method,
            }
            : new SaleRequest
            {
                IdempotencyKey = key,
                OrderReference = reference,
                Amount = order.Total,
                PaymentMethod = method,
            };
        return request with
        {
            Customer = order.Customer,
            BillingAddress = order.Customer.Address,
            Description = order.Description,
            CommercialCardData = order.CommercialData,
            ReturnUrl = addresses.ReturnOf(gateway, key),
            AdditionalPayment = order.MayChargeAgain,
            StoredCredentialUse =
                method is StoredPaymentMethod ? StoredCredentialUse.LaterByCustomer
                : keepMethod ? StoredCredentialUse.First
                : StoredCredentialUse.None,
        };
    }

    private async Task<Order> GetAsync(string number, CancellationToken cancellationToken) =>
        await orders.FindAsync(number, cancellationToken)
        ?? throw new KeyNotFoundException($"There is no order '{number}'.");

    private static IdempotencyKey KeyOf(OrderCharge charge) => charge.Request.IdempotencyKey;

    private static IHostedPayment HostedOf(IPaymentGateway gateway) =>
        gateway.TryGet<IHostedPayment>(out var hosted)
            ? hosted
            : throw new PaymentRequestException(
                nameof(PaymentMethodRequest.PaymentMethod),
                $"The gateway '{gateway.Name}' has no hosted entry. Let the customer choose a stored method."
            );
}
