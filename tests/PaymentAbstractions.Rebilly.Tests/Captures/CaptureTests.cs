using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

public class CaptureTests
{
    [Fact]
    public async Task An_open_authorization_is_read_and_then_captured()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithAuthorization(Txn.Authorization()).On("POST transactions", StubAnswer.Created(Txn.Capture()));

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Approved, PaymentOperation.Capture), (result.Outcome, result.PerformedAs));
        Assert.Equal((RebillyFixture.Ref("txn_c"), Some.Amount), (result.Transaction, result.ApprovedAmount));
        Assert.Equal(
            ["GET transactions/txn_a", "GET transactions", "POST transactions"],
            fixture.Stub.Requests.Select(request => request.Route)
        );
    }

    public static TheoryData<string, string?, PaymentReason> Closed =>
        new()
        {
            { "type", "sale", PaymentReason.AuthorizationNotOpen },
            { "status", "completed", PaymentReason.AuthorizationNotOpen },
            { "status", "voided", PaymentReason.AuthorizationNotOpen },
            { "createdTime", "2026-02-22T13:00:00Z", PaymentReason.AuthorizationExpired },
            { "createdTime", "2026-02-22T11:00:00Z", PaymentReason.AuthorizationExpired },
            { "createdTime", null, PaymentReason.AuthorizationExpired },
            { "requestCurrency", "EUR", PaymentReason.InvalidRequest },
            { "customerId", null, PaymentReason.AuthorizationNotOpen },
            { "customerId", "", PaymentReason.AuthorizationNotOpen },
        };

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task Anything_but_an_open_authorization_is_refused(string field, string? value, PaymentReason reason)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithAuthorization(Txn.Authorization().With(field, value));

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Rejected, reason), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData("type", null)]
    [InlineData("result", "declined")]
    [InlineData("result", "unknown")]
    [InlineData("result", null)]
    [InlineData("status", "waiting-approval")]
    [InlineData("status", null)]
    public async Task An_authorization_in_an_undocumented_state_is_not_captured(string field, string? value)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithAuthorization(Txn.Authorization().With(field, value));

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.PreparationFailed), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task The_margin_before_the_end_of_seven_days_is_configured()
    {
        await using var fixture = new RebillyFixture(("AuthorizationMargin", "02:00:00"));
        fixture
            .Stub.WithAuthorization(Txn.Authorization().With("createdTime", "2026-02-22T14:00:01Z"))
            .On("POST transactions", StubAnswer.Created(Txn.Capture()));
        var token = TestContext.Current.CancellationToken;

        await using var later = new RebillyFixture(("AuthorizationMargin", "02:00:00"));
        later.Stub.WithAuthorization(Txn.Authorization().With("createdTime", "2026-02-22T14:00:01Z"));
        later.Clock.Advance(TimeSpan.FromSeconds(1));

        var inTime = await fixture.Gateway.CaptureAsync(Some.Capture(), token);
        var late = await later.Gateway.CaptureAsync(Some.Capture(), token);

        Assert.Equal(PaymentOutcome.Approved, inTime.Outcome);
        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AuthorizationExpired), (late.Outcome, late.Reason));
        Assert.Contains("lapses at 2026-03-01T14:00:01Z", late.Message, StringComparison.Ordinal);
        Assert.Contains("shows 2026-03-01T12:00:01Z", late.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12.51, false, PaymentReason.ExceedsAvailableAmount)]
    [InlineData(12.51, true, PaymentReason.ExceedsAvailableAmount)]
    [InlineData(12.49, false, PaymentReason.InvalidRequest)]
    public async Task Another_amount_than_the_held_one_is_refused(double amount, bool partial, PaymentReason reason)
    {
        await using var fixture = new RebillyFixture(("AllowPartialCapture", partial ? "true" : "false"));
        fixture.Stub.WithAuthorization(Txn.Authorization());

        var result = await fixture.Gateway.CaptureAsync(
            Some.Capture() with
            {
                Amount = Some.Usd((decimal)amount),
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal((PaymentOutcome.Rejected, reason), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_part_is_captured_where_the_option_allows_it()
    {
        await using var fixture = new RebillyFixture(("AllowPartialCapture", "true"));
        var part = Txn.Capture().With("amount", 5m).With("requestAmount", 5m);
        fixture.Stub.WithAuthorization(Txn.Authorization()).On("POST transactions", StubAnswer.Created(part));

        var result = await fixture.Gateway.CaptureAsync(
            Some.Capture() with
            {
                Amount = Some.Usd(5),
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal((PaymentOutcome.Approved, Some.Usd(5)), (result.Outcome, result.ApprovedAmount));
    }

    [Fact]
    public async Task A_partly_approved_authorization_holds_only_its_part()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.WithAuthorization(Txn.Authorization().With("amount", 8m).WithCode("10"))
            .On("POST transactions", StubAnswer.Created(Txn.Capture().With("amount", 8m).With("requestAmount", 8m)));
        var token = TestContext.Current.CancellationToken;

        var whole = await fixture.Gateway.CaptureAsync(Some.Capture("key-0"), token);
        var part = await fixture.Gateway.CaptureAsync(Some.Capture() with { Amount = Some.Usd(8) }, token);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.ExceedsAvailableAmount), (whole.Outcome, whole.Reason));
        Assert.Equal(PaymentOutcome.Approved, part.Outcome);
        Assert.Single(fixture.Stub.Writes);
    }

    public static TheoryData<string, string?> OtherOpenOnes =>
        new()
        {
            { "revision", null },
            { "paymentInstrument", null },
            { "customerId", null },
            { "currency", null },
        };

    [Theory]
    [MemberData(nameof(OtherOpenOnes))]
    public async Task A_second_authorization_that_it_could_take_blocks_it(string hidden, string? value)
    {
        await using var fixture = new RebillyFixture();
        var second = Txn.Authorization(id: "txn_b").With(hidden, value);
        fixture.Stub.WithAuthorization(Txn.Authorization(), second);

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AuthorizationAmbiguous), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    public static TheoryData<string, JsonNode> HarmlessOthers =>
        new()
        {
            { "customerId", "cus_2" },
            { "requestCurrency", "EUR" },
            { "status", "voided" },
            { "type", "sale" },
            { "createdTime", "2026-02-20T12:00:00Z" },
            {
                "paymentInstrument",
                new JsonObject { ["paymentInstrumentId"] = "inst_2" }
            },
        };

    [Theory]
    [MemberData(nameof(HarmlessOthers))]
    public async Task An_authorization_that_it_cannot_take_does_not_block_it(string field, JsonNode value)
    {
        await using var fixture = new RebillyFixture();
        var other = Txn.Authorization(id: "txn_b").With(field, value.DeepClone());
        fixture
            .Stub.WithAuthorization(Txn.Authorization(), other)
            .On("POST transactions", StubAnswer.Created(Txn.Capture()));

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
    }

    [Fact]
    public async Task A_list_that_is_incomplete_or_hides_the_authorization_sends_nothing()
    {
        await using var fixture = new RebillyFixture();
        var row = Txn.Authorization();
        var full = new JsonArray([.. Enumerable.Range(0, 100).Select(_ => row.Copy())]);
        var rows = new JsonArray(row.Copy()).ToJsonString();
        fixture
            .Stub.WithAuthorization(row)
            .On(
                "GET transactions",
                StubAnswer.Ok(new JsonArray()),
                StubAnswer.Ok(full),
                StubAnswer.Text(200, rows, "application/json", ("Pagination-Total", "2")),
                StubAnswer.Problem(503)
            );

        for (var i = 0; i < 4; i++)
        {
            var result = await fixture.Gateway.CaptureAsync(
                Some.Capture($"key-{i}"),
                TestContext.Current.CancellationToken
            );

            Assert.Equal((PaymentOutcome.NotSent, PaymentReason.PreparationFailed), (result.Outcome, result.Reason));
        }

        Assert.Empty(fixture.Stub.Writes);
    }
}
