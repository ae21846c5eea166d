using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

public sealed class VaultTests
{
    private static readonly Customer Shopper = new()
    {
        Id = "shopper-1",
        Address = new Address
        {
            FirstName = "Mary",
            LastName = "Somerville",
            Phone = "5185550199",
            Email = "mary@example.com",
        },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Customers_and_cards_are_written_exactly_so()
    {
        await using var fixture = ByCode();
        fixture
            .Stub.On(CustomerStub.List, CustomerStub.Rows(), CustomerStub.Rows(CustomerStub.Customer()))
            .On("POST customer/add", StubAnswer.Ok(CustomerStub.Customer().With("Success", true)))
            .On("GET KEY/customer/7001", StubAnswer.Ok(CustomerStub.Customer()))
            .On("POST customer/update", Done)
            .On("POST paymentmethod/delete", Done)
            .On("POST customer/delete", Done);
        var vault = VaultOf(fixture);

        var added = await vault.UpsertCustomerAsync(Shopper, Token);
        var updated = await vault.UpsertCustomerAsync(Shopper, Token);
        var removed = await vault.RemovePaymentMethodAsync("shopper-1", "9001", Token);
        var deleted = await vault.DeleteCustomerAsync("shopper-1", Token);

        Assert.Equal((PaymentOutcome.Approved, "shopper-1", false), (added.Outcome, added.Id, added.AlreadyExisted));
        Assert.Equal((PaymentOutcome.Approved, true), (updated.Outcome, updated.AlreadyExisted));
        Assert.Equal((PaymentOutcome.Approved, "9001"), (removed.Outcome, removed.Id));
        Assert.Equal(PaymentOutcome.Approved, deleted.Outcome);
        GoldenFile.AssertMatches("vault", fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_customer_that_another_process_adds_meanwhile_is_updated()
    {
        await using var fixture = ByCode();
        fixture
            .Stub.On(CustomerStub.List, CustomerStub.Rows(), CustomerStub.Rows(CustomerStub.Customer()))
            .On(
                "POST customer/add",
                CustomerStub.Refused(500, "Customer with Name shopper-1 already exists for merchant")
            )
            .On("POST customer/update", Done);

        var added = await VaultOf(fixture).UpsertCustomerAsync(Shopper, Token);

        Assert.Equal((PaymentOutcome.Approved, true), (added.Outcome, added.AlreadyExisted));
    }

    [Fact]
    public async Task A_name_of_another_customer_is_refused()
    {
        await using var fixture = ByCode();
        fixture
            .Stub.On(CustomerStub.List, CustomerStub.Rows(CustomerStub.Customer(7001, code: null)))
            .On(
                "POST customer/add",
                CustomerStub.Refused(500, "Customer with Name shopper-1 already exists for merchant")
            );

        var added = await VaultOf(fixture).UpsertCustomerAsync(Shopper, Token);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.InvalidRequest), (added.Outcome, added.Reason));
    }

    [Fact]
    public async Task An_addition_in_doubt_stays_in_doubt_when_the_list_cannot_be_read_afterwards()
    {
        await using var fixture = ByCode();
        fixture
            .Stub.On(CustomerStub.List, CustomerStub.Rows(), StubAnswer.Text(503, ""))
            .On("POST customer/add", CustomerStub.Refused(500, "Execution expired"));

        var added = await VaultOf(fixture).UpsertCustomerAsync(Shopper, Token);

        Assert.Equal(PaymentOutcome.Unknown, added.Outcome);
    }

    [Theory]
    [InlineData(400, "Insufficient permissions")]
    [InlineData(400, "Invalid customer")]
    public async Task A_refusal_is_rejected_and_never_declined(int status, string text)
    {
        await using var fixture = ByCode();
        fixture
            .Stub.On(CustomerStub.List, CustomerStub.Rows(CustomerStub.Customer()))
            .On("POST customer/delete", CustomerStub.Refused(status, text));

        var deleted = await VaultOf(fixture).DeleteCustomerAsync("shopper-1", Token);

        Assert.Equal(PaymentOutcome.Rejected, deleted.Outcome);
    }

    [Theory]
    [InlineData("PaymentMethods", """[{"ID":"9001x","Last4":"4242"}]""")]
    [InlineData("PaymentMethods", """{"ID":9001}""")]
    [InlineData("PaymentMethods", "[7]")]
    [InlineData("RecurrentBilling", """[{"ID":null}]""")]
    public async Task An_unreadable_card_is_not_reported_as_missing(string name, string value)
    {
        var customer = CustomerStub.Customer();
        customer[name] = JsonNode.Parse(value);
        await using var fixture = ByCode();
        fixture
            .Stub.On(CustomerStub.List, CustomerStub.Rows(CustomerStub.Customer()))
            .On("GET KEY/customer/7001", StubAnswer.Ok(customer));
        var vault = VaultOf(fixture);

        await Assert.ThrowsAsync<PaymentReadException>(() => vault.GetPaymentMethodAsync("shopper-1", "9001", Token));
        Assert.Equal(
            PaymentOutcome.NotSent,
            (await vault.RemovePaymentMethodAsync("shopper-1", "9001", Token)).Outcome
        );
    }

    [Theory]
    [InlineData("""{"ID":7001,"Code":"shopper-2","Success":true}""")]
    [InlineData("""{"ID":0,"Code":"shopper-1","Success":true}""")]
    [InlineData("""{"ID":7001,"Success":true}""")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task A_customer_is_stored_only_on_evidence(string body)
    {
        await using var fixture = ByCode();
        fixture.Stub.On(CustomerStub.List, CustomerStub.Rows()).On("POST customer/add", StubAnswer.Text(200, body));

        var added = await VaultOf(fixture).UpsertCustomerAsync(Shopper, Token);

        Assert.Equal((PaymentOutcome.Unknown, null), (added.Outcome, added.Id));
    }

    [Fact]
    public async Task Data_without_a_field_is_refused_or_left_out_and_named()
    {
        var customer = Shopper with
        {
            Address = Shopper.Address! with { Line1 = "1 Elm St", Organization = "Contoso" },
        };
        await using var strict = ByCode();
        await using var lenient = new VirtualTerminalFixture(
            ("CustomerIds", "Code"),
            ("LeaveOutUnsupportedData", "true")
        );
        lenient
            .Stub.On(CustomerStub.List, CustomerStub.Rows())
            .On("POST customer/add", StubAnswer.Ok(CustomerStub.Customer().With("Success", true)));

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            VaultOf(strict).UpsertCustomerAsync(customer, Token)
        );
        var stored = await VaultOf(lenient).UpsertCustomerAsync(customer, Token);

        string[] fields = ["Customer.Address.Organization", "Customer.Address.Line1"];
        Assert.Equal(fields, refusal.Problems.Select(problem => problem.Field));
        Assert.Empty(strict.Stub.Requests);
        Assert.Equal(fields, stored.LeftOutFields);
    }

    [Fact]
    public async Task Without_codes_nothing_can_be_added_but_what_is_there_is_shown()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture
            .Stub.On("GET KEY/customer/7001", StubAnswer.Ok(CustomerStub.Customer(7001, code: null)))
            .On("GET KEY/customer/7002", CustomerStub.NotFound);
        var vault = VaultOf(fixture);

        var shown = await vault.GetCustomerAsync("7001", Token);
        var method = await vault.GetPaymentMethodAsync("7001", "9001", Token);
        await Assert.ThrowsAsync<PaymentRequestException>(() =>
            vault.UpsertCustomerAsync(new Customer { Id = "7001" }, Token)
        );

        Assert.Equal(("7001", "7001", "Mary Somerville"), (shown?.Id, shown?.ProviderId, shown?.Name));
        Assert.Null(await vault.GetCustomerAsync("7002", Token));
        Assert.Equal(
            new VaultPaymentMethod
            {
                Id = "9001",
                CustomerId = "7001",
                Details = new PaymentMethodDetails
                {
                    Kind = PaymentMethodKind.PaymentCard,
                    Id = "9001",
                    Brand = CardBrand.Visa,
                    LastFour = "4242",
                    ExpiryMonth = 12,
                    ExpiryYear = 2030,
                },
                BillingAddress = new Address
                {
                    FirstName = "Mary",
                    LastName = "Somerville",
                    Line1 = "1 Elm St",
                    City = "Troy",
                    Region = "NY",
                    PostalCode = "12180",
                },
            },
            method
        );
    }

