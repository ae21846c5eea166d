namespace PaymentAbstractions.Rebilly.Tests;

public class RequestLimitTests
{
    private static readonly Dictionary<string, (int Most, Func<string, SaleRequest> Make)> Texts = new(
        StringComparer.Ordinal
    )
    {
        ["Description"] = (255, text => Some.Sale() with { Description = text }),
        ["BillingAddress.FirstName"] = (45, text => At(new Address { FirstName = text })),
        ["BillingAddress.LastName"] = (45, text => At(new Address { LastName = text })),
        ["BillingAddress.Organization"] = (255, text => At(new Address { Organization = text })),
        ["BillingAddress.Line1"] = (60, text => At(new Address { Line1 = text })),
        ["BillingAddress.Line2"] = (60, text => At(new Address { Line2 = text })),
        ["BillingAddress.City"] = (45, text => At(new Address { City = text })),
        ["BillingAddress.Region"] = (45, text => At(new Address { Region = text })),
        ["BillingAddress.PostalCode"] = (10, text => At(new Address { PostalCode = text })),
        ["BillingAddress.Phone"] = (50, text => At(new Address { Phone = text })),
        ["BillingAddress.Email"] = (255, text => At(new Address { Email = text })),
        ["Shopper.DeviceFingerprint"] = (50, text => With(new ShopperContext { DeviceFingerprint = text })),
        ["Shopper.Browser.Language"] = (8, text => With(Browser() with { Language = text })),
        ["Customer.Id"] = (50, text => Some.Sale() with { Customer = new Customer { Id = text } }),
        ["PaymentMethod.Id"] = (50, text => Some.Sale() with { PaymentMethod = PaymentMethod.Stored(text) }),
        ["ReturnUrl"] = (2083, text => Some.Sale() with { ReturnUrl = Url(text.Length) }),
        ["NotificationUrl"] = (2083, text => Some.Sale() with { NotificationUrl = Url(text.Length) }),
    };

    public static TheoryData<string> Fields => [.. Texts.Keys];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_text_at_its_limit_is_sent_and_one_longer_is_not(string field)
    {
        var (most, make) = Texts[field];
        await using var fixture = new RebillyFixture();
        var token = TestContext.Current.CancellationToken;

        await fixture.Gateway.SaleAsync(make(new string('a', most)), token);
        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Gateway.SaleAsync(
                make(new string('a', most + 1)) with
                {
                    IdempotencyKey = new IdempotencyKey("key-2"),
                },
                token
            )
        );

