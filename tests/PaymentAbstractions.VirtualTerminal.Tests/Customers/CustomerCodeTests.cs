namespace PaymentAbstractions.VirtualTerminal.Tests;

/// <summary>Charges that name the customer by the merchant's own id.</summary>
public sealed class CustomerCodeTests
{
    private const string Read = "GET KEY/customer/7001";

    [Fact]
    public async Task A_charge_goes_to_the_customer_with_the_code()
    {
        await using var fixture = ByCode();
        fixture
            .Stub.On(
                CustomerStub.List,
                CustomerStub.Rows(CustomerStub.Customer(7002, "shopper-2"), CustomerStub.Customer())
            )
            .On(VirtualTerminalStub.Add, StubAnswer.Ok(Txn.Sale()));

        var result = await fixture.SendAsync(Sale());

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
        Assert.Contains("\"CustomerId\":7001", Assert.Single(fixture.Stub.Writes).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_is_remembered_is_read_before_it_is_used()
    {
        await using var fixture = ByCode();
        fixture
            .Stub.On(CustomerStub.List, CustomerStub.Rows(CustomerStub.Customer()))
            .On(Read, StubAnswer.Ok(CustomerStub.Customer()))
            .On(VirtualTerminalStub.Add, StubAnswer.Ok(Txn.Sale()), StubAnswer.Ok(Txn.Sale(key: "key-2", id: 501235)));

        await fixture.SendAsync(Sale());
        var second = await fixture.SendAsync(Sale("key-2") with { OrderReference = new OrderReference("order-2") });

        Assert.Equal(PaymentOutcome.Approved, second.Outcome);
        Assert.Single(fixture.Stub.Requests, request => request.Route == CustomerStub.List);
        Assert.Single(fixture.Stub.Requests, request => request.Route == Read);
    }

    [Fact]
    public async Task A_number_that_belongs_to_another_code_by_now_is_not_charged()
    {
        await using var fixture = ByCode();
        fixture
            .Stub.On(
                CustomerStub.List,
                CustomerStub.Rows(CustomerStub.Customer()),
                CustomerStub.Rows(CustomerStub.Customer(7001, "shopper-9"), CustomerStub.Customer(7005))
            )
            .On(Read, StubAnswer.Ok(CustomerStub.Customer(7001, "shopper-9")))
            .On(
                VirtualTerminalStub.Add,
                StubAnswer.Ok(Txn.Sale()),
                StubAnswer.Ok(Txn.Sale(key: "key-2", id: 501235).With("CustomerID", 7005))
            );

        await fixture.SendAsync(Sale());
        var second = await fixture.SendAsync(Sale("key-2") with { OrderReference = new OrderReference("order-2") });

        Assert.Equal(PaymentOutcome.Approved, second.Outcome);
        Assert.Contains("\"CustomerId\":7005", fixture.Stub.Writes[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_two_customers_have_charges_neither()
    {
        await using var fixture = ByCode();
        fixture.Stub.On(CustomerStub.List, CustomerStub.Rows(CustomerStub.Customer(), CustomerStub.Customer(7002)));

        var result = await fixture.SendAsync(Sale());

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.Misconfigured), (result.Outcome, result.Reason));
        Assert.Contains("'shopper-1': 7001, 7002", result.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_code_that_no_customer_has_is_refused()
    {
        await using var fixture = ByCode();
        fixture.Stub.On(CustomerStub.List, CustomerStub.Rows(CustomerStub.Customer(7001, code: null)));

        var result = await fixture.SendAsync(Sale());

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.NotFound), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData("""{"TransactionCount":0}""")]
    [InlineData("<html>")]
    [InlineData("""[{"ID":7001,"Code":"shopper-1"},{"ID":"x","Code":"shopper-2"}]""")]
    [InlineData("""[{"ID":7001,"Code":"shopper-1"},{"ID":7002,"Code":{}}]""")]
    [InlineData("""[{"ID":7001,"Code":"shopper-1"},7]""")]
    public async Task An_unreadable_list_causes_no_charge(string body)
    {
        await using var fixture = ByCode();
        fixture.Stub.On(CustomerStub.List, StubAnswer.Text(200, body));

        var result = await fixture.SendAsync(Sale());

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.PreparationFailed), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_charge_in_doubt_is_looked_up_at_the_customer_that_was_charged(bool isDeleted)
    {
        await using var fixture = ByCode();
        fixture
            .Stub.On(
                CustomerStub.List,
                CustomerStub.Rows(CustomerStub.Customer()),
                isDeleted ? CustomerStub.Rows() : CustomerStub.Rows(CustomerStub.Customer(7005))
            )
            .On("GET KEY/customer/7001", CustomerStub.NotFound)
            .On(VirtualTerminalStub.Add, StubAnswer.Reset());
        fixture.Stub.Lists(7001, Txn.List().Ok(), Txn.List(Txn.Sale()).Ok());

        var sale = await fixture.SendAsync(Sale());
        var noted = (await fixture.EntryAsync("key-1")).Intent.Hints?.CustomerId;
        fixture.Clock.Advance(TimeSpan.FromHours(1));
        await fixture.RecoverAsync();

        Assert.Equal((PaymentOutcome.Unknown, "7001"), (sale.Outcome, noted));
        Assert.Equal(PaymentOutcome.Approved, (await fixture.EntryAsync("key-1")).Outcome?.Outcome);
    }

    [Fact]
    public async Task The_list_is_read_once_for_all_customers_in_it()
    {
        await using var fixture = ByCode();
        fixture
            .Stub.On(
                CustomerStub.List,
                CustomerStub.Rows(CustomerStub.Customer(), CustomerStub.Customer(7002, "shopper-2"))
            )
            .On("GET KEY/customer/7002", StubAnswer.Ok(CustomerStub.Customer(7002, "shopper-2")))
            .On(
                VirtualTerminalStub.Add,
                StubAnswer.Ok(Txn.Sale()),
                StubAnswer.Ok(Txn.Sale(key: "key-2", id: 501235).With("CustomerID", 7002))
            );

        await fixture.SendAsync(Sale());
        var second = await fixture.SendAsync(
            Sale("key-2") with
            {
                OrderReference = new OrderReference("order-2"),
                Customer = new Customer { Id = "shopper-2" },
            }
        );

        Assert.Equal(PaymentOutcome.Approved, second.Outcome);
        Assert.Single(fixture.Stub.Requests, request => request.Route == CustomerStub.List);
    }

    [Fact]
    public async Task An_answer_of_another_customer_is_not_believed()
    {
        await using var fixture = ByCode();
        fixture
            .Stub.On(CustomerStub.List, CustomerStub.Rows(CustomerStub.Customer()))
            .On(VirtualTerminalStub.Add, StubAnswer.Ok(Txn.Sale().With("CustomerID", 7002)));

        var result = await fixture.SendAsync(Sale());

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest), (result.Outcome, result.Reason));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("käthe")]
    [InlineData("123456789012345678901234567890123456789012345678901")]
    public async Task A_code_that_cannot_be_one_is_refused(string code)
    {
        await using var fixture = ByCode();

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.SendAsync(Sale() with { Customer = new Customer { Id = code } })
        );

        Assert.Contains("Customer.Id", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Stub.Requests);
    }

    private static VirtualTerminalFixture ByCode() => new(("CustomerIds", "Code"));

    private static SaleRequest Sale(string key = "key-1") =>
        Some.Sale(key: key) with
        {
            Customer = new Customer { Id = "shopper-1" },
        };
}
