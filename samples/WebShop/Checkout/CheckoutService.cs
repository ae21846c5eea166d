using PaymentAbstractions;
using WebShop.Orders;

namespace WebShop.Checkout;

/// <summary>Takes the payment of an order. It knows the contract, and no provider.</summary>
public sealed class CheckoutService(IPaymentGateway gateway, OrderBook orders, TimeProvider clock)
{
    /// <summary>Pays what is still due, or finds out what became of the last attempt.</summary>
    public async Task<CheckoutAnswer> PayAsync(string number, string cardToken, CancellationToken cancellationToken)
    {
        var order = orders[number];
        switch (order.Status)
        {
            case OrderStatus.Paid:
                return new CheckoutAnswer(NextStep.ThankYou);
            case OrderStatus.InDoubt:
                // It may have been charged: a second click, or another card, must not charge it again.
                return await LookUpAsync(number, cancellationToken);
        }

        var sale = new SaleRequest
        {
            IdempotencyKey = order.Key,
            OrderReference = new OrderReference(order.Number),
            Amount = order.StillDue,
            PaymentMethod = PaymentMethod.Token(cardToken),
            AllowPartialApproval = true,
            // The order is paid with two cards only after the first one covered a part.
            AdditionalPayment = order.Status == OrderStatus.PartlyPaid,
        };
        // Saved first: if this process dies now, the order is in doubt and not open.
        var attempt = PaymentAttempt.Of(sale, clock.GetUtcNow(), gateway.Name);
        order = orders.Save(order with { Status = OrderStatus.InDoubt, InDoubt = attempt });
        return Save(Conclusion.Of(order, await gateway.SaleAsync(sale, cancellationToken)));
    }

    /// <summary>Asks what became of the attempt in doubt; also when the shopper comes back from the bank.</summary>
    public async Task<CheckoutAnswer> LookUpAsync(string number, CancellationToken cancellationToken)
    {
        var order = orders[number];
        if (order.InDoubt is null)
        {
            return new CheckoutAnswer(order.Status == OrderStatus.Paid ? NextStep.ThankYou : NextStep.UseAnotherCard);
        }

        var found = await gateway.FindAsync(FindRequest.For(order.InDoubt), cancellationToken);
        return found switch
        {
            { IsFound: true } => Save(Conclusion.Of(order, found.State)),
            { Status: FindStatus.ProvenAbsent } => Save(
                (Conclusion.NextAttempt(order), new CheckoutAnswer(NextStep.TryAgainLater))
            ),
            _ => new CheckoutAnswer(NextStep.WaitForUs),
        };
    }

    /// <summary>Gives back what a card covered in part.</summary>
    public async Task<CheckoutAnswer> CancelAsync(string number, CancellationToken cancellationToken)
    {
        var order = orders[number];
        if (order is not { Status: OrderStatus.PartlyPaid, Transaction: { } paid })
        {
            return new CheckoutAnswer(NextStep.ContactSupport);
        }

        var voided = await gateway.VoidAsync(
            new VoidRequest { IdempotencyKey = new IdempotencyKey($"{order.Key}-void"), Transaction = paid },
            cancellationToken
        );
        if (!voided.IsApproved)
        {
            return new CheckoutAnswer(NextStep.ContactSupport);
        }

        orders.Save(new Order(order.Number, order.Total) { Attempt = order.Attempt + 1 });
        return new CheckoutAnswer(NextStep.UseAnotherCard);
    }

    private CheckoutAnswer Save((Order Order, CheckoutAnswer Answer) conclusion)
    {
        orders.Save(conclusion.Order);
        return conclusion.Answer;
    }
}
