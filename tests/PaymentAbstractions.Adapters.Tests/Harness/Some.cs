namespace PaymentAbstractions.Adapters.Tests;

/// <summary>Valid requests that match the transactions of <see cref="Txn"/> and <see cref="Old"/>.</summary>
internal static class Some
{
    private static readonly SampleRequests Samples = new();

    public static Money Amount => Samples.Amount;

    public static Customer Customer => Samples.Customer!;

    public static PaymentCard Card => SampleRequests.Card with { SecurityCode = new SecurityCode("987") };

    public static SaleRequest Sale(string key = "key-1") => Samples.Sale(key);

    public static SaleRequest CardSale(string key = "key-1") =>
        Sale(key) with
        {
            PaymentMethod = Card,
            Customer = null,
        };

    public static AuthorizeRequest Authorize(string key = "auth-1") => Samples.Authorize(key);

    public static SetupRequest Setup(string key = "key-1") => Samples.Setup(key);

    public static CaptureRequest Capture(
        decimal amount = 12.50m,
        string key = "key-1",
        TransactionReference? of = null
    ) => Of(amount).Capture(of ?? AdapterFixture.Ref("pay_a"), key);

    public static VoidRequest Void(string key = "key-1", TransactionReference? of = null) =>
        SampleRequests.Void(of ?? AdapterFixture.Ref("pay_1"), key);

    public static RefundRequest Refund(
        decimal amount = 12.50m,
        string key = "key-1",
        TransactionReference? of = null
    ) => Of(amount).Refund(of ?? AdapterFixture.Ref("pay_1"), key);

    private static SampleRequests Of(decimal amount) => Samples with { Amount = Money.Usd(amount) };
}
