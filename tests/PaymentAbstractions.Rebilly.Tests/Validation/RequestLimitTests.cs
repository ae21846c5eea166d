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
        ["BillingAddress.Email"] = (255, text => At(new Address { Email = string.Concat("a@b.", text.AsSpan(4)) })),
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

    public static TheoryData<ShopperContext, string, string> Risks =>
        new()
        {
            { Device("203.0.113", null), "ipAddress", "Shopper.IpAddress" },
            { Device("3405803783", null), "ipAddress", "Shopper.IpAddress" },
            { Device("host", null), "ipAddress", "Shopper.IpAddress" },
            { Device(null, new string('a', 51)), "fingerprint", "Shopper.DeviceFingerprint" },
            { Device(null, "🎉"), "fingerprint", "Shopper.DeviceFingerprint" },
            { Of(Browser() with { Language = "" }), "browserData", "Shopper.Browser" },
            { Of(Browser() with { Language = "abcdefghi" }), "browserData", "Shopper.Browser" },
            { Of(Browser() with { ColorDepth = 0 }), "browserData", "Shopper.Browser" },
            { Of(Browser() with { ColorDepth = 49 }), "browserData", "Shopper.Browser" },
            { Of(Browser() with { ScreenWidth = -1 }), "browserData", "Shopper.Browser" },
            { Of(Browser() with { ScreenWidth = 65536 }), "browserData", "Shopper.Browser" },
            { Of(Browser() with { ScreenHeight = -1 }), "browserData", "Shopper.Browser" },
            { Of(Browser() with { ScreenHeight = 65536 }), "browserData", "Shopper.Browser" },
            { Of(Browser() with { TimeZoneOffsetMinutes = -1411 }), "browserData", "Shopper.Browser" },
            { Of(Browser() with { TimeZoneOffsetMinutes = 1411 }), "browserData", "Shopper.Browser" },
        };

    [Theory]
    [MemberData(nameof(Risks))]
    public async Task Risk_data_that_Rebilly_would_refuse_is_left_out_and_reported(
        ShopperContext shopper,
        string member,
        string field
    )
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale()));

        var result = await fixture.Gateway.SaleAsync(With(shopper), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
        Assert.Equal([field], result.LeftOutFields);
        Assert.DoesNotContain(member, Assert.Single(fixture.Stub.Writes).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-Hans-CN", "zh-Hans", true)]
    [InlineData("de-CH-1996", "de-CH", true)]
    [InlineData("sr-Latn", "sr-Latn", false)]
    public async Task A_language_is_shortened_to_whole_parts(string language, string sent, bool isReported)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale()));

        var result = await fixture.Gateway.SaleAsync(
            With(Of(Browser() with { Language = language })),
            TestContext.Current.CancellationToken
        );

        Assert.Contains($"\"language\":\"{sent}\"", Assert.Single(fixture.Stub.Writes).Body, StringComparison.Ordinal);
        Assert.Equal(isReported ? ["Shopper.Browser.Language"] : [], result.LeftOutFields);
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
            { Some.Sale() with { Description = "a\ud83c" }, "Description" },
            { At(new Address { Email = "nobody" }), "BillingAddress.Email" },
            { At(new Address { Email = "a b@example.com" }), "BillingAddress.Email" },
            { At(new Address { Email = "Ann <ann@example.com>" }), "BillingAddress.Email" },
            { At(new Address { City = "🎉" }), "BillingAddress.City" },
            { At(new Address { PostalCode = "12/34" }), "BillingAddress.PostalCode" },
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
    public void A_request_that_Rebilly_would_refuse_is_not_sent(PaymentRequest request, string field)
    {
        Assert.Equal([field], Check(request).Select(problem => problem.Field));
    }

    public static TheoryData<PaymentRequest> Accepted =>
        [
            Some.Sale(),
            At(Some.Address),
            Some.Sale() with
            {
                Description = "Thanks 🎉",
            },
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
    public void A_request_that_Rebilly_accepts_has_no_problem(PaymentRequest request)
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

    private static ShopperContext Of(BrowserInfo browser) => new() { Browser = browser };

    private static ShopperContext Device(string? address, string? fingerprint) =>
        new() { IpAddress = address, DeviceFingerprint = fingerprint };

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
