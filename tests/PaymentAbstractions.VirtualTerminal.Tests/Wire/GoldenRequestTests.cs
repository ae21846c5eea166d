namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>Every request, byte for byte: method, path, headers and body. The key in a path is shown as KEY.</summary>
public class GoldenRequestTests
{
    private static readonly Dictionary<string, PaymentMethodRequest> Orders = new(StringComparer.Ordinal)
    {
        ["sale-level-1"] = Some.Sale(),
        ["sale-level-2"] = Some.Sale(96.60m) with { CommercialCardData = Some.LevelII },
        ["sale-level-2-zero"] = Some.Sale() with
        {
            CommercialCardData = Some.LevelII with
            {
                Tax = new CommercialTax { Amount = Money.Usd(0), Treatment = TaxTreatment.Exempt },
                Freight = Money.Usd(0),
            },
        },
        ["sale-level-3-new-address"] = Some.Sale(96.60m) with { CommercialCardData = Some.LevelIII },
        ["sale-level-3-stored-address"] = Some.Sale(96.60m) with
        {
            CommercialCardData = Some.LevelIII with { ShipTo = null, ShipToStoredAddressId = "311" },
        },
        ["sale-level-3-whole-address"] = Some.Sale(99.10m) with
        {
            Description = "Spring order",
            CommercialCardData = Some.LevelIII with
            {
                ShipTo = Some.Dock with
                {
                    Organization = "Contoso",
                    Line2 = "Gate 2",
                    PostalCode = "12180-0042",
                    Country = null,
                },
                LineItems = [Some.Line("BOLT-10", 2, 40), Some.Line("NUT 10", 1.25m, 2)],
            },
        },
        ["auth-level-1"] = Some.Authorize() with { Description = "Spring order" },
        ["auth-level-2"] = Some.Authorize(96.60m) with { CommercialCardData = Some.LevelII },
        ["auth-level-3-new-address"] = Some.Authorize(96.60m) with { CommercialCardData = Some.LevelIII },
        ["auth-level-3-stored-address"] = Some.Authorize(96.60m) with
        {
            CommercialCardData = Some.LevelIII with { ShipTo = null, ShipToStoredAddressId = "311" },
        },
        ["auth-level-3-dropped"] = Some.Authorize(96.60m) with
        {
            CommercialCardData = Plans.Everything with { WhenNotExpressible = WhenNotExpressible.DropAndReport },
        },
        ["auth-level-2-of-everything"] = Some.Authorize(96.60m) with
        {
            CommercialCardData = Some.LevelIII with { RequestedLevel = RequestedDataLevel.LevelII },
        },
        ["credit"] = Some.Credit(),
        ["credit-level-2"] = Some.Credit(96.60m) with { CommercialCardData = Some.LevelII },
        ["credit-level-3"] = Some.Credit(96.60m) with { CommercialCardData = Some.LevelIII },
        ["credit-for-an-order"] = Some.Credit(1) with { OrderReference = new OrderReference("order-1") },
    };

