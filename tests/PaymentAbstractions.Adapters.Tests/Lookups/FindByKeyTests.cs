using System.Text.Json.Nodes;

namespace PaymentAbstractions.Adapters.Tests;

public sealed class FindByKeyTests
{
    [Fact]
    public async Task The_transaction_with_our_key_is_found_among_others()
    {
        var found = await FindAsync(list: [Txn.Sale("another", "pay_9"), Txn.Sale()]);

        Assert.Equal((FindStatus.Found, AdapterFixture.Ref("pay_1")), (found.Status, found.State?.Transaction));
        Assert.Equal(PaymentOutcome.Approved, found.State?.Outcome);
    }

    [Fact]
    public async Task An_absence_proves_nothing() =>
        Assert.Equal(FindStatus.NotSeen, (await FindAsync(list: [Txn.Sale("another", "pay_9")])).Status);

    public static TheoryData<string, JsonNode?> Strangers =>
        new()
        {
            { "amount", 900 },
            { "currency", "EUR" },
            { "type", "authorize" },
            { "customer", "cus_2" },
            { "status", "failed" },
        };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task A_transaction_with_our_key_that_is_another_one_is_a_candidate(string field, JsonNode? value)
    {
        var found = await FindAsync(list: [Txn.Sale().With(field, value?.DeepClone())]);

        Assert.Equal(FindStatus.Ambiguous, found.Status);
        Assert.Equal([AdapterFixture.Ref("pay_1")], found.Candidates);
    }

    [Fact]
    public async Task Two_transactions_with_our_key_are_candidates()
    {
        var found = await FindAsync(list: [Txn.Sale(), Txn.Sale(id: "pay_2")]);

        Assert.Equal((FindStatus.Ambiguous, 2), (found.Status, found.Candidates.Count));
    }

    [Theory]
    [InlineData("{\"data\":[]}")]
    [InlineData("{\"has_more\":true,\"data\":[]}")]
    [InlineData("{\"has_more\":false}x")]
    [InlineData("{\"has_more\":false,\"data\":{}}")]
    [InlineData("{\"has_more\":false,\"data\":[1]}")]
    [InlineData("[]")]
    public async Task A_list_that_is_not_proven_to_be_whole_has_failed(string body)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("GET payments", StubAnswer.Text(200, body));

        var found = await fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(Some.Sale(), ConformanceHarness.Start)),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(FindStatus.LookupFailed, found.Status);
    }

    [Theory]
    [InlineData("amount", "many")]
    [InlineData("id", 7)]
    public async Task A_list_with_a_row_that_cannot_be_read_has_failed(string field, object value)
    {
        var row = Txn.Sale("another", "pay_9").With(field, JsonValue.Create(value));

        Assert.Equal(FindStatus.LookupFailed, (await FindAsync(list: [row, Txn.Sale()])).Status);
    }

    [Fact]
    public async Task An_earlier_transaction_is_not_that_of_the_attempt()
    {
        var hints = new RecoveryHints { TakenAt = ConformanceHarness.Start, KnownTransactionIds = ["pay_1"] };

        var found = await FindAsync(hints, Txn.Sale());

        Assert.Equal(FindStatus.NotSeen, found.Status);
    }

    [Fact]
    public async Task A_transaction_without_a_time_is_a_candidate_where_the_clock_counts()
    {
        await using var fixture = AdapterFixture.Acme(profile =>
            profile with
            {
                ClockTolerance = TimeSpan.FromMinutes(5),
            }
        );
        fixture.Stub.WithList(Txn.Sale().Without("created"));

        var found = await fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(Some.Sale(), ConformanceHarness.Start)),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(FindStatus.Ambiguous, found.Status);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public async Task An_attempt_at_the_end_of_the_calendar_does_not_throw(string startedAt)
    {
        await using var fixture = AdapterFixture.Acme(profile =>
            profile with
            {
                ClockTolerance = TimeSpan.FromMinutes(5),
                Capabilities = profile.Capabilities with { IdempotencyWindow = TimeSpan.Zero },
            }
        );
        fixture.Stub.WithList(Txn.Sale().With("created", startedAt));

        var found = await fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(Some.Sale(), ProviderTime.Read(startedAt)!.Value)),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(FindStatus.Found, found.Status);
    }

    private static async Task<FindResult> FindAsync(RecoveryHints? hints = null, params JsonObject[] list)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.WithList(list);
        return await fixture.Gateway.FindAsync(
            FindRequest.For(PaymentAttempt.Of(Some.Sale(), ConformanceHarness.Start) with { Hints = hints }),
            TestContext.Current.CancellationToken
        );
    }
}
