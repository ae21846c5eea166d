namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Every request, byte for byte: method, path, headers and body.</summary>
public class GoldenRequestTests
{
    private static readonly RebillyRequestOptions Own = new()
    {
        GatewayAccountId = "gw_7",
        InvoiceIds = ["inv_1", "inv_2"],
        Limit = new RebillyLimit
        {
            Amount = new Money(500, Currency.Eur),
            ResetAt = new DateTimeOffset(2026, 4, 1, 2, 0, 0, TimeSpan.FromHours(2)),
        },
        IsProcessedOutside = true,
        ProcessedAt = new DateTimeOffset(2026, 2, 28, 23, 59, 58, TimeSpan.Zero),
        HttpHeaders = Metadata.From([new("User-Agent", "Mozilla/5.0"), new("Accept", "*/*")]),
        IsAdBlockEnabled = true,
        KountFraudSessionId = "kount-session-1",
        PayPalMerchantSessionId = "paypal-1",
        ThreatMetrixSessionId = "tm-1",
        Expand = ["customer", "invoices"],
    };

    private static readonly Dictionary<string, PaymentMethodRequest> Payments = new(StringComparer.Ordinal)
    {
        ["sale-stored"] = Some.Sale(),
        ["sale-token"] = Some.Sale() with { PaymentMethod = PaymentMethod.Token("tok_1") },
        ["sale-card"] = Some.Sale() with { PaymentMethod = Some.Card, BillingAddress = Some.Address },
        ["sale-card-without-code"] = Some.Sale() with
        {
            PaymentMethod = Some.Card with { SecurityCode = null },
            BillingAddress = new Address { Country = "US", City = "" },
        },
        ["sale-bban"] = Some.Sale() with
        {
            PaymentMethod = new BbanBankAccount
            {
                AccountNumber = new BankAccountNumber("000123456789"),
                RoutingNumber = "011000015",
                AccountType = BankAccountType.Checking,
                BankName = "First Bank",
            },
            BillingAddress = Some.Address,
        },
        ["sale-iban"] = Some.Sale() with
        {
            Amount = new Money(99.90m, Currency.Eur),
            PaymentMethod = new IbanBankAccount
            {
                AccountNumber = new BankAccountNumber("DE89 3704 0044 0532 0130 00"),
                Bic = "COBADEFFXXX",
            },
            BillingAddress = new Address { LastName = "Müller", Country = "DE" },
        },
        ["sale-default"] = Some.Sale() with { PaymentMethod = new CustomerDefaultPaymentMethod() },
        ["sale-choice"] = Some.Sale() with
        {
            PaymentMethod = new CustomerChoicePaymentMethod { Methods = ["paypal", "payment-card"] },
            ReturnUrl = new Uri("https://shop.example.com/return?id={id}&result={result}"),
            NotificationUrl = new Uri("https://shop.example.com/notify/{id}"),
        },
        ["sale-cash"] = Some.Sale() with
        {
            PaymentMethod = new CustomerChoicePaymentMethod { Methods = ["cash"], ReceivedBy = "Till 4" },
        },
        ["sale-check"] = Some.Sale() with
        {
            PaymentMethod = new CustomerChoicePaymentMethod { Methods = ["check"], Reference = "No. 1047" },
        },
        ["sale-yen"] = Some.Sale() with { Amount = new Money(1250, Currency.Jpy) },
        ["sale-dinar"] = Some.Sale() with { Amount = new Money(1.234m, Currency.Parse("KWD")) },
        ["sale-upsert"] = Some.Sale() with
        {
            Customer = new Customer { Id = "cus_1", CreateOrUpdate = true },
            BillingAddress = Some.Address,
        },
        ["sale-merchant-initiated"] = Some.Sale() with
        {
            StoredCredentialUse = StoredCredentialUse.MerchantRecurring,
            Description = "Subscription \"Gold\"",
        },
        ["sale-customer-initiated"] = Some.Sale() with { StoredCredentialUse = StoredCredentialUse.LaterByCustomer },
        ["sale-risk"] = Some.Sale() with
        {
            Shopper = new ShopperContext
            {
                IpAddress = "203.0.113.7",
                DeviceFingerprint = "fp-1",
                Browser = new BrowserInfo
                {
                    ColorDepth = 24,
                    IsJavaEnabled = false,
                    Language = "en-US",
                    ScreenWidth = 1920,
                    ScreenHeight = 1080,
                    TimeZoneOffsetMinutes = -300,
                },
            },
        },
        ["sale-own-fields"] = Some.Sale() with
        {
            Shopper = new ShopperContext
            {
                Browser = new BrowserInfo
                {
                    ColorDepth = 24,
                    IsJavaEnabled = false,
                    Language = "en-US",
                    ScreenWidth = 1920,
                    ScreenHeight = 1080,
                    TimeZoneOffsetMinutes = -300,
                },
            },
            ProviderOptions = [Own],
        },
        ["sale-own-risk"] = Some.Sale() with
        {
            ProviderOptions = [new RebillyRequestOptions { ThreatMetrixSessionId = "tm-1" }],
        },
        ["credit-processed-outside"] = Some.Credit() with
        {
            ProviderOptions = [new RebillyRequestOptions { IsProcessedOutside = true }],
        },
        ["sale-metadata"] = Some.Sale() with
        {
            Metadata = Metadata.From([new("channel", "web"), new("level_data", "{}")]),
        },
        ["authorize"] = Some.Authorize(),
        ["authorize-zero"] = Some.Authorize() with { Amount = Some.Usd(0) },
        ["setup"] = Some.Setup(),
        ["credit"] = Some.Credit() with { OrderReference = new OrderReference("order-1") },
        ["credit-merchant-initiated"] = Some.Credit() with
        {
            StoredCredentialUse = StoredCredentialUse.MerchantUnscheduled,
        },
    };

