using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class RecordingTests : IAsyncDisposable
{
    private readonly JournaledPayments _payments = new();
    private readonly CancellationTokenSource _caller = new();
    private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_payment_that_cannot_be_recorded_is_not_sent(bool throws)
    {
        FailAt(nameof(IPaymentJournal.BeginAsync), throws);

        var result = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.NotRecorded), (result.Outcome, result.Reason));
        Assert.Empty(_payments.Backend.Executed);
        Assert.Equal(throws ? 2 : 1, _payments.Current.Logs.Of(LogLevel.Error).Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_result_that_cannot_be_recorded_is_returned_and_marked(bool throws)
    {
        FailAt(nameof(IPaymentJournal.CompleteAsync), throws);

        var result = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.True(result.IsApproved);
        Assert.True(result.NotRecorded);
        Assert.Equal(JournalEntryState.Open, _payments.Entry.State);
        Assert.Contains(
            "did not record it",
            _payments.Current.Logs.Of(LogLevel.Error).Last(),
            StringComparison.Ordinal
        );
        Assert.Equal(throws ? 1 : 0, _payments.Current.Logs.Exceptions.Count);
    }

    [Fact]
    public async Task A_result_that_was_not_recorded_is_recovered_later()
    {
        FailAt(nameof(IPaymentJournal.CompleteAsync), throws: false);
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        _payments.Journal.Refused.Clear();
        _payments.Backend.OnFind = (adapter, request) => FindResult.Found(adapter.Shown(request));

        _payments.Clock.Advance(JournaledPayments.LongAfter);
        var report = await _payments.Recovery.RecoverAsync(Token);

        Assert.Equal(1, report.Resolved);
        Assert.True(_payments.Entry.IsApproved);
    }

    [Fact]
    public async Task A_caller_who_leaves_after_the_send_gets_unknown_and_the_outcome_is_published()
    {
        var result = await LeaveAsync(afterSend: true);
        _goOn.SetResult();
        await UntilClosedAsync();

        Assert.Equal((PaymentOutcome.Unknown, PaymentReason.CallerStoppedWaiting), (result!.Outcome, result.Reason));
        Assert.True(_payments.Entry.IsApproved);
        Assert.True(_payments.Entry.IsUnpublished);
    }

    [Fact]
    public async Task A_caller_who_leaves_while_the_outcome_is_recorded_is_answered_afterwards()
    {
        _payments.Journal.Before = async step =>
        {
            if (step == nameof(IPaymentJournal.CompleteAsync))
            {
                _reached.SetResult();
                await _goOn.Task;
                throw new IOException("disk");
            }
        };
        var sale = _payments.Default.SaleAsync(PaymentRequests.Sale(), _caller.Token);
        await _reached.Task;

        await _caller.CancelAsync();
        var isWaiting = !sale.IsCompleted;
        _goOn.SetResult();
        var result = await sale;

        Assert.True(isWaiting);
        Assert.True(result is { IsApproved: true, NotRecorded: true });
    }

    [Fact]
    public async Task A_caller_who_leaves_before_the_send_is_canceled_and_the_attempt_is_closed()
    {
        var result = await LeaveAsync(afterSend: false);
        _goOn.SetResult();
        await UntilClosedAsync();

        Assert.Null(result);
        Assert.Equal(
            (PaymentOutcome.NotSent, PaymentReason.CallerStoppedWaiting),
            (_payments.Entry.Outcome!.Outcome, _payments.Entry.Outcome.Result.Reason)
        );
        Assert.Equal(0, _payments.Backend.Sent);
    }

    [Fact]
    public async Task A_caller_who_comes_back_gets_the_result_of_the_running_exchange()
    {
        await LeaveAsync(afterSend: true);
        var second = _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        _goOn.SetResult();

        Assert.True((await second).IsApproved);
        Assert.Equal(1, _payments.Backend.Sent);
    }

    [Fact]
    public async Task A_caller_who_leaves_while_another_waits_gets_caller_stopped_waiting()
    {
        OnExecute(afterSend: false);
        var first = _payments.Default.SaleAsync(PaymentRequests.Sale(), _caller.Token);
        await _reached.Task;
        var second = _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        await _caller.CancelAsync();
        var left = await first;
        _goOn.SetResult();

        Assert.Equal(PaymentReason.CallerStoppedWaiting, left.Reason);
        Assert.True((await second).IsApproved);
    }

    [Fact]
    public async Task An_adapter_that_throws_after_it_gave_up_leaves_nothing_in_doubt()
    {
        _payments.Backend.OnExecute = (_, call) =>
        {
            call.TryGiveUp();
            throw new InvalidOperationException("A mistake.");
        };

        var result = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.PreparationFailed), (result.Outcome, result.Reason));
        Assert.Equal(PaymentOutcome.NotSent, _payments.Entry.Outcome!.Outcome);
        Assert.DoesNotContain("A mistake.", _payments.Entry.Outcome.Result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adapter_that_throws_after_the_send_leaves_it_unknown()
    {
        _payments.Backend.OnExecute = (_, call) =>
        {
            call.TryBeginSend();
            throw new InvalidOperationException("A mistake.");
        };

        var result = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(PaymentOutcome.Unknown, result.Outcome);
        Assert.Equal(JournalEntryState.Unknown, _payments.Entry.State);
    }

    [Fact]
    public async Task The_end_of_the_application_waits_for_exchanges_under_way()
    {
        await LeaveAsync(afterSend: true);

        var disposing = _payments.Current.DisposeAsync().AsTask();
        var waited = !disposing.IsCompleted;
        _goOn.SetResult();
        await disposing;

        Assert.True(waited);
        Assert.True(_payments.Entry.IsApproved);
    }

    [Fact]
    public async Task The_end_of_the_application_waits_for_a_bounded_time()
    {
        await LeaveAsync(afterSend: true);

        var disposing = _payments.Current.DisposeAsync().AsTask();
        _payments.Clock.Advance(TimeSpan.FromSeconds(30));
        await disposing;

        Assert.Equal(JournalEntryState.Open, _payments.Entry.State);
        Assert.Contains(
            _payments.Current.Logs.Of(LogLevel.Error),
            text => text.Contains("in progress", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Money_that_moved_is_logged_and_what_is_unknown_is_an_error()
    {
        await _payments.Default.SaleAsync(PaymentRequests.Sale(key: "moved"), Token);
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await _payments.Default.CreditAsync(PaymentRequests.Credit(key: "doubt"), Token);

        Assert.Contains(
            _payments.Current.Logs.Of(LogLevel.Information),
            text => text.Contains("moved", StringComparison.Ordinal)
        );
        Assert.Contains(
            _payments.Current.Logs.Of(LogLevel.Error),
            text => text.Contains("doubt", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(PaymentOutcome.Declined)]
    [InlineData(PaymentOutcome.Rejected)]
    [InlineData(PaymentOutcome.Pending)]
    [InlineData(PaymentOutcome.NotSent)]
    public async Task Every_other_outcome_is_logged_too_without_a_journal_as_well(PaymentOutcome outcome)
    {
        await using var without = new TestPayments();
        foreach (var payments in new[] { _payments.Current, without })
        {
            payments.Backend.OnExecute = (_, call) =>
                outcome == PaymentOutcome.NotSent
                    ? RepeatTests.GiveUp(call)
                    : RepeatTests.Send(call, RepeatTests.Result(call.Request, outcome));
            await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

            Assert.Single(
                payments.Logs.Of(LogLevel.Information),
                text => text.Contains($"is {outcome}", StringComparison.Ordinal)
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        _goOn.TrySetResult();
        await _payments.DisposeAsync();
        _caller.Dispose();
    }

    private void FailAt(string step, bool throws)
    {
        if (throws)
        {
            _payments.Journal.Before = at => at == step ? throw new IOException("disk") : Task.CompletedTask;
        }
        else
        {
            _payments.Journal.Refused.Add(step);
        }
    }

    private void OnExecute(bool afterSend) =>
        _payments.Backend.OnExecute = async (adapter, call) =>
        {
            if (afterSend)
            {
                call.TryBeginSend();
            }

            _reached.TrySetResult();
            await _goOn.Task;
            return afterSend || call.TryBeginSend()
                ? adapter.Approve(call.Request)
                : throw new OperationCanceledException();
        };

    private async Task<PaymentResult?> LeaveAsync(bool afterSend)
    {
        OnExecute(afterSend);
        var sale = _payments.Default.SaleAsync(PaymentRequests.Sale(), _caller.Token);
        await _reached.Task;
        await _caller.CancelAsync();
        try
        {
            return await sale;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task UntilClosedAsync()
    {
        while (_payments.Entry.IsInDoubt)
        {
            await Task.Yield();
        }
    }
}
