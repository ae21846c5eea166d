namespace PaymentAbstractions.Rebilly.Tests;

public class CancellationTests
{
    public static TheoryData<string> Operations => ["capture", "void", "refund", "sale"];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Leaving_while_Rebilly_is_read_sends_nothing(string operation)
    {
        await using var fixture = new RebillyFixture(("OpenAuthorizations", "AskProvider"));
        var never = StubAnswer.Held(new TaskCompletionSource().Task, StubAnswer.Problem(500));
        fixture
            .Stub.On("GET transactions/txn_a", never)
            .On("GET transactions/txn_1", never)
            .On("GET transactions", never);
        using var leaving = new CancellationTokenSource();

        var call = RunAsync(fixture, operation, leaving.Token);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(fixture.Stub.Writes);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Leaving_before_the_first_byte_sends_nothing(string operation)
    {
        await using var fixture = Ready();
        var reached = new TaskCompletionSource();
        var held = StubAnswer.Held(reached.Task, StubAnswer.Problem(500), beforeContent: true);
        fixture.Stub.On("POST transactions", held).On("POST transactions/txn_1/refund", held);
        using var leaving = new CancellationTokenSource();

        var call = RunAsync(fixture, operation, leaving.Token);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(fixture.Stub.Writes);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Leaving_after_the_first_byte_is_unknown_and_the_exchange_goes_on(string operation)
    {
        await using var fixture = Ready();
        var signal = new TaskCompletionSource();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new StubAnswer(async token =>
        {
            arrived.TrySetResult();
            await signal.Task.WaitAsync(token);
            return await StubAnswer.Created(Txn.Sale()).RespondAsync(token);
        });
        fixture.Stub.On("POST transactions", answer).On("POST transactions/txn_1/refund", answer);
        using var leaving = new CancellationTokenSource();

        var call = RunAsync(fixture, operation, leaving.Token);
        await arrived.Task;
        await leaving.CancelAsync();
        var result = await call;
        signal.SetResult();

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.CallerStoppedWaiting), (result.Outcome, result.Reason));
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task Leaving_the_queue_of_a_transaction_lets_the_others_go_on()
    {
        await using var fixture = Ready();
        var signal = new TaskCompletionSource();
        fixture.Stub.On(
            "POST transactions/txn_1/refund",
            StubAnswer.Held(signal.Task, StubAnswer.Created(Txn.Reversal("refund", amount: 5m)))
        );
        using var leaving = new CancellationTokenSource();
        var token = TestContext.Current.CancellationToken;

        var first = fixture.Gateway.RefundAsync(Some.Refund(5, "key-1"), token);
        while (fixture.Stub.Writes.Count == 0)
        {
            await Task.Delay(5, token);
        }

        var second = fixture.Gateway.RefundAsync(Some.Refund(1, "key-2"), leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        signal.SetResult();
        var result = await first;

        Assert.Equal(PaymentOutcome.Approved, result.Outcome);
        Assert.Single(fixture.Stub.Writes);
    }

    [Fact]
    public async Task A_token_that_is_canceled_already_touches_nothing()
    {
        await using var fixture = Ready();
        var gone = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.Gateway.SaleAsync(Some.Sale(), gone));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            fixture.Gateway.FindAsync(FindRequest.For(RebillyFixture.Ref("txn_1")), gone)
        );

        Assert.Empty(fixture.Stub.Requests);
    }

    private static RebillyFixture Ready()
    {
        var fixture = new RebillyFixture();
        fixture.Stub.WithAuthorization(Txn.Authorization()).WithOriginal(Txn.Sale());
        return fixture;
    }

    private static Task<PaymentResult> RunAsync(RebillyFixture fixture, string operation, CancellationToken token) =>
        operation switch
        {
            "capture" => fixture.Gateway.CaptureAsync(Some.Capture(), token),
            "void" => fixture.Gateway.VoidAsync(Some.Void(), token),
            "refund" => fixture.Gateway.RefundAsync(Some.Refund(), token),
            _ => fixture.Gateway.SaleAsync(Some.Sale(), token),
        };
}