    [Theory]
    [InlineData("RecurrentBilling")]
    [InlineData("RecurrentBillings")]
    public async Task Recurring_billings_are_shown(string name)
    {
        var customer = CustomerStub.Customer();
        customer.Remove("RecurrentBilling");
        customer[name] = new JsonArray(
            new JsonObject
            {
                ["ID"] = 41,
                ["PaymentMethodId"] = 9001,
                ["Frequency"] = "Q",
                ["TotalAmount"] = 12.5,
                ["ShippingAmount"] = 0,
                ["Description"] = "Filters",
                ["TransactionDay"] = 2,
                ["DateCreated"] = "/Date(1772366400000)/",
            }
        );
        await using var fixture = ByCode();
        fixture
            .Stub.On(CustomerStub.List, CustomerStub.Rows(CustomerStub.Customer()))
            .On("GET KEY/customer/7001", StubAnswer.Ok(customer));
        Assert.True(fixture.Gateway.TryGet<IRecurringBillings>(out var billings));

        var shown = await billings.GetRecurringBillingsAsync("shopper-1", Token);

        Assert.Equal(
            new RecurringBilling
            {
                Id = "41",
                PaymentMethodId = "9001",
                Frequency = RecurringFrequency.Quarterly,
                TotalAmount = Money.Usd(12.50m),
                ShippingAmount = Money.Usd(0),
                Description = "Filters",
                TransactionDay = 2,
                CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(1772366400000),
            },
            Assert.Single(shown!)
        );
    }

    private static StubAnswer Done => StubAnswer.Ok(new JsonObject { ["Success"] = true });

    private static VirtualTerminalFixture ByCode() => new(("CustomerIds", "Code"));

    private static ICustomerVault VaultOf(VirtualTerminalFixture fixture) =>
        fixture.Gateway.TryGet<ICustomerVault>(out var vault)
            ? vault
            : throw new InvalidOperationException("There is no vault.");
}
