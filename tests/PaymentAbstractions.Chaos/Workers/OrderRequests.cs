namespace PaymentAbstractions.Chaos;

/// <summary>Makes the full request of each step, the same whenever it is made again.</summary>
internal sealed class OrderRequests(OrderPlan plan)
{
    private static readonly Address Home = new()
    {
        FirstName = "Ada",
        LastName = "Lovelace",
        Line1 = "12 St James Square",
        City = "London",
        PostalCode = "SW1Y 4JH",
        Country = "GB",
    };

    public Money Amount => Money.Usd(plan.Amount);

    public ChargeRequest Charge(OrderKey key, ChaosGateway gateway)
    {
        var sale = new SaleRequest
        {
            IdempotencyKey = key.ToKey(),
            OrderReference = new OrderReference(plan.Number),
            Amount = Amount,
            PaymentMethod = MethodAt(gateway),
            Customer = CustomerAt(gateway),
            BillingAddress = gateway.IsRebilly ? Home : null,
            Description = Describe(key.Attempt == 1 ? DirectiveAt(gateway) : ""),
        };
        return key.Step == "sale"
            ? sale
            : new AuthorizeRequest
            {
                IdempotencyKey = sale.IdempotencyKey,
                OrderReference = sale.OrderReference,
                Amount = sale.Amount,
                PaymentMethod = sale.PaymentMethod,
                Customer = sale.Customer,
                BillingAddress = sale.BillingAddress,
                Description = sale.Description,
            };
    }

    public CaptureRequest Capture(OrderKey key, TransactionReference authorization) =>
        new()
        {
            IdempotencyKey = key.ToKey(),
            Authorization = authorization,
            Amount = Amount,
            Description = Describe(""),
        };

    public VoidRequest Void(OrderKey key, TransactionReference transaction) =>
        new()
        {
            IdempotencyKey = key.ToKey(),
            Transaction = transaction,
            Description = Describe(""),
        };

    /// <param name="key">The key.</param>
    /// <param name="transaction">The sale or the capture.</param>
    /// <param name="before">What the shop's own books say was given back before.</param>
    public RefundRequest Refund(OrderKey key, TransactionReference transaction, decimal before) =>
        new()
        {
            IdempotencyKey = key.ToKey(),
            Transaction = transaction,
            Amount = Money.Usd(plan.Refund),
            AlreadyRefunded = Money.Usd(before),
            Description = Describe(""),
        };

    private string Describe(string directive) =>
        directive.Length == 0 ? OrderPlan.MarkOf(plan.Number) : $"{OrderPlan.MarkOf(plan.Number)}[sandbox {directive}]";

    private string DirectiveAt(ChaosGateway gateway) =>
        gateway.IsRebilly ? plan.RebillyDirective : plan.TerminalDirective;

    // At Rebilly a sale takes any open authorization of its customer: one customer for each order keeps orders apart.
    private Customer CustomerAt(ChaosGateway gateway) =>
        gateway.IsRebilly
            ? new Customer
            {
                Id = $"cus-{plan.Number}",
                CreateOrUpdate = true,
                Address = Home,
            }
            : new Customer { Id = $"{TerminalCustomer.IdOf(plan.Customer)}" };

    private PaymentMethod MethodAt(ChaosGateway gateway) =>
        gateway.IsRebilly
            ? new PaymentCard
            {
                Number = new CardNumber("4111111111111111"),
                ExpiryMonth = 12,
                ExpiryYear = 2049,
                SecurityCode = new SecurityCode("123"),
            }
            : PaymentMethod.Stored($"{TerminalCustomer.CardOf(plan.Customer)}");
}