    public static TheoryData<string> Names => [.. Orders.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_order_is_written_exactly_so(string name)
    {
        await using var fixture = new VirtualTerminalFixture();

        await fixture.SendAsync(Orders[name]);

        GoldenFile.AssertMatches(name, Assert.Single(fixture.Stub.Writes));
    }

    [Fact]
    public async Task The_new_address_is_announced_and_kept_as_the_options_say()
    {
        await using var fixture = new VirtualTerminalFixture(
            ("NewShippingAddressId", "-1"),
            ("SaveNewShippingAddress", "true"),
            ("BaseUrl", "https://proxy.example.com/arrow/api"),
            ("MerchantId", "987654")
        );

        await fixture.SendAsync(Some.Sale(96.60m) with { CommercialCardData = Some.LevelIII });

        GoldenFile.AssertMatches("sale-level-3-options", Assert.Single(fixture.Stub.Writes));
    }

    [Fact]
    public async Task Discounts_and_duty_go_into_the_prices()
    {
        await using var fixture = new VirtualTerminalFixture(("FoldAdjustmentsIntoPrices", "true"));

        await fixture.SendAsync(
            Some.Sale(100.60m) with
            {
                CommercialCardData = Some.LevelIII with
                {
                    Duty = Money.Usd(4),
                    LineItems =
                    [
                        Some.Line("BOLT-10", 2, 40) with
                        {
                            Discount = Money.Usd(20),
                        },
                        Some.Line("NUT 10", 1.25m, 16),
                    ],
                },
            }
        );

        GoldenFile.AssertMatches("sale-level-3-folded", Assert.Single(fixture.Stub.Writes));
    }

    [Fact]
    public async Task Fields_that_may_be_left_out_leave_no_trace()
    {
        await using var fixture = new VirtualTerminalFixture(("LeaveOutUnsupportedData", "true"));

        // Another process is needed because one process does not send the key of an unresolved payment again.
        await using var other = new VirtualTerminalFixture(("LeaveOutUnsupportedData", "true"));
        var plain = Some.Sale(96.60m) with { CommercialCardData = Some.LevelIII };
        var line = Some.Line("BOLT-10", 2, 40) with
        {
            Description = "Bolt, 10 mm",
            CommodityCode = "31161500",
            UnitOfMeasure = "EA",
            Tax = Money.Usd(6.60m),
            TaxRate = 8.25m,
            TaxType = "S",
        };

        await fixture.SendAsync(plain);
        await other.SendAsync(
            plain with
            {
                BillingAddress = Some.Dock,
                Metadata = Metadata.From([new("channel", "web")]),
                StoredCredentialUse = StoredCredentialUse.MerchantUnscheduled,
                ReturnUrl = new Uri("https://shop.example.com/"),
                NotificationUrl = new Uri("https://shop.example.com/"),
                Shopper = new ShopperContext { IpAddress = "203.0.113.7" },
                CommercialCardData = Some.LevelIII with
                {
                    WhenNotExpressible = WhenNotExpressible.DropAndReport,
                    InvoiceNumber = "INV-1",
                    OrderDate = new DateOnly(2026, 3, 1),
                    ShipFromPostalCode = "12180",
                    Discount = Money.Usd(0),
                    Duty = Money.Usd(0),
                    ShipTo = Some.Dock with { Email = "dock@example.com" },
                    LineItems = [line],
                },
            }
        );

        Assert.Equal(fixture.Stub.Requests[0].Body, other.Stub.Requests[0].Body);
    }

    [Fact]
    public async Task A_capture_is_read_sent_and_read()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.Shows(Txn.Id, Txn.Authorization().Ok(), Txn.Captured(20).Ok())
            .On("POST transaction/capture", Txn.Done("Transaction Captured").Ok());

        await fixture.SendAsync(Some.Capture(20));

        GoldenFile.AssertMatches("capture", fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_void_is_read_sent_and_read()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.Shows(Txn.Id, Txn.Sale().Ok(), Txn.Sale().InStatus("Voided").Ok())
            .On("POST transaction/void", Txn.Done("Transaction Voided").Ok());

        await fixture.SendAsync(Some.Void());

        GoldenFile.AssertMatches("void", fixture.Stub.Requests);
    }

    [Fact]
    public async Task Look_ups_are_written_exactly_so()
    {
        await using var fixture = new VirtualTerminalFixture();

        await fixture.FindAsync("501234");
        await fixture.FindAsync(Some.Sale());

        GoldenFile.AssertMatches("look-ups", fixture.Stub.Requests);
    }

    [Fact]
    public void The_mark_of_a_key_never_changes()
    {
        Assert.Equal("ref:c86e3570482374ea0f7d", VirtualTerminalFixture.Mark("key-1"));
    }
}
