using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

public class ChargeAnswerTests
{
    [Fact]
    public async Task A_sale_that_waits_for_the_customer_carries_its_approval_address()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Created(Waiting("https://pay.example.com/approve/1")));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Pending, PaymentReason.WaitingForCustomer), (result.Outcome, result.Reason));
        var redirect = Assert.IsType<RedirectAction>(result.NextAction);
        Assert.Equal(new Uri("https://pay.example.com/approve/1"), redirect.Url);
        Assert.Equal([RedirectPresentation.Popup, RedirectPresentation.Iframe], redirect.Presentations);
        Assert.False(result.MaySendAgain);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_address_that_no_customer_should_be_sent_to_is_not_passed_on(string? href)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Created(Waiting(href)));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Pending, result.Outcome);
        Assert.Null(result.NextAction);
    }

    [Theory]
    [InlineData("voided")]
    [InlineData("refunded")]
    public async Task A_repeat_whose_transaction_went_back_is_reversed_and_keeps_its_figures(string status)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Problem(409)).WithList(Txn.Sale().With("status", status));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Reversed, PaymentReason.AlreadyReversed), (result.Outcome, result.Reason));
        Assert.Equal((Some.Amount, Some.Amount), (result.ApprovedAmount, result.ProcessedAmount));
        Assert.Equal((false, RebillyFixture.Ref("txn_1")), (result.IsApproved, result.Transaction));
    }

    [Fact]
    public async Task A_conflict_adopts_the_transaction_under_the_key()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Problem(409)).WithList(Txn.Sale("x", "txn_x"), Txn.Sale());

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Approved, RebillyFixture.Ref("txn_1")), (result.Outcome, result.Transaction));
        Assert.Equal(200, result.Answer?.HttpStatus);
        Assert.Single(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData("2026-02-28T11:55:00Z", PaymentOutcome.Approved)]
    [InlineData("2026-02-28T11:54:59Z", PaymentOutcome.Unknown)]
    [InlineData("2026-03-02T12:02:30Z", PaymentOutcome.Approved)]
    [InlineData("2026-03-02T12:02:31Z", PaymentOutcome.Unknown)]
    [InlineData(null, PaymentOutcome.Approved)]
    public async Task An_answer_that_was_made_at_another_time_is_unknown(string? createdTime, PaymentOutcome expected)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale().With("createdTime", createdTime)));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal((expected, RebillyFixture.Ref("txn_1")), (result.Outcome, result.Transaction));
        Assert.Equal(expected == PaymentOutcome.Unknown ? AnomalyKind.Other : null, result.Anomaly?.Kind);
    }

    [Theory]
    [InlineData("2026-02-28T11:54:59Z", "before 2026-02-28T11:55:00Z")]
    [InlineData("2026-03-02T12:02:31Z", "after 2026-03-02T12:02:30Z")]
    public async Task A_conflict_with_a_payment_of_another_time_names_both_times(string createdTime, string misfit)
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On("POST transactions", StubAnswer.Problem(409))
            .WithList(Txn.Sale().With("createdTime", createdTime));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Contains($"created at {createdTime}, {misfit}; ", result.Message, StringComparison.Ordinal);
        Assert.Contains("this application shows 2026-03-01T12:00:00Z", result.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, JsonNode?> Strangers =>
        new()
        {
            { "customerId", "cus_2" },
            { "requestAmount", 12.51m },
            { "requestCurrency", "EUR" },
            { "type", "authorize" },
            { "createdTime", "2026-02-28T11:54:59Z" },
            { "createdTime", "2026-03-02T12:02:31Z" },
            { "createdTime", null },
            { "id", null },
        };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task A_conflict_with_another_payment_is_unknown(string field, JsonNode? value)
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On("POST transactions", StubAnswer.Problem(409))
            .WithList(Txn.Sale().With(field, value?.DeepClone()));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.DuplicateKey), (result.Outcome, result.Reason));
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_conflict_that_cannot_be_looked_up_is_unknown()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On("POST transactions", StubAnswer.Problem(409))
            .On(
                "GET transactions",
                StubAnswer.Problem(503),
                StubAnswer.Ok(new JsonArray()),
                StubAnswer.Ok(new JsonArray(Txn.Sale(), Txn.Sale(id: "txn_2")))
            );

        for (var i = 0; i < 3; i++)
        {
            var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

            Assert.Equal((PaymentOutcome.Unknown, PaymentReason.DuplicateKey), (result.Outcome, result.Reason));
        }
    }

    [Fact]
    public async Task A_conflict_with_a_declined_one_is_declined()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On("POST transactions", StubAnswer.Problem(409))
            .WithList(Txn.Sale().With("result", "declined").WithCode("51", "Insufficient funds"));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Declined, result.Outcome);
        Assert.Equal("51", result.Code?.Value);
    }

    [Fact]
    public async Task No_secret_that_the_provider_repeats_is_shown()
    {
        await using var fixture = new RebillyFixture();
        var message = $"Card 4111111111111111 with key {RebillyFixture.ApiKey} and 5555 5555 5555 4444 failed";
        fixture.Stub.On(
            "POST transactions",
            StubAnswer.Created(Txn.Sale().With("result", "declined").WithCode("05", message)),
            StubAnswer.Problem(422, message)
        );
        var request = Some.Sale() with { PaymentMethod = Some.Card, BillingAddress = Some.Address };
        var token = TestContext.Current.CancellationToken;

        PaymentResult[] results =
        [
            await fixture.Gateway.SaleAsync(request, token),
            await fixture.Gateway.SaleAsync(request with { IdempotencyKey = new IdempotencyKey("key-2") }, token),
        ];

        Assert.Equal([PaymentOutcome.Declined, PaymentOutcome.Rejected], results.Select(result => result.Outcome));
        Assert.All(
            results.Select(result => $"{result} {result.Provider.Message} {result.Answer!.ReadBody()}"),
            text =>
            {
                Assert.DoesNotContain("4111111111", text, StringComparison.Ordinal);
                Assert.DoesNotContain("4444", text, StringComparison.Ordinal);
                Assert.DoesNotContain(RebillyFixture.ApiKey, text, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task Credits_and_setups_are_judged_by_their_own_types()
    {
        await using var fixture = new RebillyFixture();
        var setup = Txn.Sale("key-3").With("type", "setup").With("amount", 0).With("requestAmount", 0);
        fixture
            .Stub.On(
                "POST payouts",
                StubAnswer.Created(Txn.Sale().With("type", "credit")),
                StubAnswer.Created(Txn.Sale("key-2"))
            )
            .On("POST transactions", StubAnswer.Created(setup));
        var token = TestContext.Current.CancellationToken;

        var credit = await fixture.Gateway.CreditAsync(Some.Credit(), token);
        var sale = await fixture.Gateway.CreditAsync(Some.Credit("key-2"), token);
        var stored = await ((IPaymentMethodSetup)fixture.Gateway.GetService(typeof(IPaymentMethodSetup))!).SetupAsync(
            Some.Setup("key-3"),
            token
        );

        Assert.Equal((PaymentOutcome.Approved, PaymentOperation.Credit), (credit.Outcome, credit.PerformedAs));
        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.TransactionType), (sale.Outcome, sale.Anomaly!.Kind));
        Assert.Equal((PaymentOutcome.Approved, PaymentOperation.Setup), (stored.Outcome, stored.PerformedAs));
    }

    private static JsonObject Waiting(string? href) =>
        Txn.Sale()
            .With("status", "waiting-approval")
            .With("result", "unknown")
            .Without("gateway")
            .With(
                "_links",
                new JsonArray(
                    null,
                    new JsonObject { ["rel"] = "self", ["href"] = "https://api.example.com/txn_1" },
                    new JsonObject { ["rel"] = "approvalUrl", ["href"] = href }
                )
            );
}
