namespace PaymentAbstractions.Adapters.Tests;

/// <summary>Requests that are valid and fit the transactions of <see cref="Txn"/> and <see cref="Old"/>.</summary>
internal static class Some
{
    public static readonly Money Amount = Money.Usd(12.50m);

    public static readonly Customer Customer = new() { Id = "cus_1" };

    public static PaymentCard Card =>
        new()
        {
            Number = new CardNumber("4111111111111111"),
            ExpiryMonth = 12,
            ExpiryYear = 2030,
            SecurityCode = new SecurityCode("987"),
        };

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

    public static SaleRequest CardSale(string key = "key-1") =>
        Sale(key) with
        {
            PaymentMethod = Card,
            Customer = null,
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

    public static SetupRequest Setup(string key = "key-1") =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Amount = Money.Usd(0),
            PaymentMethod = PaymentMethod.Stored("inst_1"),
            Customer = Customer,
        };

    public static CaptureRequest Capture(
        decimal amount = 12.50m,
        string key = "key-1",
        TransactionReference? of = null
    ) =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Authorization = of ?? AdapterFixture.Ref("pay_a"),
            Amount = Money.Usd(amount),
        };

    public static VoidRequest Void(string key = "key-1", TransactionReference? of = null) =>
        new() { IdempotencyKey = new IdempotencyKey(key), Transaction = of ?? AdapterFixture.Ref("pay_1") };

    public static RefundRequest Refund(
        decimal amount = 12.50m,
        string key = "key-1",
        TransactionReference? of = null
    ) =>
        new()
        {
            IdempotencyKey = new IdempotencyKey(key),
            Transaction = of ?? AdapterFixture.Ref("pay_1"),
            Amount = Money.Usd(amount),
        };
}
