using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

/// <summary>Operations of a person on a transaction are sent as documented, and succeed only when the answer shows the change.</summary>
public class OperatorTests
{
    private const string Timeline = "transactions/txn_1/timeline";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_is_written_exactly_so()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On("GET transactions/txn_1", StubAnswer.Ok(Txn.Sale()))
            .On("POST transactions/txn_1/query", StubAnswer.Created(Query()))
            .On("POST transactions/txn_1/update", StubAnswer.Ok(Txn.Sale()))
            .On("PATCH transactions/txn_1", StubAnswer.Ok(Txn.Sale()))
            .On($"GET {Timeline}", StubAnswer.Text(200, "[]"))
            .On($"POST {Timeline}", StubAnswer.Created(Message("m1")))
            .On($"GET {Timeline}/m1", StubAnswer.Ok(Message("m1")))
            .On($"DELETE {Timeline}/m1", StubAnswer.Text(204, ""));
        var operate = fixture.Transactions;

        await operate.GetAsync("txn_1", cancellationToken: Token);
        await operate.GetAsync("txn_1", ["customer", "invoices"], Token);
        await operate.QueryGatewayAsync("txn_1", Token);
        await operate.UpdateStatusAsync("txn_1", new() { Result = RebillyFinalResult.Approved }, Token);
        await operate.UpdateStatusAsync(
            "txn_1",
            new() { Result = RebillyFinalResult.Abandoned, Amount = new Money(1250, Currency.Jpy) },
            Token
        );
        await operate.SetCustomFieldsAsync("txn_1", Metadata.From([new("channel", "web")]), Token);
        await operate.SetCustomFieldsAsync("txn_1", [], Token);
        await foreach (var _ in operate.ListTimelineAsync("txn_1", Token)) { }
        await operate.AddCommentAsync("txn_1", "Called the bank: \"approved\".", Token);
        await operate.GetTimelineMessageAsync("txn_1", "m1", Token);
        await operate.DeleteTimelineMessageAsync("txn_1", "m1", Token);

