using PaymentAbstractions.Adapters;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class CancellationTests : IAsyncDisposable
{
    private readonly TestPayments _payments = new();
    private readonly CancellationTokenSource _caller = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_caller_who_has_left_before_the_call_is_not_served()
    {
        await _caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(SellAsync);

        Assert.Empty(_payments.Backend.Executed);
    }

    [Fact]
    public async Task A_wrong_request_is_reported_even_to_a_caller_who_has_left()
    {
        await _caller.CancelAsync();

        await Assert.ThrowsAsync<PaymentRequestException>(() =>
            _payments.Default.SaleAsync(Testing.PaymentRequests.Sale() with { Amount = default }, _caller.Token)
        );
    }

    [Fact]
    public async Task A_caller_who_leaves_before_the_write_stops_it()
    {
        OnExecute(async call =>
        {
            await PauseAsync();
            _ended.SetResult(call.TryBeginSend());
        });
        var sale = SellAsync();
        await _reached.Task;

        await _caller.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sale);
        _goOn.SetResult();

        Assert.Equal(_caller.Token, exception.CancellationToken);
        Assert.False(await _ended.Task);
    }

    [Fact]
    public async Task A_caller_who_leaves_before_the_write_cancels_the_adapters_wait()
    {
        OnExecute(async call =>
        {
            _reached.SetResult();
            await call.PrepareAsync(token => Forever(token));
        });
        var sale = SellAsync();
        await _reached.Task;

        await _caller.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sale);

        Assert.Equal(_caller.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task An_adapter_that_gives_up_at_once_when_the_caller_leaves_is_canceled_too()
    {
        OnExecute(async call =>
        {
            await call.PrepareAsync(async token =>
            {
                var givenUp = new TaskCompletionSource();
                await using var registration = token.Register(() => givenUp.SetCanceled(token));
                _reached.SetResult();
                await givenUp.Task;
                return 1;
            });
        });
        var sale = SellAsync();
        await _reached.Task;

        await _caller.CancelAsync();
        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sale);

        Assert.Equal(_caller.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task A_caller_who_leaves_after_the_write_gets_unknown_and_the_exchange_continues()
    {
        OnExecute(async call =>
        {
            call.TryBeginSend();
            await PauseAsync();
            _ended.SetResult(await call.PrepareAsync(token => Task.FromResult(token.IsCancellationRequested)));
        });
        var request = Testing.PaymentRequests.Sale();
        var sale = _payments.Default.SaleAsync(request, _caller.Token);
        await _reached.Task;

        await _caller.CancelAsync();
        var result = await sale;
        var endedBefore = _ended.Task.IsCompleted;
        _goOn.SetResult();

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Equal(PaymentReason.CallerStoppedWaiting, result.Reason);
        Assert.Equal(request.IdempotencyKey, result.IdempotencyKey);
        Assert.Equal(request.Amount, result.RequestedAmount);
        Assert.Equal("cards_eu", result.Gateway);
        Assert.Equal(PaymentOperation.Sale, result.Operation);
        Assert.False(endedBefore);
        Assert.False(await _ended.Task);
    }

    [Fact]
    public async Task A_failure_after_the_caller_left_is_observed()
    {
        OnExecute(async call =>
        {
            call.TryBeginSend();
            await PauseAsync();
            _ended.SetResult(true);
            throw new InvalidOperationException();
        });
        var sale = SellAsync();
        await _reached.Task;

        await _caller.CancelAsync();
        var result = await sale;
        _goOn.SetResult();

        Assert.Equal(PaymentReason.CallerStoppedWaiting, result.Reason);
        Assert.True(await _ended.Task);
    }

    [Fact]
    public async Task A_caller_who_leaves_after_the_answer_has_the_answer()
    {
        var result = await SellAsync();

        await _caller.CancelAsync();

        Assert.True(result.IsApproved);
    }

    [Fact]
    public async Task One_of_two_callers_who_leaves_as_the_payment_ends_never_gets_not_sent()
    {
        var told = new List<Exception?>();
        for (var round = 0; round < 500; round++)
        {
            var (goOn, request) = (
                new TaskCompletionSource(),
                Testing.PaymentRequests.Sale() with
                {
                    IdempotencyKey = new IdempotencyKey($"left-{round}"),
                    OrderReference = new OrderReference($"left-{round}"),
                }
            );
            OnExecute(async call =>
            {
                call.TryBeginSend();
                await goOn.Task;
            });
            using var impatient = new CancellationTokenSource();
            var stays = _payments.Default.SaleAsync(request, CancellationToken.None);
            var leaves = _payments.Default.SaleAsync(request, impatient.Token);

            await Task.WhenAll(Task.Run(goOn.SetResult, Token), Task.Run(impatient.Cancel, Token));
            told.Add(await Record.ExceptionAsync(() => leaves));
            Assert.True((await stays).IsApproved);
        }

        Assert.All(told, Assert.Null);
    }

    [Fact]
    public async Task A_token_that_is_never_canceled_changes_nothing()
    {
        var withToken = await SellAsync();
        var without = await _payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), CancellationToken.None);

        Assert.Equal(withToken, without);
    }

    public ValueTask DisposeAsync()
    {
        _caller.Dispose();
        return _payments.DisposeAsync();
    }

    private Task<PaymentResult> SellAsync() =>
        _payments.Default.SaleAsync(Testing.PaymentRequests.Sale(), _caller.Token);

    private void OnExecute(Func<RunningAttempt, Task> run) =>
        _payments.Backend.OnExecute = async (adapter, call) =>
        {
            await run(call);
            return adapter.Approve(call.Request);
        };

    private static async Task<int> Forever(CancellationToken token)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        return 0;
    }

    private Task PauseAsync()
    {
        _reached.SetResult();
        return _goOn.Task;
    }
}
