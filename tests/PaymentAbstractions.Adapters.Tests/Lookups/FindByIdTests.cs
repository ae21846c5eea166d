using System.Text.Json.Nodes;

namespace PaymentAbstractions.Adapters.Tests;

public sealed class FindByIdTests
{
    [Fact]
    public async Task A_transaction_is_found_with_what_it_shows()
    {
        var found = await FindAsync(StubAnswer.Ok(Txn.Sale().With("children", new JsonArray("pay_r"))));

        var state = Assert.IsType<TransactionState>(found.State);
        Assert.Equal((PaymentOutcome.Approved, PaymentOperation.Sale), (state.Outcome, state.Type));
        Assert.Equal((Some.Amount, "cus_1"), (state.CapturedAmount, state.CustomerId));
        Assert.Equal([AdapterFixture.Ref("pay_r")], state.Children);
        Assert.Equal(ConformanceHarness.Start, state.CreatedAt);
    }

    [Theory]
    [InlineData("sale", "reversed", false)]
    [InlineData("sale", "reversed", true)]
    public async Task A_reversed_transaction_shows_how_it_went_back(string type, string status, bool isRefunded)
    {
        var shown = Txn.Sale().With("type", type).With("status", status).With("refunded", isRefunded);

        var state = (await FindAsync(StubAnswer.Ok(shown))).State!;

        Assert.Equal(PaymentOutcome.Reversed, state.Outcome);
        Assert.Equal(isRefunded ? Some.Amount : null, state.RefundedAmount);
        Assert.Equal(isRefunded ? null : Some.Amount, state.VoidedAmount);
    }

    [Fact]
    public async Task A_transaction_that_the_provider_does_not_know_is_not_seen() =>
        Assert.Equal(FindStatus.NotSeen, (await FindAsync(Txn.Error(404))).Status);

    [Fact]
    public async Task A_look_up_that_proves_nothing_has_failed()
    {
        StubAnswer[] answers =
        [
            StubAnswer.Reset(),
            StubAnswer.Refused(),
            Txn.Error(401),
            StubAnswer.Text(404, "<html/>", "text/html"),
            StubAnswer.Text(200, "{", "application/json"),
            StubAnswer.Ok(Txn.Sale(id: "pay_2")),
        ];

        foreach (var answer in answers)
        {
            Assert.Equal(FindStatus.LookupFailed, (await FindAsync(answer)).Status);
        }
    }

    [Theory]
    [InlineData("word", PaymentOutcome.Unknown)]
    [InlineData("processing", PaymentOutcome.Pending)]
    [InlineData("failed", PaymentOutcome.Unknown)]
    public async Task A_found_transaction_is_judged_as_in_an_answer(string status, PaymentOutcome expected)
    {
        var found = await FindAsync(StubAnswer.Ok(Txn.Sale().With("status", status)));

        Assert.Equal((FindStatus.Found, expected), (found.Status, found.State?.Outcome));
    }

    [Fact]
    public async Task An_approval_of_an_undocumented_type_is_unknown()
    {
        var found = await FindAsync(StubAnswer.Ok(Txn.Sale().With("type", "word")));

        Assert.Equal(PaymentOutcome.Unknown, found.State?.Outcome);
        Assert.Null(found.State?.CapturedAmount);
    }

    [Fact]
    public async Task A_text_that_can_be_no_id_is_never_sent()
    {
        await using var fixture = AdapterFixture.Acme();

        var found = await fixture.Gateway.FindAsync(
            FindRequest.For(AdapterFixture.Ref(new string('x', 129))),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(FindStatus.LookupFailed, found.Status);
        Assert.Empty(fixture.Stub.Requests);
    }

    private static async Task<FindResult> FindAsync(StubAnswer answer)
    {
        await using var fixture = AdapterFixture.Acme();
        fixture.Stub.On("GET payments/pay_1", answer);
        return await fixture.Gateway.FindAsync(
            FindRequest.For(AdapterFixture.Ref("pay_1")),
            TestContext.Current.CancellationToken
        );
    }
}