        Assert.Equal(field, Assert.Single(exception.Problems).Field);
        Assert.Single(fixture.Stub.Requests);
    }

    public static TheoryData<int, int, int, int, string?> Screens =>
        new()
        {
            { 1, 0, 0, -1410, null },
            { 48, 65535, 65535, 1410, null },
            { 0, 1, 1, 0, "Shopper.Browser.ColorDepth" },
            { 49, 1, 1, 0, "Shopper.Browser.ColorDepth" },
            { 24, -1, 1, 0, "Shopper.Browser.ScreenWidth" },
            { 24, 65536, 1, 0, "Shopper.Browser.ScreenWidth" },
            { 24, 1, -1, 0, "Shopper.Browser.ScreenHeight" },
            { 24, 1, 65536, 0, "Shopper.Browser.ScreenHeight" },
            { 24, 1, 1, -1411, "Shopper.Browser.TimeZoneOffsetMinutes" },
            { 24, 1, 1, 1411, "Shopper.Browser.TimeZoneOffsetMinutes" },
        };

    [Theory]
    [MemberData(nameof(Screens))]
    public void The_browser_s_figures_have_their_ranges(int depth, int width, int height, int zone, string? field)
    {
        var browser = Browser() with
        {
            ColorDepth = depth,
            ScreenWidth = width,
            ScreenHeight = height,
            TimeZoneOffsetMinutes = zone,
        };

        var problems = Check(With(browser));

        Assert.Equal(field is null ? [] : [field], problems.Select(problem => problem.Field));
    }

    public static TheoryData<PaymentRequest, string> Refused =>
        new()
        {
            { Some.Sale() with { Customer = null }, "Customer" },
            { Some.Sale() with { Customer = new Customer { Id = "a/b" } }, "Customer.Id" },
            { Some.Sale() with { Customer = new Customer { Id = ".." } }, "Customer.Id" },
            { Some.Sale() with { PaymentMethod = PaymentMethod.Stored("a b") }, "PaymentMethod.Id" },
            { Some.Sale() with { PaymentMethod = Some.Card }, "BillingAddress" },
            { Some.Sale() with { PaymentMethod = PaymentMethod.Token("a\ud800") }, "PaymentMethod" },
            { At(Some.Address) with { PaymentMethod = Bban("12AB") }, "PaymentMethod.AccountNumber" },
            { Some.Sale() with { Description = "Thanks 🎉" }, "Description" },
            { At(new Address { City = "🎉" }), "BillingAddress.City" },
            { At(new Address { PostalCode = "12/34" }), "BillingAddress.PostalCode" },
            { With(new ShopperContext { IpAddress = "203.0.113" }), "Shopper.IpAddress" },
            { With(new ShopperContext { IpAddress = "3405803783" }), "Shopper.IpAddress" },
            { With(new ShopperContext { IpAddress = "host" }), "Shopper.IpAddress" },
            { With(Browser() with { Language = "" }), "Shopper.Browser.Language" },
            { Some.Sale() with { ReturnUrl = new Uri("/return", UriKind.RelativeOrAbsolute) }, "ReturnUrl" },
            { Some.Sale() with { ReturnUrl = new Uri("javascript:alert(1)") }, "ReturnUrl" },
            { Some.Sale() with { NotificationUrl = new Uri("ftp://example.com/") }, "NotificationUrl" },
            { Some.Sale() with { Metadata = Metadata.From([new("a", "\ud800")]) }, "Metadata" },
            { Some.Sale() with { Metadata = Metadata.From([new("order_reference", "x")]) }, "Metadata" },
            {
                Some.Credit() with
                {
                    Customer = Some.Customer with { CreateOrUpdate = true },
                },
                "Customer.CreateOrUpdate"
            },
            { Some.Refund() with { Description = new string('a', 211) }, "Description" },
            { Some.Void() with { Description = new string('a', 211) }, "Description" },
            { Some.Refund() with { Metadata = Metadata.From([new("a", "b")]) }, "Metadata" },
            { Some.Void() with { Metadata = Metadata.From([new("a", "b")]) }, "Metadata" },
            { Some.Void(id: ".."), "Transaction" },
            { Some.Refund(id: "a/b"), "Transaction" },
            { Some.Capture(id: new string('a', 51)), "Authorization" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_Rebilly_would_refuse_is_not_sent(PaymentRequest request, string field)
    {
        Assert.Equal([field], Check(request).Select(problem => problem.Field));
    }

    public static TheoryData<PaymentRequest> Accepted =>
        [
            Some.Sale(),
            At(Some.Address),
            At(new Address { FirstName = "", PostalCode = "SW1A 1AA" }),
            With(new ShopperContext { IpAddress = "2001:db8::1" }),
            With(new ShopperContext { IpAddress = "203.0.113.7" }),
            Some.Sale() with
            {
                Metadata = Metadata.From([new("note", "🎉")]),
            },
            Some.Refund() with
            {
                Description = new string('a', 210),
            },
            Some.Capture(id: "cus_@~-.x"),
            Some.Sale() with
            {
                ReturnUrl = new Uri("https://shop.example.com/{id}"),
            },
        ];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void What_Rebilly_takes_is_accepted(PaymentRequest request)
    {
        Assert.Empty(Check(request));
    }

    private static IReadOnlyList<RequestProblem> Check(PaymentRequest request)
    {
        var problems = new ProblemList();
        RebillyRequestRules.Check(
            request,
            new RebillyOptions { OrderReferenceCustomField = "order_reference" },
            problems
        );
        return Record.Exception(problems.ThrowIfAny) is PaymentRequestException exception ? exception.Problems : [];
    }

    private static BbanBankAccount Bban(string number) =>
        new()
        {
            AccountNumber = new BankAccountNumber(number),
            RoutingNumber = "011000015",
            AccountType = BankAccountType.Savings,
        };

    private static SaleRequest At(Address address) => Some.Sale() with { BillingAddress = address };

    private static SaleRequest With(ShopperContext shopper) => Some.Sale() with { Shopper = shopper };

    private static SaleRequest With(BrowserInfo browser) => With(new ShopperContext { Browser = browser });

    private static Uri Url(int length) => new("https://shop.example.com/".PadRight(length, 'a'));

    private static BrowserInfo Browser() =>
        new()
        {
            ColorDepth = 24,
            IsJavaEnabled = false,
            Language = "en",
            ScreenWidth = 1,
            ScreenHeight = 1,
            TimeZoneOffsetMinutes = 0,
        };
}
