namespace PaymentAbstractions.VirtualTerminal.Tests;

public class RequestRulesTests
{
    public static TheoryData<string, PaymentRequest> Refused
    {
        get
        {
            var sale = Some.Sale();
            return new TheoryData<string, PaymentRequest>
            {
                { "Customer", sale with { Customer = null } },
                { "Customer.Id", sale with { Customer = new Customer { Id = "cus_1" } } },
                { "Customer.Id", sale with { Customer = new Customer { Id = "0" } } },
                { "Customer.Id", sale with { Customer = new Customer { Id = "07001" } } },
                { "Customer.Id", sale with { Customer = new Customer { Id = "-7001" } } },
                { "Customer.Id", sale with { Customer = new Customer { Id = "99999999999999999999" } } },
                { "Customer.CreateOrUpdate", sale with { Customer = Some.Customer with { CreateOrUpdate = true } } },
                { "PaymentMethod.Id", sale with { PaymentMethod = PaymentMethod.Stored("inst_1") } },
                { "PaymentMethod", sale with { PaymentMethod = new CustomerDefaultPaymentMethod() } },
                { "Amount", sale with { Amount = Money.Eur(1) } },
                { "Amount", Some.Authorize(0) },
                { "ShippingAddress", sale with { ShippingAddress = Some.Dock } },
                { "StatementDescriptor", sale with { StatementDescriptor = "SHOP" } },
                { "BillingAddress", sale with { BillingAddress = Some.Dock } },
                { "Shopper", sale with { Shopper = new ShopperContext() } },
                { "ReturnUrl", sale with { ReturnUrl = new Uri("https://shop.example.com/") } },
                { "NotificationUrl", sale with { NotificationUrl = new Uri("https://shop.example.com/") } },
                { "StoredCredentialUse", sale with { StoredCredentialUse = StoredCredentialUse.MerchantRecurring } },
                { "StoredCredentialUse", sale with { StoredCredentialUse = StoredCredentialUse.First } },
                { "Metadata", sale with { Metadata = Metadata.From([new("channel", "web")]) } },
                { "Description", sale with { Description = new string('x', 231) } },
                { "Description", sale with { Description = "a\nb" } },
                { "Description", sale with { Description = "emoji \U0001F600" } },
                { "BillingAddress", Some.Credit() with { BillingAddress = Some.Dock } },
                { "Authorization", Some.Capture(id: "txn_1") },
                { "Description", Some.Capture() with { Description = "Shipped" } },
                { "CommercialCardData", Some.Capture() with { CommercialCardData = Some.LevelII } },
                { "Transaction", Some.Void(id: "0") },
                { "Description", Some.Void() with { Description = "Mistake" } },
                { "Metadata", Some.Void() with { Metadata = Metadata.From([new("a", "b")]) } },
                { "Transaction", Some.Refund(id: "x") },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_request_that_cannot_be_sent_is_refused_before_sending(string field, PaymentRequest request)
    {
        await using var fixture = VirtualTerminalFixture.WithRefunds();

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() => fixture.SendAsync(request));

        Assert.Equal(field, Assert.Single(refusal.Problems).Field);
        Assert.Empty(fixture.Stub.Requests);
    }

    public static TheoryData<PaymentRequest> Accepted =>
        [
            Some.Sale() with
            {
                Description = new string('x', 230),
            },
            Some.Sale() with
            {
                StoredCredentialUse = StoredCredentialUse.LaterByCustomer,
            },
            Some.Sale() with
            {
                AllowPartialApproval = true,
            },
            Some.Sale() with
            {
                Customer = new Customer { Id = "9223372036854775807" },
            },
        ];

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task The_edges_are_accepted(PaymentRequest request)
    {
        await using var fixture = new VirtualTerminalFixture();

        await fixture.SendAsync(request);

        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task Another_currency_is_possible_by_option_alone()
    {
        await using var fixture = new VirtualTerminalFixture(("Currency", "CAD"));
        fixture.Stub.On(VirtualTerminalStub.Add, Txn.Sale().Ok());
        var canadian = Money.Of(49.90m, "CAD");

        var result = await fixture.SendAsync(Some.Sale() with { Amount = canadian });
        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.SendAsync(Some.Sale(key: "key-2"))
        );

        Assert.Equal(canadian, result.ApprovedAmount);
        Assert.Equal("Amount", Assert.Single(refusal.Problems).Field);
    }

    [Fact]
    public async Task The_longest_description_fits_with_its_mark()
    {
        await using var fixture = new VirtualTerminalFixture();

        await fixture.SendAsync(Some.Sale() with { Description = new string('x', 230) });

        var expected = $"{new string('x', 230)} {VirtualTerminalFixture.Mark()}";
        Assert.Equal(255, expected.Length);
        Assert.Contains($"\"{expected}\"", fixture.Stub.Writes[0].Body, StringComparison.Ordinal);
    }
}
