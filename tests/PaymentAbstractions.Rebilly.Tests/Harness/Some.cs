namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>
/// Valid requests that match the transactions of <see cref="Txn"/>. They have no order to wait for, so that only the adapter is tested.
/// </summary>
internal static class Some
{
    private static readonly SampleRequests Samples = new();

    public static Money Amount => Samples.Amount;

    public static Customer Customer => Samples.Customer!;

    public static PaymentCard Card => SampleRequests.Card;

    public static SaleRequest Sale(string key = "key-1") => Samples.Sale(key);

    public static AuthorizeRequest Authorize(string key = "auth-1") => Samples.Authorize(key);

    public static CaptureRequest Capture(string key = "key-1", string id = "txn_a") =>
        Samples.Capture(RebillyFixture.Ref(id), key);

    public static VoidRequest Void(string key = "key-1", string id = "txn_1") =>
        SampleRequests.Void(RebillyFixture.Ref(id), key);

    public static RefundRequest Refund(decimal amount = 12.50m, string key = "key-1", string id = "txn_1") =>
        Samples.Refund(RebillyFixture.Ref(id), key) with
        {
            Amount = Usd(amount),
        };

    public static CreditRequest Credit(string key = "key-1") => Samples.Credit(key);

    public static SetupRequest Setup(string key = "key-1") => Samples.Setup(key);

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

    public static Money Usd(decimal amount) => Money.Usd(amount);
}
