namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>Valid requests that match the transactions of <see cref="Txn"/>.</summary>
internal static class Some
{
    private static readonly SampleRequests Samples = new()
    {
        PaymentMethod = PaymentMethod.Stored("9001"),
        Customer = new Customer { Id = "7001" },
        AdditionalPayment = false,
    };

    public static Customer Customer => Samples.Customer!;

    public static SaleRequest Sale(decimal amount = 49.90m, string key = "key-1") => Of(amount).Sale(key);

    public static AuthorizeRequest Authorize(decimal amount = 49.90m, string key = "key-1") =>
        Of(amount).Authorize(key);

    public static CreditRequest Credit(decimal amount = 49.90m, string key = "key-1") => Of(amount).Credit(key);

    public static CaptureRequest Capture(decimal amount = 49.90m, string key = "key-1", string id = "501234") =>
        Of(amount).Capture(VirtualTerminalFixture.Ref(id), key);

    public static VoidRequest Void(string key = "key-1", string id = "501234") =>
        SampleRequests.Void(VirtualTerminalFixture.Ref(id), key);

    public static RefundRequest Refund(
        decimal amount = 49.90m,
        decimal? already = 0,
        string key = "key-1",
        string id = "501234"
    ) =>
        Of(amount).Refund(VirtualTerminalFixture.Ref(id), key) with
        {
            RefundedElsewhere = already is { } before ? Money.Usd(before) : null,
        };

    private static SampleRequests Of(decimal amount) => Samples with { Amount = Money.Usd(amount) };

    public static CommercialCardData LevelII =>
        new()
        {
            CustomerReference = "PO-88",
            Tax = new CommercialTax { Amount = Money.Usd(6.60m) },
            Freight = Money.Usd(10),
        };

    /// <summary>An order of 2 x 40.00 + 6.60 + 10.00 = 96.60.</summary>
    public static CommercialCardData LevelIII => LevelII with { ShipTo = Dock, LineItems = [Line("BOLT-10", 2, 40)] };

    public static Address Dock =>
        new()
        {
            FirstName = "Dock",
            LastName = "Four",
            Line1 = "1 Elm St",
            City = "Troy",
            Region = "NY",
            PostalCode = "12180",
            Country = "US",
            Phone = "5185550100",
        };

    public static CommercialLineItem Line(string code, decimal quantity, decimal price) =>
        new()
        {
            ProductCode = code,
            Quantity = quantity,
            UnitPrice = UnitPrice.Of(price, "USD"),
        };
}
