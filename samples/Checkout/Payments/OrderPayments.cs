using Checkout.HostedEntry;
using PaymentAbstractions;

namespace Checkout.Payments;

/// <summary>
/// Takes the payment of an order: by a stored method or by one that the customer enters at the provider, at whichever gateway is the
/// default. It uses only the contract and knows no provider.
/// </summary>
/// <remarks>
/// Thread-safe. Everything is saved before it is sent, so that a double click, a second tab and a restarted process find it and
/// never send it twice. A token that is canceled has an effect only until the order is saved: what was saved is sent.
/// </remarks>
public sealed class OrderPayments(
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
        var order = await orders.GetAsync(number, cancellationToken);
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
        return begun is null ? await orders.GetAsync(number, cancellationToken) : await ChargeAsync(begun);
    }

    /// <summary>Asks the provider for the outcome of an unresolved charge or step. Sends nothing again.</summary>
    public async Task<Order> LookUpAsync(string number, CancellationToken cancellationToken)
    {
        var order = await orders.GetAsync(number, cancellationToken);
        if (order.AttemptInDoubt is not { } attempt)
        {
            return order;
        }

        var found = await gateways.Get(attempt.Gateway!).FindAsync(FindRequest.For(attempt), cancellationToken);
        return found.ResultOf(attempt) is { } result
            ? await ConcludeAsync(number, attempt.IdempotencyKey, result) ?? order
            : order;
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

    /// <summary>Sends what was saved, and applies its result.</summary>
    /// <param name="number">The order.</param>
    /// <param name="request">The request.</param>
    /// <param name="send">Sends the request. It is not canceled with the caller, because it was saved.</param>
    /// <returns>The order as it is now.</returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
    internal async Task<Order> SendAsync(string number, PaymentRequest request, Func<Task<PaymentResult>> send)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(send);
        try
        {
            var result = await send();
            return await ConcludeAsync(number, request.IdempotencyKey, result)
                ?? await orders.GetAsync(number, CancellationToken.None);
        }
        catch (PaymentRequestException exception)
        {
            var refusal = new PaymentResult
            {
                Outcome = PaymentOutcome.Rejected,
                Operation = request.Operation,
                IdempotencyKey = request.IdempotencyKey,
                Reason = PaymentReason.InvalidRequest,
                Problems = [.. exception.Problems],
            };
            await ConcludeAsync(number, request.IdempotencyKey, refusal);
            throw;
        }
    }

    /// <summary>Sends the charge that an order was saved with.</summary>
    /// <returns>The order as it is now.</returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was, and the order is open again.</exception>
    internal Task<Order> ChargeAsync(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var charge = order.Charge!;
        return SendAsync(
            order.Number,
            charge.Request,
            () =>
            {
                var gateway = gateways.Get(charge.Gateway);
                return charge switch
                {
                    { IsHosted: true } => CardForms.Of(gateway).StartAsync(charge.Request, CancellationToken.None),
                    { Request: AuthorizeRequest request } => gateway.AuthorizeAsync(request, CancellationToken.None),
                    _ => gateway.SaleAsync((SaleRequest)charge.Request, CancellationToken.None),
                };
            }
        );
    }

    private ChargeRequest RequestFor(Order order, string gateway, PaymentMethod method, bool keepMethod)
    {
        var key = OrderKeys.OfAttempt(order);
        var sale = new SaleRequest
        {
            IdempotencyKey = key,
            OrderReference = new OrderReference(order.Number),
            Amount = order.Total,
            PaymentMethod = method,
        };
        ChargeRequest request = order.CaptureLater
            ? new AuthorizeRequest
            {
                IdempotencyKey = key,
                OrderReference = sale.OrderReference,
                Amount = order.Total,
                PaymentMethod = method,
            }
            : sale;
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
}
