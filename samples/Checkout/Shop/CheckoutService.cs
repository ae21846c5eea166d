using System.Globalization;
using PaymentAbstractions;

namespace Checkout.Shop;

/// <summary>A shop's checkout. It knows the contract and nothing of any provider.</summary>
internal sealed class CheckoutService(IPaymentGateway gateway, Customer customer)
{
    public Task<PaymentResult> PayAsync(
        Order order,
        PaymentMethod method,
        bool allowPartial = false,
        CommercialCardData? commercialData = null
    ) =>
        gateway.SaleAsync(
            new SaleRequest
            {
                IdempotencyKey = KeyFor("sale", order),
                OrderReference = new OrderReference(order.Number),
                Amount = order.Total,
                PaymentMethod = method,
                Customer = customer,
                BillingAddress = customer.Address,
                AllowPartialApproval = allowPartial,
                CommercialCardData = commercialData,
                Description = Describe(order),
            }
        );

    public Task<PaymentResult> HoldAsync(Order order, PaymentMethod method) =>
        gateway.AuthorizeAsync(
            new AuthorizeRequest
            {
                IdempotencyKey = KeyFor("authorize", order),
                OrderReference = new OrderReference(order.Number),
                Amount = order.Total,
                PaymentMethod = method,
                Customer = customer,
                Description = Describe(order),
            }
        );

    public Task<PaymentResult> ShipAsync(Order order, TransactionReference authorization) =>
        gateway.CaptureAsync(
            new CaptureRequest
            {
                IdempotencyKey = KeyFor("capture", order),
                Authorization = authorization,
                Amount = order.Total,
                Description = Describe(order),
            }
        );

    public Task<PaymentResult> CancelAsync(Order order, TransactionReference transaction) =>
        gateway.VoidAsync(new VoidRequest { IdempotencyKey = KeyFor("void", order), Transaction = transaction });

    /// <summary>Gives a part back; the shop's books say how much went back before.</summary>
    public Task<PaymentResult> TakeBackAsync(Order order, TransactionReference sale, decimal amount, decimal before) =>
        gateway.RefundAsync(
            new RefundRequest
            {
                IdempotencyKey = KeyFor($"refund-after-{before.ToString(CultureInfo.InvariantCulture)}", order),
                Transaction = sale,
                Amount = new Money(amount, order.Total.Currency),
                AlreadyRefunded = new Money(before, order.Total.Currency),
            }
        );

    public Task<PaymentResult> PayOutAsync(Order order, PaymentMethod method) =>
        gateway.CreditAsync(
            new CreditRequest
            {
                IdempotencyKey = KeyFor("credit", order),
                OrderReference = new OrderReference(order.Number),
                Amount = order.Total,
                PaymentMethod = method,
                Customer = customer,
                Description = Describe(order),
            }
        );

    public Task<FindResult> LookUpAsync(TransactionReference transaction) =>
        gateway.FindAsync(FindRequest.For(transaction));

    /// <summary>What became of a sale that brought no trustworthy answer.</summary>
    public Task<FindResult> LookUpSaleAsync(Order order, DateTimeOffset startedAt) =>
        gateway.FindAsync(
            FindRequest.For(
                new PaymentAttempt
                {
                    Operation = PaymentOperation.Sale,
                    IdempotencyKey = KeyFor("sale", order),
                    StartedAt = startedAt,
                    Gateway = gateway.Name,
                    Amount = order.Total,
                    CustomerId = customer.Id,
                    OrderReference = new OrderReference(order.Number),
                }
            )
        );

    // One attempt, one key: derived from the order, so that a second click is the same intent.
    private static IdempotencyKey KeyFor(string step, Order order) => new($"{order.Number}-{step}");

    private static string Describe(Order order) =>
        order.Note is null ? $"Order {order.Number} " : $"Order {order.Number} {order.Note}";
}
