using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

public class OpenAuthorizationOptionTests
{
    [Fact]
    public async Task Read_first_the_providers_open_authorization_refuses_the_sale()
    {
        await using var fixture = new RebillyFixture(("OpenAuthorizations", "AskProvider"));
        fixture.Stub.WithList(Txn.Authorization());

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.OpenAuthorization), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
        Assert.Contains(
            "filter=customerId:cus_1;type:authorize;status:waiting-capture",
            fixture.Stub.Requests[^1].Query,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Asked_first_a_list_of_others_lets_the_sale_go()
    {
        await using var fixture = new RebillyFixture(("OpenAuthorizations", "AskProvider"));
        fixture
            .Stub.WithList(
                Txn.Authorization().With("customerId", "cus_2"),
                Txn.Authorization().With("createdTime", "2026-02-20T12:00:00Z"),
                Txn.Sale("other", "txn_o")
            )
            .On("POST transactions", StubAnswer.Created(Txn.Sale()));

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
    }

    [Fact]
    public async Task Asked_first_an_unreadable_list_sends_no_sale()
    {
        await using var fixture = new RebillyFixture(("OpenAuthorizations", "AskProvider"));
        fixture.Stub.On(
            "GET transactions",
            StubAnswer.Problem(401),
            StubAnswer.Text(200, "<html>", "text/html"),
            StubAnswer.Ok(new JsonObject()),
            StubAnswer.Reset(),
            StubAnswer.Refused(),
            StubAnswer.Text(200, "[]", "application/json", ("Pagination-Total", "1"))
        );

        for (var i = 0; i < 6; i++)
        {
            var result = await fixture.Gateway.SaleAsync(Some.Sale($"key-{i}"), TestContext.Current.CancellationToken);

            Assert.Equal((PaymentOutcome.NotSent, PaymentReason.PreparationFailed), (result.Outcome, result.Reason));
        }

        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task With_the_risk_accepted_a_captured_authorization_is_unknown_with_both_references()
    {
        await using var fixture = new RebillyFixture(("OpenAuthorizations", "AcceptRisk"));
        fixture.Stub.On(
            "POST transactions",
            StubAnswer.Created(Txn.Authorization()),
            StubAnswer.Created(Txn.Capture("key-1"))
        );
        var token = TestContext.Current.CancellationToken;
        await fixture.Gateway.AuthorizeAsync(Some.Authorize(), token);

        var result = await fixture.Gateway.SaleAsync(Some.Sale(), token);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest), (result.Outcome, result.Reason));
        Assert.Equal(AnomalyKind.TransactionType, result.Anomaly!.Kind);
        Assert.Equal([RebillyFixture.Ref("txn_c"), RebillyFixture.Ref("txn_a")], result.Anomaly.Transactions);
    }
}
