using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

public class FindQueryTests
{
    public static TheoryData<string, string, string?, FindStatus, PaymentOutcome?> Queries =>
        new()
        {
            {
                "never-sent",
                "unknown",
                """{"status":"never-sent","result":"unknown"}""",
                FindStatus.ProvenAbsent,
                null
            },
            {
                "never-sent",
                "canceled",
                """{"status":"never-sent","result":"canceled"}""",
                FindStatus.ProvenAbsent,
                null
            },
            {
                "never-sent",
                "unknown",
                """{"status":"never-sent","result":"approved"}""",
                FindStatus.Found,
                PaymentOutcome.Unknown
            },
            { "never-sent", "unknown", """{"status":"never-sent"}""", FindStatus.Found, PaymentOutcome.Unknown },
            {
                "never-sent",
                "unknown",
                """{"status":"never-sent","result":"unknown","transactionId":null}""",
                FindStatus.Found,
                PaymentOutcome.Unknown
            },
            {
                "never-sent",
                "unknown",
                """{"status":"never-sent","result":"unknown","transactionId":"txn_2"}""",
                FindStatus.Found,
                PaymentOutcome.Unknown
            },
            {
                "never-sent",
                "unknown",
                """{"status":"suspended","result":"unknown"}""",
                FindStatus.Found,
                PaymentOutcome.Unknown
            },
            { "never-sent", "unknown", null, FindStatus.Found, PaymentOutcome.Unknown },
            {
                "timeout",
                "unknown",
                """{"status":"never-sent","result":"unknown"}""",
                FindStatus.Found,
                PaymentOutcome.Unknown
            },
            {
                "timeout",
                "unknown",
                """{"status":"completed","result":"approved"}""",
                FindStatus.Found,
                PaymentOutcome.Approved
            },
            {
                "conn-error",
                "unknown",
                """{"status":"completed","result":"approved"}""",
                FindStatus.Found,
                PaymentOutcome.Approved
            },
            {
                "timeout",
                "unknown",
                """{"status":"completed","result":"declined"}""",
                FindStatus.Found,
                PaymentOutcome.Declined
            },
            {
                "timeout",
                "unknown",
                """{"status":"completed","result":"approved","amount":12.49}""",
                FindStatus.Found,
                PaymentOutcome.Unknown
            },
            {
                "timeout",
                "unknown",
                """{"status":"completed","result":"approved","currency":"EUR"}""",
                FindStatus.Found,
                PaymentOutcome.Unknown
            },
            {
                "timeout",
                "unknown",
                """{"status":"completed","result":"approved","amount":null}""",
                FindStatus.Found,
                PaymentOutcome.Unknown
            },
            {
                "timeout",
                "unknown",
                """{"status":"completed","result":"declined","transactionId":"txn_2"}""",
                FindStatus.Found,
                PaymentOutcome.Unknown
            },
            {
                "timeout",
                "unknown",
                """{"status":"timeout","result":"unknown"}""",
                FindStatus.Found,
                PaymentOutcome.Unknown
            },
            { "timeout", "unknown", null, FindStatus.Found, PaymentOutcome.Unknown },
        };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_at_the_gateway_settles_only_what_it_proves(
        string status,
        string result,
        string? answer,
        FindStatus expected,
        PaymentOutcome? outcome
    )
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On(
            "GET transactions/txn_1",
            StubAnswer.Ok(Txn.Sale().With("status", status).With("result", result).Without("gateway"))
        );
        if (answer is not null)
        {
            var query = OpenAuthorizationTests.Query("txn_1", "", "").Without("result");
            foreach (var (name, value) in JsonNode.Parse(answer)!.AsObject().ToList())
            {
                query[name] = value?.DeepClone();
            }

            fixture.Stub.On("POST transactions/txn_1/query", StubAnswer.Created(query));
        }

        var found = await ByIdAsync(fixture);

        Assert.Equal((expected, outcome), (found.Status, found.State?.Outcome));
        Assert.Equal(outcome == PaymentOutcome.Approved ? Some.Amount : null, found.State?.CapturedAmount);
        Assert.Equal("POST transactions/txn_1/query", fixture.Stub.Requests[^1].Route);
    }

    [Theory]
    [InlineData("2026-03-01T12:00:00Z", FindStatus.ProvenAbsent)]
    [InlineData("2026-02-28T13:00:00Z", FindStatus.ProvenAbsent)]
    [InlineData("2026-02-28T12:59:59Z", FindStatus.Found)]
    [InlineData(null, FindStatus.Ambiguous)]
    public async Task An_absence_is_that_of_the_attempt_only_while_rebilly_knew_the_key(
        string? created,
        FindStatus expected
    )
    {
        await using var fixture = new RebillyFixture();
        var unsent = Txn.Sale().With("status", "never-sent").With("result", "unknown").With("createdTime", created);
        fixture
            .Stub.WithList(unsent)
            .On(
                "POST transactions/txn_1/query",
                StubAnswer.Created(OpenAuthorizationTests.Query("txn_1", "never-sent", "unknown"))
            );

        var found = await fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(Some.Sale(), ConformanceHarness.Start)),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(expected, found.Status);
        Assert.Equal(expected == FindStatus.Found ? PaymentOutcome.Unknown : null, found.State?.Outcome);
    }

    [Fact]
    public async Task Without_amounts_on_either_side_a_query_approves_nothing()
    {
        await using var fixture = new RebillyFixture();
        var bare = new JsonObject
        {
            ["id"] = "txn_1",
            ["type"] = "sale",
            ["status"] = "timeout",
            ["result"] = "unknown",
        };
        var query = OpenAuthorizationTests
            .Query("txn_1", "completed", "approved")
            .Without("amount")
            .Without("currency");
        fixture
            .Stub.On("GET transactions/txn_1", StubAnswer.Ok(bare))
            .On("POST transactions/txn_1/query", StubAnswer.Created(query));

        var found = await ByIdAsync(fixture);

        Assert.Equal(PaymentOutcome.Unknown, found.State?.Outcome);
    }

    private static Task<FindResult> ByIdAsync(RebillyFixture fixture) =>
        fixture.Gateway.FindAsync(FindRequest.For(RebillyFixture.Ref("txn_1")), TestContext.Current.CancellationToken);
}
