namespace PaymentAbstractions.Chaos;

/// <summary>Makes the full request of each step; a request that is made again is identical.</summary>
internal sealed class OrderRequests(OrderPlan plan)
{
    public static Address Home { get; } =
        new()
        {
            FirstName = "Ada",
            LastName = "Lovelace",
            Line1 = "12 St James Square",
            City = "London",
            PostalCode = "SW1Y 4JH",
            Country = "GB",
        };

    public Money Amount => Money.Usd(plan.Amount);

    public ChargeRequest Charge(OrderKey key, ChaosGateway gateway, PaymentMethod method)
    {
        var sale = new SaleRequest
        {
            IdempotencyKey = key.ToKey(),
            OrderReference = new OrderReference(plan.Number),
            Amount = Amount,
            PaymentMethod = method,
            Customer = CustomerAt(gateway),
            BillingAddress = gateway.IsRebilly ? Home : null,
            Description = Describe(key.Attempt == 1 ? DirectiveAt(gateway, plan.Amount) : ""),
            AllowPartialApproval = plan.AllowsPart && gateway.IsRebilly,
            ReturnUrl = method is CustomerChoicePaymentMethod ? Browser.ReturnUrl : null,
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
                AllowPartialApproval = sale.AllowPartialApproval,
                ReturnUrl = sale.ReturnUrl,
            };
    }

    /// <summary>A sale by another system of the merchant, which the checkout's journal does not contain.</summary>
    public SaleRequest SaleElsewhere() =>
        new()
        {
            IdempotencyKey = new IdempotencyKey($"{plan.Number}-sale-elsewhere"),
            OrderReference = new OrderReference(plan.Number),
            Amount = Amount,
            PaymentMethod = MethodAt(plan.SoldAt),
            Customer = CustomerAt(plan.SoldAt),
            BillingAddress = plan.SoldAt.IsRebilly ? Home : null,
            Description = OrderPlan.ElsewhereMarkOf(plan.Number),
        };

    /// <summary>The refund that the other system made of its sale.</summary>
    public RefundRequest RefundElsewhere(TransactionReference sale) =>
        new()
        {
            IdempotencyKey = new IdempotencyKey($"{plan.Number}-refund-elsewhere"),
            Transaction = sale,
            Amount = Money.Usd(plan.GivenBackElsewhere),
            Description = OrderPlan.ElsewhereMarkOf(plan.Number),
        };

    /// <summary>Whether the credit of the order pays out a payout request at the gateway.</summary>
    public bool HasPayoutAt(ChaosGateway gateway) => plan.HasPayoutRequest && gateway.IsRebilly;

    /// <summary>The payout request, for exactly the amount of the credit.</summary>
    public PayoutRequest PayoutAt(ChaosGateway gateway) =>
        new()
        {
            Id = PayoutId,
            Amount = Money.Usd(plan.Refund),
            CustomerId = CustomerAt(gateway).Id,
        };

    private string PayoutId => $"{plan.Number}-payout";

    /// <summary>A credit that names no sale and creates no customer.</summary>
    public CreditRequest Credit(OrderKey key, ChaosGateway gateway, PaymentMethod method)
    {
        var directive = plan.Flow == OrderFlow.Credit ? DirectiveAt(gateway, plan.Refund) : "";
        return new CreditRequest
        {
            IdempotencyKey = key.ToKey(),
            OrderReference = new OrderReference(plan.Number),
            Amount = Money.Usd(plan.Refund),
            PaymentMethod = method,
            Customer = CustomerAt(gateway) with { CreateOrUpdate = false },
            BillingAddress = gateway.IsRebilly ? Home : null,
            PayoutId = HasPayoutAt(gateway) ? PayoutId : null,
            Description = OrderPlan.PayoutMarkOf(plan.Number) + (directive.Length == 0 ? "" : $"[sandbox {directive}]"),
        };
    }

    /// <summary>Verifies the card for later payments; no money is taken.</summary>
    public SetupRequest Setup(OrderKey key, ChaosGateway gateway) =>
        new()
        {
            IdempotencyKey = key.ToKey(),
            Amount = Money.Usd(0),
            PaymentMethod = MethodAt(gateway),
            Customer = CustomerAt(gateway),
            BillingAddress = gateway.IsRebilly ? Home : null,
            Description = Describe(plan.Flow == OrderFlow.Setup ? DirectiveAt(gateway, 0) : ""),
        };

    /// <param name="key">The key.</param>
    /// <param name="authorization">The authorization.</param>
    /// <param name="held">The amount that it holds.</param>
    public CaptureRequest Capture(OrderKey key, TransactionReference authorization, Money held) =>
        new()
        {
            IdempotencyKey = key.ToKey(),
            Authorization = authorization,
            Amount = held,
            Description = Describe(""),
        };

    public VoidRequest Void(OrderKey key, TransactionReference transaction) =>
        new()
        {
            IdempotencyKey = key.ToKey(),
            Transaction = transaction,
            Description = Describe(""),
        };

    public RefundRequest Refund(OrderKey key, TransactionReference transaction) =>
        new()
        {
            IdempotencyKey = key.ToKey(),
            Transaction = transaction,
            Amount = Money.Usd(plan.Refund),
            RefundedElsewhere = Money.Usd(plan.Flow == OrderFlow.RefundOfSaleElsewhere ? plan.GivenBackElsewhere : 0m),
            Description = Describe(""),
        };

    public Customer CustomerAt(ChaosGateway gateway) =>
        gateway.IsRebilly
            ? new Customer
            {
                Id = plan.RebillyCustomer,
                CreateOrUpdate = true,
                Address = Home,
            }
            : new Customer { Id = $"{TerminalCustomer.IdOf(plan.Customer)}" };

    /// <summary>A card, or a payment method that the terminal has stored.</summary>
    public PaymentMethod MethodAt(ChaosGateway gateway) =>
        gateway.IsRebilly
            ? new PaymentCard
            {
                Number = new CardNumber("4111111111111111"),
                ExpiryMonth = 12,
                ExpiryYear = 2049,
                SecurityCode = new SecurityCode("123"),
            }
            : PaymentMethod.Stored($"{TerminalCustomer.CardOf(plan.Customer)}");

    private string Describe(string directive) =>
        directive.Length == 0 ? OrderPlan.MarkOf(plan.Number) : $"{OrderPlan.MarkOf(plan.Number)}[sandbox {directive}]";

    // An amount of zero has no half.
    private string DirectiveAt(ChaosGateway gateway, decimal amount) =>
        !gateway.IsRebilly ? plan.TerminalDirective
        : plan.RebillyDirective != "part" ? plan.RebillyDirective
        : amount > 0 ? OrderPlan.PartDirective(amount)
        : "";
}
