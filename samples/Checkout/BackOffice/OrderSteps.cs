using Checkout.Payments;
using PaymentAbstractions;

namespace Checkout.BackOffice;

/// <summary>
/// What staff do with the payment of an order: capture, refund and void it, and permit another one. The order records who did it.
/// </summary>
/// <remarks>
/// Thread-safe. A step is saved before it is sent. A page's form carries how many steps it showed, so a second click adds no second step.
/// </remarks>
public sealed class OrderSteps(IPaymentGateways gateways, IOrderStore orders, OrderPayments payments, TimeProvider time)
{
    /// <summary>Takes the money that the order's authorization holds.</summary>
    /// <param name="number">The order.</param>
    /// <param name="stepsSeen">How many steps the caller saw; with another number nothing is sent.</param>
    /// <param name="who">The person.</param>
    /// <param name="cancellationToken">Cancels until the step is saved; what was saved is sent.</param>
    /// <returns>The order as it is now.</returns>
    /// <exception cref="PaymentRequestException">The request cannot be sent; nothing was.</exception>
    public Task<Order> CaptureAsync(string number, int stepsSeen, string who, CancellationToken cancellationToken) =>
        TakeAsync(
            number,
            stepsSeen,
            who,
            order =>
                order is { State: OrderState.Authorized, Transaction: { } authorization }
                    ? new CaptureRequest
                    {
                        IdempotencyKey = OrderKeys.OfNextStep(order),
                        Authorization = authorization,
                        Amount = order.Approved,
                        CommercialCardData = order.CommercialData,
                    }
                    : null,
            cancellationToken
        );

    /// <summary>Gives money back, at most what is kept.</summary>
    /// <inheritdoc cref="CaptureAsync"/>
    public Task<Order> RefundAsync(
        string number,
        Money amount,
        int stepsSeen,
        string who,
        CancellationToken cancellationToken
    ) =>
        TakeAsync(
            number,
            stepsSeen,
            who,
            order =>
                order is { State: OrderState.Paid or OrderState.PartlyPaid, Taken: { } taken }
                    ? new RefundRequest
                    {
                        IdempotencyKey = OrderKeys.OfNextStep(order),
                        Transaction = taken,
                        Amount = amount,
                        // This shop refunds only through its gateways, so the journal knows all refunds.
                        RefundedElsewhere = Money.Zero(amount.Currency),
                    }
                    : null,
            cancellationToken
        );

    /// <summary>Undoes the payment before it is settled.</summary>
    /// <inheritdoc cref="CaptureAsync"/>
    public Task<Order> VoidAsync(string number, int stepsSeen, string who, CancellationToken cancellationToken) =>
        TakeAsync(
            number,
            stepsSeen,
            who,
            order =>
                order
                    is {
                        State: OrderState.Authorized or OrderState.Paid or OrderState.PartlyPaid,
                        Refunded.IsZero: true,
                        Taken: { } taken,
                    }
                    ? new VoidRequest { IdempotencyKey = OrderKeys.OfNextStep(order), Transaction = taken }
                    : null,
            cancellationToken
        );

    /// <summary>
    /// Permits another payment, under a new key, for an order whose money may have moved or was given back. Only a person decides that;
    /// the order records who decided it and why.
    /// </summary>
    /// <param name="number">The order.</param>
    /// <param name="seen">The <see cref="Order.Version"/> that the person saw; with another one nothing is permitted.</param>
    /// <param name="who">The person.</param>
    /// <param name="why">What the person knows.</param>
    /// <param name="cancellationToken">Cancels until the permit is saved.</param>
    /// <returns>
    /// The order; unchanged when its state permits a payment anyway, when it is paid, and when a capture, void or refund is in doubt.
    /// </returns>
    public async Task<Order> PermitAnotherPaymentAsync(
        string number,
        int seen,
        string who,
        string why,
        CancellationToken cancellationToken
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
        var order = await orders.GetAsync(number, cancellationToken);
        if (order.Version != seen || !order.NeedsPermit)
        {
            return order;
        }

        var permitted = Conclusion.NextAttempt(order).With(new OrderNote(time.GetUtcNow(), who, why)) with
        {
            MayChargeAgain = true,
            Steps = [],
            Result = null,
            Transaction = null,
        };
        return await orders.TrySaveAsync(permitted, cancellationToken)
            ?? await orders.GetAsync(number, cancellationToken);
    }

    private async Task<Order> TakeAsync(
        string number,
        int stepsSeen,
        string who,
        Func<Order, PaymentRequest?> requestOf,
        CancellationToken cancellationToken
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        var order = await orders.GetAsync(number, cancellationToken);
        if (order.Steps.Count != stepsSeen || order.StepInDoubt is not null || requestOf(order) is not { } request)
        {
            return order;
        }

        var step = new OrderStep(request, time.GetUtcNow(), who);
        var begun = await orders.TrySaveAsync(order with { Steps = [.. order.Steps, step] }, cancellationToken);
        return begun is null
            ? await orders.GetAsync(number, cancellationToken)
            : await payments.SendAsync(number, request, () => SendAsync(request));
    }

    private Task<PaymentResult> SendAsync(PaymentRequest request)
    {
        var gateway = gateways.Get(request.Original!.Gateway);
        return request switch
        {
            CaptureRequest capture => gateway.CaptureAsync(capture, CancellationToken.None),
            RefundRequest refund => gateway.RefundAsync(refund, CancellationToken.None),
            _ => gateway.VoidAsync((VoidRequest)request, CancellationToken.None),
        };
    }
}
