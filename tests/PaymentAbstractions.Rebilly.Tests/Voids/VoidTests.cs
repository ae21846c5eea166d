using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

public class VoidTests
{
    private const string Route = "POST transactions/txn_1/refund";

    [Theory]
    [InlineData("sale", "completed")]
    [InlineData("capture", "completed")]
    [InlineData("authorize", "waiting-capture")]
    public async Task An_unsettled_transaction_is_voided_as_a_whole(string type, string status)
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.WithOriginal(Txn.Sale().With("type", type).With("status", status))
            .On(Route, StubAnswer.Created(Txn.Reversal("void")));

        var result = await fixture.Gateway.VoidAsync(Some.Void(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Approved, PaymentOperation.Void), (result.Outcome, result.PerformedAs));
        Assert.Equal(Some.Amount, result.ApprovedAmount);
    }

    [Fact]
    public async Task A_settled_transaction_is_left_alone_unless_a_refund_is_allowed()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale().Settled()).On(Route, StubAnswer.Created(Txn.Reversal("refund")));
        var token = TestContext.Current.CancellationToken;

        var refused = await fixture.Gateway.VoidAsync(Some.Void("key-1"), token);
        var refunded = await fixture.Gateway.VoidAsync(Some.Void("key-2") with { IfSettled = IfSettled.Refund }, token);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AlreadySettled), (refused.Outcome, refused.Reason));
        Assert.Equal((PaymentOutcome.Approved, PaymentOperation.Refund), (refunded.Outcome, refunded.PerformedAs));
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_settlement_between_the_read_and_the_void_is_reported()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale()).On(Route, StubAnswer.Created(Txn.Reversal("refund")));

        var result = await fixture.Gateway.VoidAsync(Some.Void(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Approved, PaymentOperation.Refund), (result.Outcome, result.PerformedAs));
    }

    public static TheoryData<string, JsonNode?, PaymentReason> NotVoidable =>
        new()
        {
            { "type", "credit", PaymentReason.InvalidRequest },
            { "type", "setup", PaymentReason.InvalidRequest },
            { "result", "declined", PaymentReason.InvalidRequest },
            { "status", "voided", PaymentReason.AlreadyReversed },
            { "status", "refunded", PaymentReason.AlreadyReversed },
        };

    [Theory]
    [MemberData(nameof(NotVoidable))]
    public async Task Anything_else_is_not_voided(string field, JsonNode? value, PaymentReason reason)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale().With(field, value?.DeepClone()));

        var result = await fixture.Gateway.VoidAsync(Some.Void(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Rejected, reason), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Theory]
    [InlineData("type", null)]
    [InlineData("result", "unknown")]
    [InlineData("status", "unheard-of")]
    public async Task An_original_in_an_undocumented_state_is_not_voided(string field, string? value)
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithOriginal(Txn.Sale().With(field, value));

        var result = await fixture.Gateway.VoidAsync(Some.Void(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.PreparationFailed), (result.Outcome, result.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_captured_authorization_is_not_voided_and_a_partly_refunded_sale_neither()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.WithOriginal(Txn.Authorization().With("status", "completed"), Txn.Capture())
            .WithOriginal(Txn.Sale(), Txn.Reversal("refund", amount: 1m));
        var token = TestContext.Current.CancellationToken;

        var authorization = await fixture.Gateway.VoidAsync(Some.Void(id: "txn_a"), token);
        var sale = await fixture.Gateway.VoidAsync(Some.Void(), token);

        Assert.Equal(PaymentReason.AuthorizationNotOpen, authorization.Reason);
        Assert.Equal(PaymentReason.AlreadyReversed, sale.Reason);
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_read_that_is_refused_or_fails_sends_nothing()
    {
        await using var fixture = new RebillyFixture();
        StubAnswer[] answers =
        [
            StubAnswer.Problem(404),
            StubAnswer.Problem(401),
            StubAnswer.Problem(429),
            StubAnswer.Problem(500),
            StubAnswer.Reset(),
            StubAnswer.Refused(),
        ];

        var outcomes = new List<(PaymentOutcome, PaymentReason)>();
        foreach (var (i, answer) in answers.Index())
        {
            fixture.Stub.On("GET transactions/txn_1", answer);
            var result = await fixture.Gateway.VoidAsync(Some.Void($"key-{i}"), TestContext.Current.CancellationToken);
            outcomes.Add((result.Outcome, result.Reason));
        }

        Assert.Equal(
            [
                (PaymentOutcome.Rejected, PaymentReason.NotFound),
                (PaymentOutcome.Rejected, PaymentReason.InvalidCredentials),
                (PaymentOutcome.NotSent, PaymentReason.PreparationFailed),
                (PaymentOutcome.NotSent, PaymentReason.PreparationFailed),
                (PaymentOutcome.NotSent, PaymentReason.PreparationFailed),
                (PaymentOutcome.NotSent, PaymentReason.PreparationFailed),
            ],
            outcomes
        );
        Assert.Empty(fixture.Stub.Writes);
    }
}