    public static TheoryData<string> Names => [.. Payments.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_payment_is_written_exactly_so(string name)
    {
        await using var fixture = new RebillyFixture();

        await fixture.SendAsync(Payments[name]);

        GoldenFile.AssertMatches(name, Assert.Single(fixture.Stub.Requests));
    }

    [Fact]
    public async Task The_gateway_account_and_the_field_of_the_order_come_from_the_options()
    {
        await using var fixture = new RebillyFixture(
            ("GatewayAccountId", "gw_9"),
            ("OrderReferenceCustomField", "order_reference"),
            ("BaseUrl", "https://proxy.example.com/rebilly")
        )
        {
            Stub = new RebillyStub("/rebilly"),
        };

        await fixture.SendAsync(Some.Sale() with { Metadata = Metadata.From([new("channel", "web")]) });

        GoldenFile.AssertMatches("sale-options", Assert.Single(fixture.Stub.Requests));
    }

    [Fact]
    public async Task A_capture_repeats_the_authorization()
    {
        await using var fixture = new RebillyFixture(("GatewayAccountId", "gw_9"));
        fixture.Stub.WithAuthorization(Txn.Authorization());

        await fixture.Gateway.CaptureAsync(
            Some.Capture() with
            {
                Description = "Shipped",
                Metadata = Metadata.From([new("channel", "web")]),
            },
            TestContext.Current.CancellationToken
        );

        GoldenFile.AssertMatches("capture", fixture.Stub.Requests);
    }

    [Fact]
    public async Task Refunds_and_voids_carry_the_key_in_the_description()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale()).On("POST transactions/txn_1/refund", StubAnswer.Problem(422));
        var token = TestContext.Current.CancellationToken;

        await fixture.Gateway.RefundAsync(Some.Refund(5) with { Description = "Damaged" }, token);
        await fixture.Gateway.VoidAsync(Some.Void("key-2"), token);

        await fixture.Gateway.RefundAsync(
            Some.Refund(4, "key-3") with
            {
                ProviderOptions =
                [
                    new RebillyRequestOptions { IsProcessedOutside = true, Expand = ["parentTransaction"] },
                ],
            },
            token
        );

