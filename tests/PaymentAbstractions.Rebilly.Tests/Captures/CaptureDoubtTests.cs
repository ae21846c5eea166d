using System.Text.Json.Nodes;

namespace PaymentAbstractions.Rebilly.Tests;

public class CaptureDoubtTests
{
    [Fact]
    public async Task A_capture_in_doubt_blocks_another_key()
    {
        await using var fixture = await InDoubtAsync();

        var other = await fixture.Gateway.CaptureAsync(Some.Capture("key-2"), TestContext.Current.CancellationToken);

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AlreadyInProgress), (other.Outcome, other.Reason));
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_capture_in_doubt_blocks_a_void()
    {
        await using var fixture = await InDoubtAsync();

        var voided = await fixture.Gateway.VoidAsync(
            Some.Void("key-2", "txn_a"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AlreadyInProgress), (voided.Outcome, voided.Reason));
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_void_in_doubt_blocks_a_capture()
    {
        await using var fixture = new RebillyFixture();
        fixture.Stub.WithAuthorization(Txn.Authorization()).On("POST transactions/txn_a/refund", StubAnswer.Reset());
        var token = TestContext.Current.CancellationToken;
        var voided = await fixture.Gateway.VoidAsync(Some.Void("key-1", "txn_a"), token);

        var captured = await fixture.Gateway.CaptureAsync(Some.Capture("key-2"), token);

        Assert.Equal(PaymentOutcome.Unknown, voided.Outcome);
        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AlreadyInProgress), (captured.Outcome, captured.Reason));
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task The_same_key_is_sent_again_with_the_same_request_id()
    {
        await using var fixture = await InDoubtAsync();
        fixture.Stub.On("POST transactions", StubAnswer.Created(Txn.Capture()));

        var again = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Approved, again.Outcome);
        Assert.Equal(fixture.Stub.Writes[0].Body, fixture.Stub.Writes[1].Body);
    }

    [Fact]
    public async Task The_same_key_is_unknown_when_the_authorization_closed_for_an_unknown_reason()
    {
        await using var fixture = await InDoubtAsync();
        fixture.Stub.WithAuthorization(Txn.Authorization().With("status", "completed"));

        var again = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Unknown, again.Outcome);
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_repeat_that_is_not_sent_leaves_the_first_in_doubt()
    {
        await using var fixture = await InDoubtAsync();
        fixture.Stub.On("POST transactions", StubAnswer.Refused());
        var token = TestContext.Current.CancellationToken;

        var again = await fixture.Gateway.CaptureAsync(Some.Capture(), token);
        var other = await fixture.Gateway.CaptureAsync(Some.Capture("key-2"), token);

        Assert.Equal(PaymentOutcome.Unknown, again.Outcome);
        Assert.Equal((PaymentOutcome.Rejected, PaymentReason.AlreadyInProgress), (other.Outcome, other.Reason));
    }

    [Theory]
    [InlineData("GET transactions/txn_a", 401)]
    [InlineData("GET transactions/txn_a", 503)]
    [InlineData("GET transactions", 503)]
    [InlineData("POST transactions", 401)]
    [InlineData("POST transactions", 422)]
    public async Task A_repeat_that_fails_never_denies_the_first(string route, int status)
    {
        await using var fixture = await InDoubtAsync();
        fixture.Stub.On(route, StubAnswer.Problem(status));

        var again = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);

        Assert.Equal(PaymentOutcome.Unknown, again.Outcome);
    }

    [Fact]
    public async Task Finding_that_it_was_declined_ends_the_doubt()
    {
        await using var fixture = await InDoubtAsync();
        var token = TestContext.Current.CancellationToken;
        var declined = Txn.Capture().With("result", "declined").WithCode("05");
        fixture
            .Stub.WithAuthorization(Txn.Authorization(), declined)
            .On("POST transactions", StubAnswer.Created(Txn.Capture("key-2", "txn_d")));
        var attempt = PaymentAttempt.Of(Some.Capture(), ConformanceHarness.Start) with { CustomerId = "cus_1" };

        var found = await fixture.Gateway.FindAsync(FindRequest.For(attempt), token);
        var other = await fixture.Gateway.CaptureAsync(Some.Capture("key-2"), token);

        Assert.Equal(PaymentOutcome.Declined, found.State?.Outcome);
        Assert.Equal(PaymentOutcome.Approved, other.Outcome);
    }

    [Fact]
    public async Task Two_captures_at_once_send_one()
    {
        await using var fixture = new RebillyFixture();
        var signal = new TaskCompletionSource();
        fixture
            .Stub.WithAuthorization(Txn.Authorization())
            .On("GET transactions/txn_a", StubAnswer.Ok(Txn.Authorization()), StubAnswer.Ok(Captured("key-1")))
            .On("GET transactions/txn_c", StubAnswer.Ok(Txn.Capture()))
            .On("POST transactions", StubAnswer.Held(signal.Task, StubAnswer.Created(Txn.Capture())));
        var token = TestContext.Current.CancellationToken;

        var first = fixture.Gateway.CaptureAsync(Some.Capture("key-1"), token);
        var second = fixture.Gateway.CaptureAsync(Some.Capture("key-2"), token);
        var third = fixture.Gateway.CaptureAsync(Some.Capture("key-1"), token);
        signal.SetResult();
        var results = await Task.WhenAll(first, second, third);

        Assert.Equal(
            [PaymentOutcome.Approved, PaymentOutcome.Rejected, PaymentOutcome.Approved],
            results.Select(result => result.Outcome)
        );
        Assert.Equal(results[0].Transaction, results[2].Transaction);
        Assert.Single(fixture.Stub.Writes);
    }

    private static JsonObject Captured(string key) =>
        Txn.Authorization(key).With("status", "completed").With("childTransactions", new JsonArray("txn_c"));

    private static async Task<RebillyFixture> InDoubtAsync()
    {
        var fixture = new RebillyFixture();
        fixture.Stub.WithAuthorization(Txn.Authorization()).On("POST transactions", StubAnswer.Reset());
        var result = await fixture.Gateway.CaptureAsync(Some.Capture(), TestContext.Current.CancellationToken);
        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.NoTrustworthyAnswer), (result.Outcome, result.Reason));
        return fixture;
    }
}
