using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

public class VaultTests
{
    [Fact]
    public async Task The_four_steps_of_the_guide_lead_to_a_sale()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On("GET customers/cus_1", StubAnswer.Problem(404))
            .On("PUT customers/cus_1", StubAnswer.Created(new JsonObject { ["id"] = "cus_1" }))
            .On("POST payment-instruments", StubAnswer.Created(Instrument()))
            .On("POST transactions", StubAnswer.Created(Txn.Sale()))
            .On("GET transactions/txn_1", StubAnswer.Ok(Txn.Sale()));
        var token = TestContext.Current.CancellationToken;

        var customer = await fixture.Vault.UpsertCustomerAsync(Some.Customer, token);
        var stored = await fixture.Vault.StorePaymentMethodAsync(Store(), token);
        var sale = await fixture.Gateway.SaleAsync(
            Some.Sale() with
            {
                Customer = new Customer { Id = customer.Id! },
                PaymentMethod = PaymentMethod.Stored(stored.Id!),
            },
            token
        );
        var viewed = await fixture.Gateway.FindAsync(FindRequest.For(sale.Transaction!), token);

        Assert.Equal((PaymentOutcome.Approved, false), (customer.Outcome, customer.AlreadyExisted));
        Assert.Equal((PaymentOutcome.Approved, "inst_1", false), (stored.Outcome, stored.Id, stored.AlreadyExisted));
        Assert.Equal(Some.Amount, viewed.State?.CapturedAmount);
    }

    [Fact]
    public async Task A_card_that_is_known_is_taken_from_the_body_and_the_redirect_never_followed()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On(
            "POST payment-instruments",
            StubAnswer.Text(
                303,
                Instrument().ToJsonString(),
                "application/json",
                ("Location", "https://evil.example.com/payment-instruments/inst_1")
            )
        );

        var stored = await fixture.Vault.StorePaymentMethodAsync(Store(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Approved, "inst_1", true), (stored.Outcome, stored.Id, stored.AlreadyExisted));
        Assert.Single(fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_known_customer_is_reported_as_known()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On("GET customers/cus_1", StubAnswer.Problem(404))
            .On("PUT customers/cus_1", StubAnswer.Ok(new JsonObject { ["id"] = "cus_1" }));

        var customer = await fixture.Vault.UpsertCustomerAsync(Some.Customer, TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Approved, true), (customer.Outcome, customer.AlreadyExisted));
    }

    [Theory]
    [InlineData(201, """{"id":"inst_1","customerId":"cus_2"}""", PaymentOutcome.Unknown)]
    [InlineData(201, """{"id":""}""", PaymentOutcome.Unknown)]
    [InlineData(201, """{"id":"a b"}""", PaymentOutcome.Unknown)]
    [InlineData(201, """{"id":".."}""", PaymentOutcome.Unknown)]
    [InlineData(201, "{}", PaymentOutcome.Unknown)]
    [InlineData(201, "", PaymentOutcome.Unknown)]
    [InlineData(303, "", PaymentOutcome.Unknown)]
    [InlineData(302, """{"id":"inst_1"}""", PaymentOutcome.Unknown)]
    [InlineData(500, "{}", PaymentOutcome.Unknown)]
    [InlineData(429, """{"status":429}""", PaymentOutcome.Unknown)]
    [InlineData(422, """{"invalidFields":[{"field":"pan","message":"bad"}]}""", PaymentOutcome.Rejected)]
    [InlineData(401, """{"status":401}""", PaymentOutcome.Rejected)]
    [InlineData(422, "<html>", PaymentOutcome.Unknown)]
    public async Task An_instrument_is_stored_only_on_evidence(int status, string body, PaymentOutcome outcome)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST payment-instruments", StubAnswer.Text(status, body));

        var stored = await fixture.Vault.StorePaymentMethodAsync(Store(), TestContext.Current.CancellationToken);

        Assert.Equal(outcome, stored.Outcome);
        Assert.Null(stored.Id);
        Assert.Single(fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_customer_of_another_id_is_not_the_one()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On("GET customers/cus_1", StubAnswer.Problem(404))
            .On("PUT customers/cus_1", StubAnswer.Ok(new JsonObject { ["id"] = "cus_2" }));

        var customer = await fixture.Vault.UpsertCustomerAsync(Some.Customer, TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Unknown, null), (customer.Outcome, customer.Id));
    }

    [Fact]
    public async Task A_failed_connection_is_not_sent_and_a_broken_one_unknown()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On("GET customers/cus_1", StubAnswer.Problem(404))
            .On("PUT customers/cus_1", StubAnswer.Refused(), StubAnswer.Reset());
        var token = TestContext.Current.CancellationToken;

        var refused = await fixture.Vault.UpsertCustomerAsync(Some.Customer, token);
        var broken = await fixture.Vault.UpsertCustomerAsync(Some.Customer, token);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.ConnectionFailed), (refused.Outcome, refused.Reason));
        Assert.Equal(PaymentOutcome.Unknown, broken.Outcome);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    public async Task An_id_that_is_a_path_reaches_no_operation(string id)
    {
        await using var fixture = new RebillyFixture();
        var token = TestContext.Current.CancellationToken;
        var request = new StorePaymentMethodRequest { CustomerId = id, PaymentMethod = PaymentMethod.Token("tok_1") };

        var customer = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Vault.UpsertCustomerAsync(new Customer { Id = id }, token)
        );
        var method = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Vault.StorePaymentMethodAsync(request, token)
        );

        Assert.StartsWith(
            $"Customer.Id: is '{id}', and",
            Assert.Single(customer.Problems).ToString(),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            $"CustomerId: is '{id}', and",
            Assert.Single(method.Problems).ToString(),
            StringComparison.Ordinal
        );
        Assert.Empty(fixture.Stub.Requests);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("../customers/c")]
    public async Task A_look_up_by_a_step_in_a_path_is_refused(string id)
    {
        await using var fixture = new RebillyFixture();
        var reference = Some.Void(id: id).Transaction;

        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Gateway.FindAsync(FindRequest.For(reference), TestContext.Current.CancellationToken)
        );

        Assert.Equal("Transaction", Assert.Single(exception.Problems).Field);
        Assert.Empty(fixture.Stub.Requests);
    }

    public static TheoryData<Customer, string> BadCustomers =>
        new()
        {
            {
                new Customer { Id = "" },
                "Customer.Id"
            },
            {
                new Customer { Id = ".." },
                "Customer.Id"
            },
            {
                new Customer { Id = "a/b" },
                "Customer.Id"
            },
            {
                new Customer { Id = new string('c', 51) },
                "Customer.Id"
            },
            { Some.Customer with { Address = new Address { Country = "us" } }, "Customer.Address.Country" },
            { Some.Customer with { Address = new Address { City = new string('c', 46) } }, "Customer.Address.City" },
        };

    [Theory]
    [MemberData(nameof(BadCustomers))]
    public async Task A_bad_customer_is_refused_before_anything_is_sent(Customer customer, string field)
    {
        await using var fixture = new RebillyFixture();

        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Vault.UpsertCustomerAsync(customer, TestContext.Current.CancellationToken)
        );

        Assert.Equal(field, Assert.Single(exception.Problems).Field);
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_bad_instrument_is_refused_with_all_problems()
    {
        await using var fixture = new RebillyFixture();

        var card = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Vault.StorePaymentMethodAsync(
                new StorePaymentMethodRequest { CustomerId = "", PaymentMethod = Some.Card },
                TestContext.Current.CancellationToken
            )
        );
        var stored = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Vault.StorePaymentMethodAsync(
                new StorePaymentMethodRequest { CustomerId = "cus_1", PaymentMethod = PaymentMethod.Stored("inst_1") },
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal(["CustomerId", "BillingAddress"], card.Problems.Select(problem => problem.Field));
        Assert.Equal("PaymentMethod", Assert.Single(stored.Problems).Field);
        Assert.Empty(fixture.Stub.Requests);
    }

    public static TheoryData<PaymentMethod, string> BadMethods =>
        new()
        {
            { null!, "PaymentMethod" },
            { Some.Card with { ExpiryMonth = 2, ExpiryYear = 2026 }, "PaymentMethod.ExpiryYear" },
            { Some.Card with { ExpiryMonth = 13 }, "PaymentMethod.ExpiryMonth" },
            { Some.Card with { Number = null! }, "PaymentMethod.Number" },
            {
                new IbanBankAccount { AccountNumber = new BankAccountNumber("DE88370400440532013000") },
                "PaymentMethod.AccountNumber"
            },
            {
                new BbanBankAccount
                {
                    AccountNumber = new BankAccountNumber("123456789"),
                    RoutingNumber = "11-0",
                    AccountType = BankAccountType.Checking,
                },
                "PaymentMethod.RoutingNumber"
            },
        };

    [Theory]
    [MemberData(nameof(BadMethods))]
    public async Task A_method_is_refused_by_the_vault_as_by_a_payment(PaymentMethod method, string field)
    {
        await using var fixture = new RebillyFixture();
        var token = TestContext.Current.CancellationToken;

        var vault = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Vault.StorePaymentMethodAsync(Store() with { PaymentMethod = method }, token)
        );
        var sale = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Gateway.SaleAsync(Some.Sale() with { PaymentMethod = method, BillingAddress = Some.Address }, token)
        );

        Assert.Equal(field, Assert.Single(vault.Problems).Field);
        Assert.Equal(sale.Problems, vault.Problems);
        Assert.Empty(fixture.Stub.Requests);
    }

    private static JsonObject Instrument() => new() { ["id"] = "inst_1", ["customerId"] = "cus_1" };

    private static StorePaymentMethodRequest Store() =>
        new()
        {
            CustomerId = "cus_1",
            PaymentMethod = Some.Card,
            BillingAddress = Some.Address,
        };
}
