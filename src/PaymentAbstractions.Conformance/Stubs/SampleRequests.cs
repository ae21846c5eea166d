namespace PaymentAbstractions.Conformance;

/// <summary>Creates small valid requests; use <c>with</c> to change the property that a test is about.</summary>
/// <remarks>Immutable. By default, 12.50 USD is paid with the stored method <c>inst_1</c> of the customer <c>cus_1</c>.</remarks>
public sealed record SampleRequests
{
    /// <summary>The amount of every request except a set-up, which has no amount.</summary>
    public Money Amount { get; init; } = Money.Usd(12.50m);

    /// <summary>The payment method.</summary>
    public PaymentMethod PaymentMethod { get; init; } = PaymentMethod.Stored("inst_1");

    /// <summary>The customer.</summary>
    public Customer? Customer { get; init; } = new() { Id = "cus_1" };

    /// <summary>
    /// Whether sales and authorizations may be additional payments of their order; default true, so that no order blocks a test.
    /// </summary>
    public bool AdditionalPayment { get; init; } = true;

    /// <summary>A card with a number that is a test number everywhere, valid until the end of 2030.</summary>
    public static PaymentCard Card =>
        new()
        {
            Number = new CardNumber("4111111111111111"),
            ExpiryMonth = 12,
            ExpiryYear = 2030,
            SecurityCode = new SecurityCode("123"),
        };

    /// <summary>A sale for <c>order-1</c>.</summary>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The request.</returns>
    public SaleRequest Sale(string key = "key-1") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            OrderReference = new OrderReference("order-1"),
            Amount = Amount,
            PaymentMethod = PaymentMethod,
            Customer = Customer,
            AdditionalPayment = AdditionalPayment,
        };

    /// <summary>An authorization for <c>order-1</c>.</summary>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The request.</returns>
    public AuthorizeRequest Authorize(string key = "key-1") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            OrderReference = new OrderReference("order-1"),
            Amount = Amount,
            PaymentMethod = PaymentMethod,
            Customer = Customer,
            AdditionalPayment = AdditionalPayment,
        };

    /// <summary>A credit without an order.</summary>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The request.</returns>
    public CreditRequest Credit(string key = "key-1") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Amount = Amount,
            PaymentMethod = PaymentMethod,
            Customer = Customer,
        };

    /// <summary>A set-up of the payment method.</summary>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The request.</returns>
    public SetupRequest Setup(string key = "key-1") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Amount = new Money(0, Amount.Currency),
            PaymentMethod = PaymentMethod,
            Customer = Customer,
        };

    /// <summary>A capture of the amount.</summary>
    /// <param name="authorization">The authorization to capture.</param>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The request.</returns>
    public CaptureRequest Capture(TransactionReference authorization, string key = "key-1") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Authorization = authorization,
            Amount = Amount,
        };

    /// <summary>A void.</summary>
    /// <param name="transaction">The transaction to void.</param>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The request.</returns>
    public static VoidRequest Void(TransactionReference transaction, string key = "key-1") =>
        new() { IdempotencyKey = new IdempotencyKey(key), Transaction = transaction };

    /// <summary>A refund of the amount.</summary>
    /// <param name="transaction">The transaction to refund.</param>
    /// <param name="key">The idempotency key.</param>
    /// <returns>The request.</returns>
    public RefundRequest Refund(TransactionReference transaction, string key = "key-1") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Transaction = transaction,
            Amount = Amount,
        };
}
