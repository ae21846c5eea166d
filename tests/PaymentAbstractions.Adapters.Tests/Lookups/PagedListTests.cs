using System.Text.Json.Nodes;

namespace PaymentAbstractions.Adapters.Tests;

/// <summary>Paged lists, and children that are listed separately from their transaction.</summary>
public sealed class PagedListTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sale_on_the_second_page_is_found()
    {
        await using var fixture = AdapterFixture.Paged();
        fixture.Stub.On("GET payments", Page(true, Txn.Sale("other", "pay_7")), Page(false, Txn.Sale()));

        var found = await FindAsync(fixture);

        Assert.Equal((FindStatus.Found, AdapterFixture.Ref("pay_1")), (found.Status, found.State?.Transaction));
        Assert.EndsWith("&after=pay_7", fixture.Stub.Requests[^1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_more_than_ten_pages_is_incomplete()
    {
        await using var fixture = AdapterFixture.Paged();
        fixture.Stub.On("GET payments", Page(true, Txn.Sale()));

        var found = await FindAsync(fixture);

        Assert.Equal(FindStatus.LookupFailed, found.Status);
        Assert.Equal(10, fixture.Stub.Requests.Count);
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_makes_the_list_incomplete()
    {
        await using var fixture = AdapterFixture.Paged();
        fixture.Stub.On("GET payments", Page(true, Txn.Sale()), Txn.Error(503));

        Assert.Equal(FindStatus.LookupFailed, (await FindAsync(fixture)).Status);
    }

    [Fact]
    public async Task Refunds_that_are_listed_apart_count_and_are_recorded()
    {
        await using var fixture = AdapterFixture.Paged();
        fixture
            .Stub.On("GET payments/pay_1", StubAnswer.Ok(Txn.Sale("sale")))
            .On("GET children", Page(false, Txn.Child("refund", "first", amount: 1000)))
            .On("POST payments/pay_1/refund", StubAnswer.Reset());

        var tooMuch = await fixture.Gateway.RefundAsync(Some.Refund(12.50m, "key-2"), Token);
        await fixture.Gateway.RefundAsync(Some.Refund(2.50m), Token);

        Assert.Equal(PaymentReason.ExceedsAvailableAmount, tooMuch.Reason);
        Assert.Single(fixture.Stub.Writes);
        var entry = await fixture.EntryAsync("key-1");
        Assert.Equal(["pay_c"], entry.Intent.Hints?.KnownTransactionIds ?? []);
    }

    [Fact]
    public async Task An_answer_with_a_child_that_was_listed_before_is_not_believed()
    {
        await using var fixture = AdapterFixture.Paged();
        fixture
            .Stub.On("GET payments/pay_1", StubAnswer.Ok(Txn.Sale("sale")))
            .On("GET children", Page(false, Txn.Child("refund", "first", amount: 300)))
            .On("POST payments/pay_1/refund", StubAnswer.Ok(Txn.Child("refund", amount: 300)));

        var result = await fixture.Gateway.RefundAsync(Some.Refund(3m), Token);

        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.TransactionId), (result.Outcome, result.Anomaly?.Kind));
    }

    [Fact]
    public async Task Children_that_cannot_be_listed_send_nothing()
    {
        StubAnswer[] answers =
        [
            Txn.Error(503),
            Page(false, Txn.Child("refund", parent: "pay_9")),
            Page(false, Txn.Child("unheard_of")),
            Page(false, Txn.Child("refund").Without("id")),
        ];
        foreach (var answer in answers)
        {
            await using var fixture = AdapterFixture.Paged();
            fixture.Stub.On("GET payments/pay_1", StubAnswer.Ok(Txn.Sale("sale"))).On("GET children", answer);

            var result = await fixture.Gateway.RefundAsync(Some.Refund(), Token);

            Assert.Equal(PaymentOutcome.NotSent, result.Outcome);
            Assert.Empty(fixture.Stub.Writes);
        }
    }

    private static Task<FindResult> FindAsync(StubbedGateway<PagedProvider> fixture) =>
        fixture.Gateway.FindAsync(FindRequest.For(PaymentAttempt.Of(Some.Sale(), ConformanceHarness.Start)), Token);

    private static StubAnswer Page(bool hasMore, params JsonObject[] rows) =>
        StubAnswer.Ok(new JsonObject { ["has_more"] = hasMore, ["data"] = new JsonArray([.. rows]) });
}
