namespace PaymentAbstractions.Rebilly.Tests;

public class CaptureAnswerTests
{
    [Fact]
    public async Task A_fresh_sale_instead_of_a_capture_is_unknown_with_both_references()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithAuthorization(Txn.Authorization()).On("POST transactions", StubAnswer.Created(Txn.Sale()));

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.AnswerContradictsRequest), (result.Outcome, result.Reason));
        Assert.Equal(AnomalyKind.TransactionType, result.Anomaly?.Kind);
        Assert.Equal([RebillyFixture.Ref("txn_1"), RebillyFixture.Ref("txn_a")], result.Anomaly!.Transactions);
    }

    [Theory]
    [InlineData("txn_b")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_capture_of_another_authorization_is_unknown(string? parent)
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.WithAuthorization(Txn.Authorization())
            .On("POST transactions", StubAnswer.Created(Txn.Capture().With("parentTransactionId", parent)));

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.TransactionId), (result.Outcome, result.Anomaly!.Kind));
    }

    [Fact]
    public async Task A_capture_older_than_its_authorization_is_unknown()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.WithAuthorization(Txn.Authorization())
            .On("POST transactions", StubAnswer.Created(Txn.Capture().With("createdTime", "2026-03-01T11:54:59Z")));

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.Other), (result.Outcome, result.Anomaly?.Kind));
    }

    [Fact]
    public async Task A_repeat_of_the_key_adopts_the_earlier_capture_by_its_parent()
    {
        await using var fixture = new RebillyFixture();
        var captured = Txn.Authorization().With("status", "completed");
        fixture.Stub.WithOriginal(captured, Txn.Capture());

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Approved, RebillyFixture.Ref("txn_c")), (result.Outcome, result.Transaction));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_repeat_of_the_key_adopts_the_earlier_capture_by_its_request_id()
    {
        await using var fixture = new RebillyFixture();
        fixture.Clock.Advance(TimeSpan.FromDays(3));
        fixture.Stub.WithAuthorization(Txn.Authorization().With("status", "completed"), Txn.Capture());

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Approved, RebillyFixture.Ref("txn_c")), (result.Outcome, result.Transaction));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task The_key_of_another_capture_is_not_adopted()
    {
        await using var fixture = new RebillyFixture();
        var captured = Txn.Authorization().With("status", "completed");
        fixture.Stub.WithOriginal(captured, Txn.Capture().With("requestAmount", 5m));

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Unknown, AnomalyKind.Amount), (result.Outcome, result.Anomaly!.Kind));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task Two_transactions_under_the_key_are_unknown()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithAuthorization(
            Txn.Authorization().With("status", "completed"),
            Txn.Capture(),
            Txn.Capture(id: "txn_d")
        );

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.DuplicateKey), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task Whether_it_was_captured_before_must_be_readable_before_it_is_denied()
    {
        await using var fixture = new RebillyFixture();
        fixture
            .Stub.On("GET transactions/txn_a", StubAnswer.Ok(Txn.Authorization().With("status", "completed")))
            .On("GET transactions", StubAnswer.Problem(503));

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.PreparationFailed), (result.Outcome, result.Reason));
    }

    [Theory]
    [InlineData("capture", "completed", "approved")]
    [InlineData("capture", "timeout", "unknown")]
    [InlineData("void", "pending", "unknown")]
    public async Task An_authorization_with_a_use_is_not_captured_again(string type, string status, string result)
    {
        await using var fixture = new RebillyFixture();
        var use = Txn.Capture("other").With("type", type).With("status", status).With("result", result);
        fixture.Stub.WithAuthorization(Txn.Authorization()).WithOriginal(Txn.Authorization(), use);

        var refused = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AuthorizationNotOpen), (refused.Outcome, refused.Reason));
        Assert.Empty(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_declined_capture_leaves_the_authorization_to_be_captured()
    {
        await using var fixture = new RebillyFixture();
        var declined = Txn.Capture("other", "txn_d").With("result", "declined").WithCode("05");
        fixture
            .Stub.WithAuthorization(Txn.Authorization())
            .WithOriginal(Txn.Authorization(), declined)
            .On("POST transactions", StubAnswer.Created(Txn.Capture()));

        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
    }
}
