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
                IdempotencyKey = KeyFor(order),
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

    /// <summary>The customer enters the card at the provider; the result says where to lead the browser.</summary>
    public Task<PaymentResult> StartInBrowserAsync(IHostedPayment hosted, Order order, Uri returnUrl) =>
        hosted.StartAsync(InBrowser(order, returnUrl));

    public Task<PaymentResult> CompleteInBrowserAsync(
        IHostedPayment hosted,
        Order order,
        Uri returnUrl,
        IReadOnlyDictionary<string, string> returned
    ) => hosted.CompleteAsync(InBrowser(order, returnUrl), returned);

    public Task<PaymentResult> HoldAsync(Order order, PaymentMethod method) =>
        gateway.AuthorizeAsync(
            new AuthorizeRequest
            {
                IdempotencyKey = KeyFor(order),
                OrderReference = new OrderReference(order.Number),
                Amount = order.Total,
                PaymentMethod = method,
                Customer = customer,
                Description = Describe(order),
            }
        );

    public Task<PaymentResult> ShipAsync(Order order, TransactionReference authorization, int attempt = 1) =>
        gateway.CaptureAsync(
            new CaptureRequest
            {
                IdempotencyKey = KeyFor(order, "capture", attempt),
                Authorization = authorization,
                Amount = order.Total,
                Description = Describe(order),
            }
        );

    public Task<PaymentResult> CancelAsync(Order order, TransactionReference transaction, int attempt = 1) =>
        gateway.VoidAsync(
            new VoidRequest { IdempotencyKey = KeyFor(order, "void", attempt), Transaction = transaction }
        );

    /// <summary>Gives a part back; the shop's books say how much went back before.</summary>
    public Task<PaymentResult> TakeBackAsync(
        Order order,
        TransactionReference sale,
        decimal amount,
        decimal before,
        int attempt = 1
    ) =>
        gateway.RefundAsync(
            new RefundRequest
            {
                IdempotencyKey = KeyFor(
                    order,
                    $"refund-after-{before.ToString(CultureInfo.InvariantCulture)}",
                    attempt
                ),
                Transaction = sale,
                Amount = new Money(amount, order.Total.Currency),
                // This shop gives nothing back but through its gateways, and the journal knows that.
                RefundedElsewhere = Money.Zero(order.Total.Currency),
            }
        );

    public Task<PaymentResult> PayOutAsync(
        Order order,
        PaymentMethod method,
        int attempt = 1,
        string? payoutId = null
    ) =>
        gateway.CreditAsync(
            new CreditRequest
            {
                IdempotencyKey = KeyFor(order, "credit", attempt),
                OrderReference = new OrderReference(order.Number),
                Amount = order.Total,
                PaymentMethod = method,
                Customer = customer,
                Description = Describe(order),
                PayoutId = payoutId,
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
                    IdempotencyKey = KeyFor(order),
                    StartedAt = startedAt,
                    Gateway = gateway.Name,
                    Amount = order.Total,
                    CustomerId = customer.Id,
                    OrderReference = new OrderReference(order.Number),
                }
            )
        );

    private SaleRequest InBrowser(Order order, Uri returnUrl) =>
        new()
        {
            IdempotencyKey = KeyFor(order),
            OrderReference = new OrderReference(order.Number),
            Amount = order.Total,
            PaymentMethod = new CustomerChoicePaymentMethod(),
            Customer = customer,
            BillingAddress = customer.Address,
            Description = Describe(order),
            ReturnUrl = returnUrl,
        };

    // One attempt to pay, one key, whether it sells at once or authorizes: a second click is the same attempt, another card is a new one.
    private static IdempotencyKey KeyFor(Order order) =>
        new(string.Create(CultureInfo.InvariantCulture, $"order-{order.Number}-attempt-{order.Attempt}"));

    // What is done to a payment is counted as well: when it was declined, the next try has the next number.
    private static IdempotencyKey KeyFor(Order order, string step, int attempt) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{KeyFor(order)}-{step}-{attempt}"));

    private static string Describe(Order order) =>
        order.Note is null ? $"Order {order.Number} " : $"Order {order.Number} {order.Note}";
}
