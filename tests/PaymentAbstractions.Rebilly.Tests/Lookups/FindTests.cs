using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

public class FindTests
{
    [Fact]
    public async Task By_reference_the_whole_state_is_returned()
    {
        await using var fixture = new RebillyFixture();
        var refunded = Txn.Sale()
            .Settled()
            .With("status", "refunded")
            .With("disputeStatus", "under-review")
            .With("arn", "74537604221222132710572")
            .With("childTransactions", new JsonArray("txn_r"));
        fixture.Stub.On("GET transactions/txn_1", StubAnswer.Ok(refunded));

        var found = await ByIdAsync(fixture);

        var state = found.State!;
        Assert.Equal((PaymentOutcome.Reversed, PaymentReason.AlreadyReversed), (state.Outcome, state.Reason));
        Assert.Equal(
            (Some.Amount, Some.Amount, null),
            (state.CapturedAmount, state.RefundedAmount, state.VoidedAmount)
        );
        Assert.Equal((DisputeStatus.UnderReview, 1L), (state.DisputeStatus, state.Revision));
        Assert.Equal([RebillyFixture.Ref("txn_r")], state.Children);
        Assert.Equal(Some.Amount, state.ProcessedAmount);
        Assert.Equal("74537604221222132710572", state.Provider.AcquirerReferenceNumber);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), state.SettledAt);
    }

    [Fact]
    public async Task By_reference_what_is_not_there_or_not_readable_proves_nothing()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On(
            "GET transactions/txn_1",
            StubAnswer.Problem(404),
            StubAnswer.Text(404, "<html>", "text/html"),
            StubAnswer.Problem(500),
            StubAnswer.Reset(),
            StubAnswer.Ok(Txn.Sale(id: "txn_2"))
        );

        var statuses = new List<FindStatus>();
        for (var i = 0; i < 5; i++)
        {
            statuses.Add((await ByIdAsync(fixture)).Status);
        }

        Assert.Equal(
            [
                FindStatus.NotSeen,
                FindStatus.LookupFailed,
                FindStatus.LookupFailed,
                FindStatus.LookupFailed,
                FindStatus.LookupFailed,
            ],
            statuses
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task By_key_the_transaction_is_found_whether_the_filter_is_honored_or_not(bool honored)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithList(honored ? [Txn.Sale()] : [Txn.Sale("a", "txn_a"), Txn.Sale(), Txn.Sale("b", "txn_b")]);

        var found = await ByKeyAsync(fixture);

        Assert.Equal((FindStatus.Found, RebillyFixture.Ref("txn_1")), (found.Status, found.State?.Transaction));
        Assert.Contains(
            $"filter=requestId:{RebillyFixture.WireKey("key-1")}&",
            fixture.Stub.Requests[^1].Query,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task By_key_a_part_is_found_as_what_it_is()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithList(Txn.Sale().With("amount", 8m).With("hasAmountAdjustment", true));

        var found = await ByKeyAsync(fixture);

        Assert.Equal((PaymentOutcome.PartiallyApproved, null), (found.State?.Outcome, found.State?.Anomaly));
    }

    [Fact]
    public async Task By_key_what_is_not_shown_proves_nothing()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.On(
            "GET transactions",
            StubAnswer.Ok(new JsonArray()),
            StubAnswer.Ok(new JsonArray(Txn.Sale("other", "txn_2"))),
            StubAnswer.Ok(new JsonArray(Txn.Sale("other", "txn_2"), null)),
            StubAnswer.Ok(new JsonArray(Txn.Sale(), Txn.Sale(id: "txn_2"))),
            StubAnswer.Problem(503)
        );

        var statuses = new List<FindStatus>();
        for (var i = 0; i < 5; i++)
        {
            statuses.Add((await ByKeyAsync(fixture)).Status);
        }

        Assert.Equal(
            [
                FindStatus.NotSeen,
                FindStatus.NotSeen,
                FindStatus.LookupFailed,
                FindStatus.Ambiguous,
                FindStatus.LookupFailed,
            ],
            statuses
        );
    }

    public static TheoryData<string, JsonNode?> Strangers =>
        new()
        {
            { "customerId", "cus_2" },
            { "requestAmount", 1m },
            { "requestCurrency", "EUR" },
            { "type", "capture" },
            { "createdTime", "2026-02-28T11:54:59Z" },
            { "createdTime", "2026-03-02T12:02:31Z" },
            { "createdTime", null },
        };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task By_key_another_payment_is_shown_and_not_adopted(string field, JsonNode? value)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithList(Txn.Sale().With(field, value?.DeepClone()));

        var found = await ByKeyAsync(fixture);

        Assert.Equal(FindStatus.Ambiguous, found.Status);
        Assert.Equal([RebillyFixture.Ref("txn_1")], found.Candidates);
    }

    [Fact]
    public async Task By_key_what_an_earlier_attempt_of_the_key_left_is_found()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithList(
            Txn.Sale().With("createdTime", "2026-03-01T11:40:00Z").With("result", "canceled").With("gateway", null)
        );

        var found = await ByKeyAsync(fixture);

        Assert.Equal((FindStatus.Found, PaymentOutcome.Declined), (found.Status, found.State?.Outcome));
    }

    private static Task<FindResult> ByIdAsync(RebillyFixture fixture) =>
        fixture.Gateway.FindAsync(FindRequest.For(RebillyFixture.Ref("txn_1")), TestContext.Current.CancellationToken);

    private static Task<FindResult> ByKeyAsync(RebillyFixture fixture) =>
        fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(Some.Sale(), ConformanceHarness.Start)),
            TestContext.Current.CancellationToken
        );
}
