namespace PaymentAbstractions.Testing;

/// <summary>
/// Creates sample requests with obviously arbitrary values. Change the properties that matter to your test with <c>with</c>.
/// </summary>
/// <remarks>
/// Thread-safe. Equal calls return equal requests, so a test that needs several attempts must specify their keys. The default amount is USD
/// 12.34.
/// </remarks>
public static class PaymentRequests
{
    private static Money ArbitraryAmount => Money.Usd(12.34m);

    /// <summary>Creates a reference to a transaction of a <see cref="FakePaymentGateway"/>.</summary>
    /// <param name="id">The transaction's id at the provider.</param>
    /// <param name="gateway">The name of the gateway.</param>
    /// <returns>The reference.</returns>
    public static TransactionReference Transaction(
        string id = "arbitrary_txn",
        string gateway = FakePaymentGateway.DefaultName
    ) => new(gateway, FakePaymentGateway.AccountOf(gateway), id);

    /// <summary>Creates a sale that is paid with a token.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="order">The order that is paid. An order can be paid only once.</param>
    /// <returns>The request.</returns>
    public static SaleRequest Sale(
        Money? amount = null,
        string key = "arbitrary-sale-key",
        string order = "arbitrary-order"
    ) =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            OrderReference = new OrderReference(order),
            Amount = amount ?? ArbitraryAmount,
            PaymentMethod = PaymentMethod.Token("arbitrary-token"),
        };

    /// <summary>Creates an order with complete Level III data: USD 43.30, including a tax of 3.30.</summary>
    /// <returns>The order, which is valid for every card scheme.</returns>
    public static CommercialOrder CommercialOrder() =>
        new CommercialCardBuilder(Currency.Usd)
            .ForCustomer("ARBITRARY-PO")
            .Ship(
                "10001",
                new Address
                {
                    LastName = "Arbitrary",
                    Line1 = "1 Arbitrary St",
                    City = "Troy",
                    Region = "NY",
                    PostalCode = "12180",
                    Country = "US",
                }
            )
            .AddLine("ARB-1", "31161600", "Arbitrary bolt", quantity: 2, unitPrice: 15.00m, taxRate: 10m)
            .AddLine("ARB-2", "31161700", "Arbitrary nut", quantity: 3, unitPrice: 1.00m, taxRate: 10m)
            .WithFreight(7.00m)
            .Build();

    /// <summary>Creates a sale with a token and Level III data.</summary>
    /// <param name="order">The order that is paid; by default <see cref="CommercialOrder"/>.</param>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The request, with the amount of the order.</returns>
    public static SaleRequest CommercialSale(CommercialOrder? order = null, string key = "arbitrary-sale-key")
    {
        order ??= CommercialOrder();
        return Sale(order.Amount, key) with { CommercialCardData = order.Data };
    }

    /// <summary>Creates an authorization with a token.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="order">The order that is paid. An order can be paid only once.</param>
    /// <returns>The request.</returns>
    public static AuthorizeRequest Authorize(
        Money? amount = null,
        string key = "arbitrary-authorize-key",
        string order = "arbitrary-order"
    ) =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            OrderReference = new OrderReference(order),
            Amount = amount ?? ArbitraryAmount,
            PaymentMethod = PaymentMethod.Token("arbitrary-token"),
        };

    /// <summary>Creates a capture.</summary>
    /// <param name="authorization">The authorization to capture.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The request.</returns>
    public static CaptureRequest Capture(
        TransactionReference authorization,
        Money? amount = null,
        string key = "arbitrary-capture-key"
    ) =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Authorization = authorization,
            Amount = amount ?? ArbitraryAmount,
        };

    /// <summary>Creates a void.</summary>
    /// <param name="transaction">The transaction to void.</param>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The request.</returns>
    public static VoidRequest Void(TransactionReference transaction, string key = "arbitrary-void-key") =>
        new() { IdempotencyKey = new IdempotencyKey(key), Transaction = transaction };

    /// <summary>Creates a refund.</summary>
    /// <param name="transaction">The transaction to refund.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The request.</returns>
    public static RefundRequest Refund(
        TransactionReference transaction,
        Money? amount = null,
        string key = "arbitrary-refund-key"
    ) =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Transaction = transaction,
            Amount = amount ?? ArbitraryAmount,
        };

    /// <summary>Creates a credit to a stored payment method.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The request.</returns>
    public static CreditRequest Credit(Money? amount = null, string key = "arbitrary-credit-key") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Amount = amount ?? ArbitraryAmount,
            PaymentMethod = PaymentMethod.Stored("arbitrary-stored-method"),
        };

    /// <summary>Creates a set-up of a token.</summary>
    /// <param name="amount">The amount; zero USD by default.</param>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The request.</returns>
    public static SetupRequest Setup(Money? amount = null, string key = "arbitrary-setup-key") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Amount = amount ?? Money.Zero(Currency.Usd),
            PaymentMethod = PaymentMethod.Token("arbitrary-token"),
        };
}
