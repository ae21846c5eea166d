using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

public class VaultChangeTests
{
    private const string Path = "payment-instruments/inst_1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_and_changes_are_written_exactly_so()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On("GET customers/cus_1", StubAnswer.Ok(Customer()))
            .On("PUT customers/cus_1", StubAnswer.Ok(Customer("inst_1")))
            .On($"GET {Path}", StubAnswer.Ok(Instrument()))
            .On($"PATCH {Path}", StubAnswer.Ok(Instrument().With("expMonth", 11).With("expYear", 2035)))
            .On($"POST {Path}/deactivation", StubAnswer.Created(Instrument("deactivated")));

        var shown = await fixture.Vault.GetCustomerAsync("cus_1", Token);
        var set = await fixture.Vault.SetDefaultPaymentMethodAsync("cus_1", "inst_1", Token);
        var changed = await fixture.Vault.UpdatePaymentMethodAsync(Renewal, Token);
        var removed = await fixture.Vault.RemovePaymentMethodAsync("cus_1", "inst_1", Token);

        Assert.Equal(("cus_1", "Ada Example", "inst_0"), (shown?.Id, shown?.Name, shown?.DefaultPaymentMethodId));
        Assert.Equal("ada@example.com", shown?.Address?.Email);
        Assert.Equal((PaymentOutcome.Approved, "inst_1"), (set.Outcome, set.Id));
        Assert.Equal((PaymentOutcome.Approved, 2035), (changed.Outcome, changed.PaymentMethod?.Details.ExpiryYear));
        Assert.Equal(
            (PaymentOutcome.Approved, VaultPaymentMethodStatus.Deactivated),
            (removed.Outcome, removed.PaymentMethod?.Status)
        );
        GoldenFile.AssertMatches("vault-changes", fixture.Stub.Requests);
    }

    [Theory]
    [InlineData("cus_2", "active")]
    [InlineData("cus_1", "deactivated")]
    public async Task The_default_is_a_method_of_the_customer_that_can_be_charged(string owner, string status)
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On($"GET {Path}", StubAnswer.Ok(Instrument(status).With("customerId", owner)))
            .On("GET customers/cus_1", StubAnswer.Ok(Customer()))
            .On("PUT customers/cus_1", StubAnswer.Ok(Customer("inst_1")));

        var set = await fixture.Vault.SetDefaultPaymentMethodAsync("cus_1", "inst_1", Token);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.NotFound), (set.Outcome, set.Reason));
        Assert.Single(fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_customer_that_is_there_keeps_what_is_not_changed()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On(
                "GET customers/cus_1",
                StubAnswer.Ok(
                    Customer()
                        .With("preferredPayoutInstrumentId", "inst_9")
                        .With("customFields", new JsonObject { ["hash"] = "kept" })
                )
            )
            .On("PUT customers/cus_1", StubAnswer.Ok(Customer()));
        var customer = new Customer
        {
            Id = "cus_1",
            Address = new Address { FirstName = "Grace" },
        };

        var stored = await fixture.Vault.UpsertCustomerAsync(customer, Token);

        Assert.Equal((PaymentOutcome.Approved, true), (stored.Outcome, stored.AlreadyExisted));
        Assert.Equal(
            """{"websiteId":"web_1","primaryAddress":{"firstName":"Grace"},"preferredPayoutInstrumentId":"inst_9","customFields":{"hash":"kept"},"locale":"en-US","defaultPaymentInstrumentId":"inst_0"}""",
            fixture.Stub.Requests[^1].Body
        );
    }

    [Fact]
    public async Task A_token_replaces_the_card()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On($"GET {Path}", StubAnswer.Ok(Instrument()))
            .On($"PATCH {Path}", StubAnswer.Ok(Instrument().With("last4", "0005")));
        var request = new UpdatePaymentMethodRequest
        {
            CustomerId = "cus_1",
            PaymentMethodId = "inst_1",
            Token = new PaymentToken("tok_1"),
        };

        var changed = await fixture.Vault.UpdatePaymentMethodAsync(request, Token);

        Assert.Equal("""{"token":"tok_1"}""", fixture.Stub.Requests[^1].Body);
        Assert.Equal("0005", changed.PaymentMethod?.Details.LastFour);
    }

    [Theory]
    [InlineData(200, """{"id":"inst_1","customerId":"cus_1","expMonth":12,"expYear":2030}""")]
    [InlineData(200, """{"id":"inst_2","customerId":"cus_1","expMonth":11,"expYear":2035}""")]
    [InlineData(200, """{"id":"inst_1","customerId":"cus_2","expMonth":11,"expYear":2035}""")]
    [InlineData(200, "{}")]
    [InlineData(500, "{}")]
    public async Task A_change_is_done_only_on_evidence(int status, string body)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On($"GET {Path}", StubAnswer.Ok(Instrument())).On($"PATCH {Path}", StubAnswer.Text(status, body));

        var changed = await fixture.Vault.UpdatePaymentMethodAsync(Renewal, Token);

        Assert.Equal((PaymentOutcome.Unknown, null), (changed.Outcome, changed.Id));
    }

    [Fact]
    public async Task A_method_that_was_removed_already_is_removed_without_a_request()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On($"GET {Path}", StubAnswer.Ok(Instrument("deactivated")));

        var removed = await fixture.Vault.RemovePaymentMethodAsync("cus_1", "inst_1", Token);

        Assert.Equal(PaymentOutcome.Approved, removed.Outcome);
        Assert.Single(fixture.Stub.Requests);
    }

    [Fact]
    public async Task Nothing_is_changed_when_the_method_cannot_be_read()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On($"GET {Path}", StubAnswer.Problem(500));

        var changed = await fixture.Vault.UpdatePaymentMethodAsync(Renewal, Token);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.PreparationFailed), (changed.Outcome, changed.Reason));
        Assert.Single(fixture.Stub.Requests);
    }

    [Fact]
    public async Task A_card_is_not_renewed_to_a_date_that_has_passed()
    {
        await using var fixture = new RebillyFixture();

        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Vault.UpdatePaymentMethodAsync(Renewal with { ExpiryYear = 2025 }, Token)
        );

        Assert.Equal("ExpiryYear", Assert.Single(refusal.Problems).Field);
        Assert.DoesNotContain("2025", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_changes_nothing_and_a_wrong_one_are_refused_with_every_problem()
    {
        await using var fixture = new RebillyFixture();
        var request = new UpdatePaymentMethodRequest { CustomerId = "cus_1", PaymentMethodId = "inst_1" };

        var nothing = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Vault.UpdatePaymentMethodAsync(request, Token)
        );
        var wrong = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            fixture.Vault.UpdatePaymentMethodAsync(
                request with
                {
                    PaymentMethodId = "a/b",
                    ExpiryMonth = 13,
                    ExpiryYear = 26,
                    BillingAddress = new Address { Country = "UK" },
                },
                Token
            )
        );

        Assert.Contains("changes nothing", nothing.Message, StringComparison.Ordinal);
        Assert.Equal(
            ["BillingAddress.Country", "ExpiryMonth", "ExpiryYear", "PaymentMethodId"],
            wrong.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal)
        );
        Assert.Empty(fixture.Stub.Requests);
    }

    private static UpdatePaymentMethodRequest Renewal =>
        new()
        {
            CustomerId = "cus_1",
            PaymentMethodId = "inst_1",
            ExpiryMonth = 11,
            ExpiryYear = 2035,
        };

    private static JsonObject Customer(string method = "inst_0") =>
        new()
        {
            ["id"] = "cus_1",
            ["websiteId"] = "web_1",
            ["firstName"] = "Ada",
            ["lastName"] = "Example",
            ["primaryAddress"] = new JsonObject
            {
                ["firstName"] = "Ada",
                ["lastName"] = "Example",
                ["emails"] = new JsonArray(new JsonObject { ["label"] = "main", ["value"] = "ada@example.com" }),
                ["hash"] = "3d0b",
            },
            ["defaultPaymentInstrument"] = new JsonObject
            {
                ["method"] = "payment-card",
                ["paymentInstrumentId"] = method,
            },
            ["customFields"] = new JsonObject { ["loyalty"] = "gold" },
            ["locale"] = "en-US",
            ["revision"] = 3,
            ["createdTime"] = "2026-03-01T12:00:00Z",
        };

    private static JsonObject Instrument(string status = "active") =>
        new()
        {
            ["id"] = "inst_1",
            ["customerId"] = "cus_1",
            ["method"] = "payment-card",
            ["status"] = status,
            ["bin"] = "411111",
            ["last4"] = "1111",
            ["brand"] = "Visa",
            ["expMonth"] = 12,
            ["expYear"] = 2030,
        };
}
