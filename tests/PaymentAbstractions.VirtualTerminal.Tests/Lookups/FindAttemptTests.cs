using System.Text.Json.Nodes;

namespace PaymentAbstractions.VirtualTerminal.Tests;

public class FindAttemptTests
{
    [Theory]
    [InlineData(PaymentOperation.Sale)]
    [InlineData(PaymentOperation.Authorize)]
    [InlineData(PaymentOperation.Credit)]
    public async Task The_one_with_our_mark_is_found(PaymentOperation operation)
    {
        var (request, row) = Attempt(operation);
        var found = await FindAsync(request, row.With("ID", 501235), Txn.Sale(key: "other", id: 501236));

        Assert.Equal(FindStatus.Found, found.Status);
        Assert.Equal(VirtualTerminalFixture.Ref("501235"), found.State?.Transaction);
        Assert.Equal((PaymentOutcome.Approved, operation), (found.State?.Outcome, found.State?.Type));
    }

    [Theory]
    [InlineData("TotalAmount", "49.91")]
    [InlineData("TransactionType", "\"auth\"")]
    [InlineData("CustomerID", "7002")]
    [InlineData("ID", "0")]
    public async Task One_with_our_mark_that_is_another_payment_is_not_adopted(string field, string json)
    {
        var found = await FindAsync(Some.Sale(), Txn.Sale().With(field, JsonNode.Parse(json)));

        Assert.Equal(FindStatus.Ambiguous, found.Status);
        Assert.Equal(field == "ID" ? 0 : 1, found.Candidates.Count);
        Assert.Null(found.State);
    }

    [Fact]
    public async Task Two_with_our_mark_are_ambiguous()
    {
        var found = await FindAsync(Some.Sale(), Txn.Sale(), Txn.Sale(id: 501235));

        Assert.Equal(FindStatus.Ambiguous, found.Status);
        Assert.Equal(2, found.Candidates.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("order-1")]
    [InlineData("order-1 ref:short")]
    public async Task One_that_fits_without_a_mark_is_a_candidate_and_no_more(string? description)
    {
        var found = await FindAsync(Some.Sale(), Txn.Sale().With("Description", description));

        Assert.Equal(FindStatus.Ambiguous, found.Status);
        Assert.Equal([VirtualTerminalFixture.Ref("501234")], found.Candidates);
    }

    [Theory]
    [InlineData("TotalAmount", "1")]
    [InlineData("TransactionType", "\"credit\"")]
    [InlineData("TransactionTime", "\"/Date(1772279999999)/\"")]
    [InlineData("CustomerID", "7002")]
    public async Task One_that_does_not_fit_is_no_candidate(string field, string json)
    {
        var found = await FindAsync(
            Some.Sale(),
            Txn.Sale().With("Description", null).With(field, JsonNode.Parse(json))
        );

        Assert.Equal(FindStatus.NotSeen, found.Status);
    }

    [Theory]
    [InlineData("\"/Date(1772280000000)/\"")]
    [InlineData("null")]
    [InlineData("\"soon\"")]
    public async Task The_time_is_compared_with_a_day_of_tolerance(string time)
    {
        var row = Txn.Sale().With("Description", null).With("TransactionTime", JsonNode.Parse(time));

        var found = await FindAsync(Some.Sale(), row);

        Assert.Equal(FindStatus.Ambiguous, found.Status);
    }

    [Fact]
    public async Task One_with_the_mark_of_another_key_is_no_candidate()
    {
        var found = await FindAsync(Some.Sale(), Txn.Sale(key: "other"));

        Assert.Equal(FindStatus.NotSeen, found.Status);
    }

    [Theory]
    [InlineData("{\"TransactionCount\":0,\"Transactions\":null}")]
    [InlineData("{\"TransactionCount\":0,\"Transactions\":[]}")]
    public async Task An_empty_list_proves_nothing(string list)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Lists(7001, StubAnswer.Text(200, list));

        Assert.Equal(FindStatus.NotSeen, (await fixture.FindAsync(Some.Sale())).Status);
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_a_failed_look_up()
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Lists(
            7001,
            Txn.Error(404, null),
            Txn.Error(503, null),
            StubAnswer.Reset(),
            StubAnswer.Text(200, "[]"),
            StubAnswer.Text(200, "<html/>", "text/html")
        );

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(FindStatus.LookupFailed, (await fixture.FindAsync(Some.Sale())).Status);
        }
    }

    [Fact]
    public async Task An_attempt_needs_its_customer_or_its_original()
    {
        await using var fixture = new VirtualTerminalFixture();
        var attempt = PaymentAttempt.Of(Some.Sale(), ConformanceHarness.Start);
        PaymentAttempt[] attempts =
        [
            attempt with
            {
                CustomerId = null,
            },
            attempt with
            {
                CustomerId = "cus_1",
            },
            attempt with
            {
                Operation = PaymentOperation.Capture,
            },
        ];

        foreach (var one in attempts)
        {
            var found = await fixture.Gateway.FindAsync(FindRequest.For(one), TestContext.Current.CancellationToken);
            Assert.Equal(FindStatus.LookupFailed, found.Status);
        }

        Assert.Empty(fixture.Stub.Requests);
    }

    private static (PaymentRequest Request, JsonObject Row) Attempt(PaymentOperation operation) =>
        operation switch
        {
            PaymentOperation.Sale => (Some.Sale(), Txn.Sale()),
            PaymentOperation.Authorize => (Some.Authorize(), Txn.Authorization()),
            _ => (Some.Credit(), Txn.Credit()),
        };

    private static async Task<FindResult> FindAsync(PaymentRequest request, params JsonObject[] rows)
    {
        await using var fixture = new VirtualTerminalFixture();
        fixture.Stub.Lists(7001, Txn.List(rows).Ok());
        return await fixture.FindAsync(request);
    }
}