        GoldenFile.AssertMatches("refund", fixture.Stub.Writes[0]);
        GoldenFile.AssertMatches("refund-processed-outside", fixture.Stub.Writes[2]);
        GoldenFile.AssertMatches("void", fixture.Stub.Writes[1]);
    }

    [Fact]
    public async Task Customers_and_instruments_are_written_as_the_guide_says()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET customers/cus_1", StubAnswer.Problem(404));
        var token = TestContext.Current.CancellationToken;

        await fixture.Vault.UpsertCustomerAsync(new Customer { Id = "cus_1", Address = Some.Address }, token);
        await fixture.Vault.StorePaymentMethodAsync(
            new StorePaymentMethodRequest
            {
                CustomerId = "cus_1",
                PaymentMethod = Some.Card,
                BillingAddress = Some.Address,
            },
            token
        );
        await fixture.Vault.StorePaymentMethodAsync(
            new StorePaymentMethodRequest { CustomerId = "cus_1", PaymentMethod = PaymentMethod.Token("tok_1") },
            token
        );

        GoldenFile.AssertMatches("vault", fixture.Stub.Requests);
    }

    [Fact]
    public async Task Queries_for_payment_methods_are_written_exactly_so()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST ready-to-pay", StubAnswer.Text(200, "[]"), StubAnswer.Text(200, "[]"));
        var token = TestContext.Current.CancellationToken;

        await fixture.Catalog.ListAsync(new PaymentMethodQuery { Amount = new Money(1250, Currency.Jpy) }, token);
        await fixture.Catalog.ListAsync(
            new PaymentMethodQuery
            {
                Amount = Some.Amount,
                CustomerId = "cus_1",
                BillingAddress = Some.Address,
                Shopper = Payments["sale-risk"].Shopper,
            },
            token
        );

        GoldenFile.AssertMatches("ready-to-pay", fixture.Stub.Requests);
    }

    [Fact]
    public async Task Payout_requests_are_written_exactly_so()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET payout-requests/po_1", StubAnswer.Problem(404), StubAnswer.Text(200, PayoutTests.Body));
        fixture.Stub.On("GET payout-requests/po_1/payment-instruments", StubAnswer.Text(200, "[]"));
        fixture.Stub.On("GET payout-requests", StubAnswer.Text(200, "[]"));
        var token = TestContext.Current.CancellationToken;
        var request = new PayoutRequest { CustomerId = "cus_1", Amount = new Money(1250, Currency.Jpy) };

        await fixture.Payouts.RequestAsync(request, token);
        await fixture.Payouts.RequestAsync(
            request with
            {
                Id = "po_1",
                Amount = Some.Amount,
                PaymentMethodId = "inst_1",
                Description = "Winnings \"Gold\"",
                ReturnUrl = new Uri("https://shop.example.com/paid?id={{id}}"),
            },
            token
        );
        await fixture.Payouts.GetAsync("po_1", token);
        await foreach (var _ in fixture.Payouts.ListAsync("cus_1", token)) { }
        await foreach (var _ in fixture.Payouts.ListAsync(cancellationToken: token)) { }
        await fixture.Payouts.ListPaymentMethodsAsync("po_1", token);
        await fixture.Payouts.CancelAsync(
            new CancelPayoutRequest
            {
                PayoutId = "po_1",
                CanceledBy = PayoutCanceledBy.Customer,
                Description = "Paid in cash",
            },
            token
        );

        GoldenFile.AssertMatches("payout-requests", fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_credit_for_a_payout_request_is_written_exactly_so()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("GET payout-requests/po_1", StubAnswer.Text(200, PayoutTests.Body));

        await fixture.SendAsync(Some.Credit() with { PayoutId = "po_1" });

        GoldenFile.AssertMatches("credit-payout", fixture.Stub.Requests);
    }

    [Fact]
    public async Task Look_ups_are_written_exactly_so()
    {
        await using var fixture = new RebillyFixture(("OpenAuthorizations", "AskProvider"));
        fixture.Stub.On(
            "GET transactions/txn_1",
            StubAnswer.Ok(Txn.Sale().With("status", "timeout").With("result", "unknown"))
        );
        var token = TestContext.Current.CancellationToken;

        await fixture.Gateway.FindAsync(FindRequest.For(RebillyFixture.Ref("txn_1")), token);
        await fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(Some.Sale(), ConformanceHarness.Start)),
            token
        );
        await fixture.Gateway.SaleAsync(Some.Sale(), token);

        GoldenFile.AssertMatches("look-ups", fixture.Stub.Requests);
    }

    [Fact]
    public void The_key_on_the_wire_never_changes()
    {
        Assert.Equal("c86e3570482374ea0f7d50d8a7b27e0d24a0be64", RebillyFixture.WireKey("key-1"));
    }
}
