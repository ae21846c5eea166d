using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

public class OpenAuthorizationTests
{
    public static TheoryData<SaleRequest> Blocked =>
        [
            Some.Sale(),
            Some.Sale() with
            {
                PaymentMethod = PaymentMethod.Token("tok_1"),
            },
            Some.Sale() with
            {
                PaymentMethod = Some.Card,
                BillingAddress = Some.Address,
            },
            Some.Sale() with
            {
                PaymentMethod = new CustomerDefaultPaymentMethod(),
            },
        ];

    [Theory]
    [MemberData(nameof(Blocked))]
    public async Task A_sale_that_could_capture_is_refused(SaleRequest sale)
    {
        await using var fixture = await WithOpenAsync();

        var result = await fixture.Gateway.SaleAsync(sale, TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.OpenAuthorization), (result.Outcome, result.Reason));
        Assert.Single(fixture.Stub.Writes);
    }

    public static TheoryData<SaleRequest> Free =>
        [
            Some.Sale() with
            {
                Customer = new Customer { Id = "cus_2" },
            },
            Some.Sale() with
            {
                Amount = new Money(12.50m, Currency.Eur),
            },
            Some.Sale() with
            {
                PaymentMethod = PaymentMethod.Stored("inst_2"),
            },
        ];

    [Theory]
    [MemberData(nameof(Free))]
    public async Task A_sale_that_cannot_capture_is_sent(SaleRequest sale)
    {
        await using var fixture = await WithOpenAsync();

        await fixture.Gateway.SaleAsync(sale, TestContext.Current.CancellationToken);

        Assert.Equal(2, fixture.Stub.Writes.Count);
    }

    [Fact]
    public async Task A_token_whose_instrument_turned_out_blocks_only_that_one()
    {
        await using var fixture = await WithOpenAsync(
            Some.Authorize() with
            {
                PaymentMethod = PaymentMethod.Token("tok_1"),
            }
        );
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale()));
        var token = TestContext.Current.CancellationToken;

        var same = await fixture.Gateway.SaleAsync(Some.Sale(), token);
        var other = await fixture.Gateway.SaleAsync(
            Some.Sale() with
            {
                PaymentMethod = PaymentMethod.Stored("inst_2"),
            },
            token
        );

        Assert.Equal(PaymentReason.OpenAuthorization, same.Reason);
        Assert.Equal(PaymentOutcome.Approved, other.Outcome);
    }

    public static TheoryData<string, Func<RebillyFixture, CancellationToken, Task>> Endings =>
        new()
        {
            {
                "capture",
                async (fixture, token) =>
                {
                    fixture
                        .Stub.WithAuthorization(Txn.Authorization())
                        .On("POST transactions", StubAnswer.Created(Txn.Capture("c")));
                    await fixture.Gateway.CaptureAsync(Some.Capture("c"), token);
                }
            },
            {
                "void",
                async (fixture, token) =>
                {
                    fixture
                        .Stub.WithAuthorization(Txn.Authorization())
                        .On(
                            "POST transactions/txn_a/refund",
                            StubAnswer.Created(Txn.Reversal("void", parent: "txn_a"))
                        );
                    await fixture.Gateway.VoidAsync(Some.Void("v", "txn_a"), token);
                }
            },
            {
                "expiry",
                (fixture, _) =>
                {
                    fixture.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromHours(1));
                    return Task.CompletedTask;
                }
            },
            {
                "find by reference",
                (fixture, token) =>
                {
                    fixture.Stub.WithAuthorization(Txn.Authorization().With("status", "voided"));
                    return fixture.Gateway.FindAsync(FindRequest.For(RebillyFixture.Ref("txn_a")), token);
                }
            },
            {
                "find by attempt",
                (fixture, token) =>
                {
                    fixture.Stub.WithList(Txn.Authorization().With("status", "voided"));
                    var attempt = PaymentAttempt.Of(Some.Authorize(), ConformanceHarness.Start);
                    return fixture.Gateway.FindAsync(FindRequest.For(attempt), token);
                }
            },
        };

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task The_end_of_the_authorization_frees_the_sale(
        string ending,
        Func<RebillyFixture, CancellationToken, Task> end
    )
    {
        await using var fixture = await WithOpenAsync();
        var token = TestContext.Current.CancellationToken;

        await end(fixture, token);
        var sale = Txn.Sale().With("createdTime", fixture.Clock.GetUtcNow());
        fixture.Stub.On("POST transactions", StubAnswer.Created(sale));
        var result = await fixture.Gateway.SaleAsync(Some.Sale(), token);

        Assert.True(result.IsApproved, $"{ending}: {result.Message}");
    }

    public static TheoryData<StubAnswer> NeverOpened =>
        [
            StubAnswer.Created(
                Txn.Authorization().With("result", "declined").With("status", "completed").WithCode("05")
            ),
            StubAnswer.Problem(422),
            StubAnswer.Refused(),
        ];

    [Theory]
    [MemberData(nameof(NeverOpened))]
    public async Task An_authorization_that_never_opened_blocks_nothing(StubAnswer answer)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions", answer, StubAnswer.Created(Txn.Sale()));
        var token = TestContext.Current.CancellationToken;

        await fixture.Gateway.AuthorizeAsync(Some.Authorize(), token);
        var sale = await fixture.Gateway.SaleAsync(Some.Sale(), token);

        Assert.Equal(PaymentOutcome.Approved, sale.Outcome);
    }

    [Fact]
    public async Task An_authorization_in_doubt_counts_as_open_until_it_is_found_absent()
    {
        await using var fixture = new RebillyFixture();
        var unsent = Txn.Authorization().With("status", "never-sent").With("result", "unknown");
        fixture
            .Stub.On("POST transactions", StubAnswer.Reset())
            .WithList(unsent)
            .On("POST transactions/txn_a/query", StubAnswer.Created(Query("txn_a", "never-sent", "unknown")));
        var token = TestContext.Current.CancellationToken;
        await fixture.Gateway.AuthorizeAsync(Some.Authorize(), token);

        var before = await fixture.Gateway.SaleAsync(Some.Sale(), token);
        fixture.Clock.Advance(TimeSpan.FromHours(1));
        var attempt = PaymentAttempt.Of(Some.Authorize(), ConformanceHarness.Start);
        var found = await fixture.Gateway.FindAsync(FindRequest.For(attempt), token);
        fixture.Stub.On(
            "POST transactions",
            StubAnswer.Created(Txn.Sale().With("createdTime", fixture.Clock.GetUtcNow()))
        );
        var after = await fixture.Gateway.SaleAsync(Some.Sale(), token);

        Assert.Equal(PaymentReason.OpenAuthorization, before.Reason);
        Assert.Equal(FindStatus.ProvenAbsent, found.Status);
        Assert.Equal(PaymentOutcome.Approved, after.Outcome);
    }

    [Fact]
    public async Task A_repeat_that_fails_does_not_forget_the_open_authorization()
    {
        await using var fixture = await WithOpenAsync();
        fixture.Stub.On(
            "POST transactions",
            StubAnswer.Refused(),
            StubAnswer.Problem(422),
            StubAnswer.Created(Txn.Sale())
        );
        var token = TestContext.Current.CancellationToken;

        await fixture.Gateway.AuthorizeAsync(Some.Authorize(), token);
        await fixture.Gateway.AuthorizeAsync(Some.Authorize(), token);
        var sale = await fixture.Gateway.SaleAsync(Some.Sale(), token);

        Assert.Equal(PaymentReason.OpenAuthorization, sale.Reason);
    }

    [Fact]
    public async Task An_authorization_at_another_account_blocks_nothing_here()
    {
        await using var fixture = new RebillyFixture(
            (":Gateways:other:Provider", "Rebilly"),
            (":Gateways:other:Environment", "Sandbox"),
            (":Gateways:other:OrganizationId", "org_2"),
            (":Gateways:other:ApiKey", "sk_2"),
            (":Gateways:other:WebsiteId", "web_2")
        );
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Sale()));
        var token = TestContext.Current.CancellationToken;

        await fixture.Other.AuthorizeAsync(Some.Authorize(), token);
        var there = await fixture.Other.SaleAsync(Some.Sale("key-2"), token);
        var here = await fixture.Gateway.SaleAsync(Some.Sale(), token);

        Assert.Equal(PaymentReason.OpenAuthorization, there.Reason);
        Assert.Equal(PaymentOutcome.Approved, here.Outcome);
    }

    [Fact]
    public async Task A_verification_without_an_amount_holds_nothing()
    {
        await using var fixture = new RebillyFixture();
        var verified = Txn.Authorization().With("amount", 0).With("requestAmount", 0);
        fixture.Stub.On("POST transactions", StubAnswer.Created(verified), StubAnswer.Created(Txn.Sale()));
        var token = TestContext.Current.CancellationToken;

        var zero = await fixture.Gateway.AuthorizeAsync(Some.Authorize() with { Amount = Some.Usd(0) }, token);
        var sale = await fixture.Gateway.SaleAsync(Some.Sale(), token);

        Assert.Equal((PaymentOutcome.Approved, PaymentOutcome.Approved), (zero.Outcome, sale.Outcome));
    }

    internal static JsonObject Query(string id, string status, string result) =>
        new()
        {
            ["transactionId"] = id,
            ["status"] = status,
            ["result"] = result,
            ["amount"] = 12.50m,
            ["currency"] = "USD",
        };

    internal static async Task<RebillyFixture> WithOpenAsync(AuthorizeRequest? request = null)
    {
        var fixture = new RebillyFixture();
        fixture
            .Stub.On("POST transactions", StubAnswer.Created(Txn.Authorization()))
            .On("GET transactions/txn_a", StubAnswer.Ok(Txn.Authorization()));
        var result = await fixture.Gateway.AuthorizeAsync(
            request ?? Some.Authorize(),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
        Assert.Equal(ConformanceHarness.Start.AddDays(7), result.AuthorizationExpiresAt);
        return fixture;
    }
}
