using PaymentAbstractions.Benchmarks.Sales;
using Stripe;

namespace PaymentAbstractions.Benchmarks.Peers;

/// <summary>Stripe.net as its documentation shows it: one client, and the services for payment intents and refunds.</summary>
/// <param name="address">Where the provider listens.</param>
internal sealed class PaymentsByStripe(Uri address)
{
    private const string Customer = "cus_Nffrfeufnv2ib1";
    private const string Card = "pm_1Mvvv2lkdIwHu7ix0mvwjeUp";

    private readonly StripeClient _client = new(
        new StripeClientOptions { ApiKey = Order.ApiKey, ApiBase = address.GetLeftPart(UriPartial.Authority) }
    );

    /// <summary>Charges an order.</summary>
    /// <param name="order">What is paid; it keeps the payment intent.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    /// <returns>What the caller was told.</returns>
    public async Task<Tally> SaleAsync(Order order, CancellationToken cancellationToken)
    {
        var options = new PaymentIntentCreateOptions
        {
            Amount = Cents(order),
            Currency = "usd",
            Confirm = true,
            Customer = Customer,
            PaymentMethod = Card,
            Description = order.Description,
            ReceiptEmail = Order.Email,
            ReturnUrl = Order.ReturnUrl.OriginalString,
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["orderChannel"] = Order.Channel,
                ["campaign"] = Order.Campaign,
            },
        };
        var intent = await _client.V1.PaymentIntents.CreateAsync(
            options,
            new RequestOptions { IdempotencyKey = order.WireKey },
            cancellationToken
        );
        if (
            intent is not { Id: not null, Status: "succeeded", Currency: "usd", CustomerId: Customer }
            || intent.AmountReceived != Cents(order)
        )
        {
            throw new InvalidOperationException($"The payment intent did not succeed: {intent.Status}.");
        }

        order.TransactionId = intent.Id;
        return Tally.Of(intent.AmountReceived / 100m, order.WireKey);
    }

    /// <summary>Refunds a whole order.</summary>
    /// <param name="order">What was paid with <see cref="SaleAsync"/>.</param>
    /// <param name="cancellationToken">The token of the caller.</param>
    /// <returns>What the caller was told.</returns>
    public async Task<Tally> RefundAsync(Order order, CancellationToken cancellationToken)
    {
        var refund = await _client.V1.Refunds.CreateAsync(
            new RefundCreateOptions { PaymentIntent = order.TransactionId, Amount = Cents(order) },
            new RequestOptions { IdempotencyKey = order.RefundWireKey },
            cancellationToken
        );
        return
            refund is { Id: not null, Status: "succeeded" }
            && refund.Amount == Cents(order)
            && refund.PaymentIntentId == order.TransactionId
            ? Tally.Of(refund.Amount / 100m, order.RefundWireKey)
            : throw new InvalidOperationException($"The refund did not succeed: {refund.Status}.");
    }

    private static long Cents(Order order) => (long)(order.Amount * 100);
}