        GoldenFile.AssertMatches("operator", fixture.Stub.Requests);
    }

    [Fact]
    public async Task The_gateways_answer_is_returned_and_changes_nothing()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On("POST transactions/txn_1/query", StubAnswer.Created(Query()));

        var answer = await fixture.Transactions.QueryGatewayAsync("txn_1", Token);

        Assert.Equal(
            new RebillyGatewayAnswer
            {
                TransactionId = "txn_1",
                Result = "unknown",
                Status = "suspended",
                Amount = Some.Amount,
            },
            answer
        );
    }

    [Theory]
    [InlineData("approved", 12.50, PaymentOutcome.Approved)]
    [InlineData("declined", 12.50, PaymentOutcome.Unknown)]
    [InlineData("approved", 12.49, PaymentOutcome.Unknown)]
    public async Task A_record_that_shows_something_else_is_not_corrected(
        string result,
        decimal amount,
        PaymentOutcome expected
    )
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On(
            "POST transactions/txn_1/update",
            StubAnswer.Ok(Txn.Sale().With("result", result).With("amount", amount))
        );

        var change = await fixture.Transactions.UpdateStatusAsync(
            "txn_1",
            new() { Result = RebillyFinalResult.Approved, Amount = Some.Amount },
            Token
        );

        Assert.Equal(expected, change.Outcome);
        Assert.Equal(expected == PaymentOutcome.Approved, change.Transaction is not null);
    }

    [Fact]
    public async Task Custom_fields_are_set_only_when_the_answer_shows_them()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On(
            "PATCH transactions/txn_1",
            StubAnswer.Ok(Txn.Sale().With("customFields", new JsonObject { ["channel"] = "web" })),
            StubAnswer.Ok(Txn.Sale().With("customFields", new JsonObject { ["channel"] = "shop" })),
            StubAnswer.Ok(Txn.Sale())
        );
        var fields = Metadata.From([new("channel", "web")]);

        var outcomes = new List<PaymentOutcome>();
        for (var i = 0; i < 3; i++)
        {
            outcomes.Add((await fixture.Transactions.SetCustomFieldsAsync("txn_1", fields, Token)).Outcome);
        }

        Assert.Equal([PaymentOutcome.Approved, PaymentOutcome.Unknown, PaymentOutcome.Unknown], outcomes);
    }

    [Theory]
    [InlineData("number", "abc")]
    [InlineData("token", "a b")]
    [InlineData("note", "4111 1111 1111 1111")]
    [InlineData("note", "")]
    public async Task A_custom_field_that_is_masked_when_it_is_shown_is_set(string name, string value)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On(
            "PATCH transactions/txn_1",
            StubAnswer.Ok(Txn.Sale().With("customFields", new JsonObject { [name] = value })),
            StubAnswer.Ok(Txn.Sale().With("customFields", new JsonObject { [name] = "***" }))
        );
        var fields = Metadata.From([new(name, value)]);

        var right = await fixture.Transactions.SetCustomFieldsAsync("txn_1", fields, Token);
        var other = await fixture.Transactions.SetCustomFieldsAsync("txn_1", fields, Token);

        Assert.Equal((PaymentOutcome.Approved, PaymentOutcome.Unknown), (right.Outcome, other.Outcome));
    }

    public static TheoryData<string, PaymentOutcome, PaymentReason> Failures =>
        new()
        {
            { "not found", PaymentOutcome.Rejected, PaymentReason.NotFound },
            { "invalid", PaymentOutcome.Rejected, PaymentReason.InvalidRequest },
            { "refused", PaymentOutcome.NotSent, PaymentReason.ConnectionFailed },
            { "reset", PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer },
            { "broken", PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer },
            { "other", PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer },
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_change_claims_only_what_its_answer_proves(
        string failure,
        PaymentOutcome outcome,
        PaymentReason reason
    )
    {
        await using var fixture = new RebillyFixture();
        Func<StubAnswer> answer = failure switch
        {
            "not found" => () => StubAnswer.Problem(404),
            "invalid" => () => StubAnswer.Problem(422),
            "refused" => StubAnswer.Refused,
            "reset" => StubAnswer.Reset,
            "broken" => () => StubAnswer.Text(200, "{\"id\":"),
            _ => () => StubAnswer.Ok(Txn.Sale(id: "txn_2")),
        };
        fixture
            .Stub.On("POST transactions/txn_1/update", answer())
            .On("PATCH transactions/txn_1", answer())
            .On($"DELETE {Timeline}/m1", answer())
            .On($"POST {Timeline}", failure == "other" ? StubAnswer.Created(new JsonObject()) : answer());
        var operate = fixture.Transactions;

        RebillyChangeResult[] changes =
        [
            await operate.UpdateStatusAsync("txn_1", new() { Result = RebillyFinalResult.Declined }, Token),
            await operate.SetCustomFieldsAsync("txn_1", [], Token),
            await operate.AddCommentAsync("txn_1", "A comment", Token),
            await operate.DeleteTimelineMessageAsync("txn_1", "m1", Token),
        ];

        Assert.All(changes, change => Assert.Equal((outcome, reason), (change.Outcome, change.Reason)));
        Assert.All(changes, change => Assert.Null(change.Transaction));
    }

    [Fact]
    public async Task A_missing_object_is_null_and_an_unreadable_one_is_reported()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On("GET transactions/txn_1", StubAnswer.Problem(404), StubAnswer.Ok(Txn.Sale(id: "txn_2")))
            .On("POST transactions/txn_1/query", StubAnswer.Problem(404), StubAnswer.Text(201, "[]"))
            .On($"GET {Timeline}/m1", StubAnswer.Problem(404), StubAnswer.Ok(Message("m2")))
            .On($"GET {Timeline}", StubAnswer.Text(200, "[{\"id\":\"m1\"},{}]"));
        var operate = fixture.Transactions;

        Assert.Null(await operate.GetAsync("txn_1", cancellationToken: Token));
        Assert.Null(await operate.QueryGatewayAsync("txn_1", Token));
        Assert.Null(await operate.GetTimelineMessageAsync("txn_1", "m1", Token));
        await Assert.ThrowsAsync<PaymentReadException>(() => operate.GetAsync("txn_1", cancellationToken: Token));
        await Assert.ThrowsAsync<PaymentReadException>(() => operate.QueryGatewayAsync("txn_1", Token));
        await Assert.ThrowsAsync<PaymentReadException>(() => operate.GetTimelineMessageAsync("txn_1", "m1", Token));
        var listed = new List<RebillyTimelineMessage>();
        await Assert.ThrowsAsync<PaymentReadException>(async () =>
        {
            await foreach (var message in operate.ListTimelineAsync("txn_1", Token))
            {
                listed.Add(message);
            }
        });
        Assert.Equal("m1", Assert.Single(listed).Id);
    }

    [Fact]
    public async Task A_request_that_cannot_be_sent_is_refused_with_all_problems()
    {
        await using var fixture = new RebillyFixture();
        var operate = fixture.Transactions;

        await RefusedAsync(["transactionId", "expand"], () => operate.GetAsync("../x", ["a b"], Token));
        await RefusedAsync(["transactionId"], () => operate.QueryGatewayAsync("", Token));
        await RefusedAsync(
            ["transactionId", "Result", "Amount"],
            () =>
                operate.UpdateStatusAsync(
                    "a/b",
                    new() { Result = RebillyFinalResult.Unspecified, Amount = Some.Usd(0) },
                    Token
                )
        );
        await RefusedAsync(
            ["transactionId", "customFields"],
            () => operate.SetCustomFieldsAsync(" ", Metadata.From([new("a", "\ud800")]), Token)
        );
        await RefusedAsync(["transactionId", "comment"], () => operate.AddCommentAsync(".", " ", Token));
        await RefusedAsync(["transactionId", "messageId"], () => operate.DeleteTimelineMessageAsync("..", "..", Token));
        await RefusedAsync(["messageId"], () => operate.GetTimelineMessageAsync("txn_1", "a/b", Token));
        Assert.Throws<PaymentRequestException>(() => operate.ListTimelineAsync("a/b", Token));
        Assert.Empty(fixture.Stub.Requests);
    }

    private static async Task RefusedAsync(string[] fields, Func<Task> call)
    {
        var refusal = await Assert.ThrowsAsync<PaymentRequestException>(call);
        Assert.Equal(fields, refusal.Problems.Select(problem => problem.Field));
    }

    private static JsonObject Query() =>
        new()
        {
            ["transactionId"] = "txn_1",
            ["result"] = "unknown",
            ["status"] = "suspended",
            ["amount"] = 12.50m,
            ["currency"] = "USD",
        };

    private static JsonObject Message(string id) =>
        new()
        {
            ["id"] = id,
            ["type"] = "timeline-comment-created",
            ["triggeredBy"] = "direct-api",
            ["message"] = "A comment",
            ["occurredTime"] = "2026-03-01T12:00:00Z",
        };
}
