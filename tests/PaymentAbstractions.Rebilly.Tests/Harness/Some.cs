namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>
/// Requests that are valid and fit the transactions of <see cref="Txn"/>. No order holds them up, so that what is seen is the adapter.
/// </summary>
internal static class Some
{
    public static readonly Money Amount = new(12.50m, Currency.Usd);

    public static readonly Customer Customer = new() { Id = "cus_1" };

    public static SaleRequest Sale(string key = "key-1") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            OrderReference = new OrderReference("order-1"),
            Amount = Amount,
            PaymentMethod = PaymentMethod.Stored("inst_1"),
            Customer = Customer,
            AdditionalPayment = true,
        };

    public static AuthorizeRequest Authorize(string key = "auth-1") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            OrderReference = new OrderReference("order-1"),
            Amount = Amount,
            PaymentMethod = PaymentMethod.Stored("inst_1"),
            Customer = Customer,
            AdditionalPayment = true,
        };

    public static CaptureRequest Capture(string key = "key-1", string id = "txn_a") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Authorization = RebillyFixture.Ref(id),
            Amount = Amount,
        };

    public static VoidRequest Void(string key = "key-1", string id = "txn_1") =>
        new() { IdempotencyKey = new IdempotencyKey(key), Transaction = RebillyFixture.Ref(id) };

    public static RefundRequest Refund(decimal amount = 12.50m, string key = "key-1", string id = "txn_1") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Transaction = RebillyFixture.Ref(id),
            Amount = Usd(amount),
        };

    public static CreditRequest Credit(string key = "key-1") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Amount = Amount,
            PaymentMethod = PaymentMethod.Stored("inst_1"),
            Customer = Customer,
        };

    public static SetupRequest Setup(string key = "key-1") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Amount = Usd(0),
            PaymentMethod = PaymentMethod.Stored("inst_1"),
            Customer = Customer,
        };

    public static PaymentCard Card =>
        new()
        {
            Number = new CardNumber("4111111111111111"),
            ExpiryMonth = 12,
            ExpiryYear = 2030,
            SecurityCode = new SecurityCode("123"),
        };

    public static Address Address =>
        new()
        {
            FirstName = "Ada",
            LastName = "Example",
            Line1 = "1 Main Street",
            City = "Springfield",
            Region = "IL",
            PostalCode = "62701",
            Country = "US",
            Phone = "+1 555 0100",
            Email = "ada@example.com",
        };

    public static Money Usd(decimal amount) => new(amount, Currency.Usd);
}
