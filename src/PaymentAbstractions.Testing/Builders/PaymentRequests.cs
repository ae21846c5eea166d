namespace PaymentAbstractions.Testing;

/// <summary>Sample requests whose values are visibly arbitrary. Change what matters to the test with <c>with</c>.</summary>
/// <remarks>
/// Thread-safe. The same call always gives an equal request, so a test that needs several attempts names their keys.
/// Amounts that are not given are USD 12.34.
/// </remarks>
public static class PaymentRequests
{
    private static Money ArbitraryAmount => Money.Usd(12.34m);

    /// <summary>A reference to a transaction that a gateway of this kit would have made.</summary>
    /// <param name="id">The provider's id.</param>
    /// <param name="gateway">The name of the gateway.</param>
    /// <returns>The reference.</returns>
    public static TransactionReference Transaction(
        string id = "arbitrary_txn",
        string gateway = FakePaymentGateway.DefaultName
    ) => new(gateway, FakePaymentGateway.AccountOf(gateway), id);

    /// <summary>A sale with a token.</summary>
    /// <param name="amount">How much.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="order">The order that is paid; an order is paid once.</param>
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

    /// <summary>An order with complete Level III data: USD 43.30, of it 3.30 tax.</summary>
    /// <returns>The order, valid for every scheme.</returns>
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

    /// <summary>A sale with a token and Level III data.</summary>
    /// <param name="order">What is paid; none for <see cref="CommercialOrder"/>.</param>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The request, with the amount of the order.</returns>
    public static SaleRequest CommercialSale(CommercialOrder? order = null, string key = "arbitrary-sale-key")
    {
        order ??= CommercialOrder();
        return Sale(order.Amount, key) with { CommercialCardData = order.Data };
    }

    /// <summary>An authorization with a token.</summary>
    /// <param name="amount">How much.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="order">The order that is paid; an order is paid once.</param>
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

    /// <summary>A capture.</summary>
    /// <param name="authorization">What is captured.</param>
    /// <param name="amount">How much.</param>
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

    /// <summary>A void.</summary>
    /// <param name="transaction">What is undone.</param>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The request.</returns>
    public static VoidRequest Void(TransactionReference transaction, string key = "arbitrary-void-key") =>
        new() { IdempotencyKey = new IdempotencyKey(key), Transaction = transaction };

    /// <summary>A refund.</summary>
    /// <param name="transaction">What took the money.</param>
    /// <param name="amount">How much.</param>
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

    /// <summary>A credit to a stored method.</summary>
    /// <param name="amount">How much.</param>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The request.</returns>
    public static CreditRequest Credit(Money? amount = null, string key = "arbitrary-credit-key") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Amount = amount ?? ArbitraryAmount,
            PaymentMethod = PaymentMethod.Stored("arbitrary-stored-method"),
        };

    /// <summary>A set-up of a token for zero USD.</summary>
    /// <param name="amount">How much; zero when it is not given.</param>
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
