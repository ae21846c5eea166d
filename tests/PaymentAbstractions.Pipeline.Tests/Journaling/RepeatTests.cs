using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class RepeatTests : IAsyncDisposable
{
    private readonly JournaledPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_intent_is_durable_before_the_adapter_is_called_and_the_outcome_after()
    {
        JournalEntryState? seen = null;
        _payments.Backend.OnExecute = (adapter, call) =>
        {
            seen = _payments.Entry.State;
            call.TryBeginSend();
            return Task.FromResult(adapter.Approve(call.Request));
        };

        var result = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(JournalEntryState.Open, seen);
        Assert.Equal(result, _payments.Entry.Outcome!.ToResult());
        Assert.False(result.NotRecorded);
        Assert.False(_payments.Entry.IsUnpublished);
    }

    [Theory]
    [InlineData(PaymentOutcome.Approved)]
    [InlineData(PaymentOutcome.Declined)]
    public async Task A_final_outcome_is_answered_from_the_journal(PaymentOutcome outcome)
    {
        AnswerWith(outcome);
        var first = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        _payments.Restart();
        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(first, second);
        Assert.Equal(outcome, second.Outcome);
        Assert.Empty(_payments.Backend.Executed);
    }

    [Theory]
    [InlineData(PaymentOutcome.NotSent)]
    [InlineData(PaymentOutcome.Rejected)]
    public async Task An_unsent_or_refused_payment_is_tried_again_under_the_same_key(PaymentOutcome outcome)
    {
        AnswerWith(outcome);
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        AnswerWith(PaymentOutcome.Approved);
        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.True(second.IsApproved);
        Assert.Equal(2, _payments.Entry.Attempt);
    }

    [Fact]
    public async Task After_a_refusal_the_fields_may_change()
    {
        AnswerWith(PaymentOutcome.Rejected);
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        AnswerWith(PaymentOutcome.Approved);
        var second = await _payments.Default.SaleAsync(PaymentRequests.Sale(Money.Usd(99m)), Token);

        Assert.Equal(Money.Usd(99m), second.ApprovedAmount);
    }

    [Fact]
    public async Task A_key_that_was_used_for_something_else_is_refused_with_every_difference()
    {
        var first = PaymentRequests.Sale() with { PaymentMethod = PaymentMethod.Stored("one") };
        await _payments.Default.SaleAsync(first, Token);

        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            _payments.Default.AuthorizeAsync(
                PaymentRequests.Authorize(Money.Eur(1m)) with
                {
                    IdempotencyKey = first.IdempotencyKey,
                    OrderReference = new OrderReference("another"),
                    PaymentMethod = PaymentMethod.Stored("two"),
                },
                Token
            )
        );

        Assert.Equal(
            ["Operation", "Amount.Currency", "Amount", "PaymentMethod", "OrderReference"],
            exception.Problems.Select(problem => problem.Field)
        );
        Assert.Single(_payments.Backend.Executed);
    }

    [Fact]
    public async Task A_hundred_calls_of_one_key_send_once_and_get_one_answer()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _payments.Backend.OnExecute = async (adapter, call) =>
        {
            call.TryBeginSend();
            await answer.Task;
            return adapter.Approve(call.Request);
        };
        var us = _payments.Current.Gateways.Get("cards_us");

        var calls = Enumerable
            .Range(0, 100)
            .Select(i => Task.Run(() => (i % 2 == 0 ? _payments.Default : us).SaleAsync(PaymentRequests.Sale(), Token)))
            .ToList();
        while (_payments.Backend.Sent == 0)
        {
            await Task.Yield();
        }

        answer.SetResult();
        var results = await Task.WhenAll(calls);

        Assert.Equal(1, _payments.Backend.Sent);
        Assert.Single(results.Distinct());
        Assert.True(results[0].IsApproved);
    }

    [Fact]
    public async Task A_call_that_joins_one_under_way_must_be_the_same_payment()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _payments.Backend.OnExecute = async (adapter, call) =>
        {
            call.TryBeginSend();
            await answer.Task;
            return adapter.Approve(call.Request);
        };
        var first = _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        var exception = await Assert.ThrowsAsync<PaymentRequestException>(() =>
            _payments.Default.SaleAsync(PaymentRequests.Sale(Money.Usd(1m)), Token)
        );
        answer.SetResult();

        Assert.Equal("Amount", Assert.Single(exception.Problems).Field);
        Assert.True((await first).IsApproved);
    }

    [Fact]
    public async Task A_caller_who_repeats_the_key_during_the_exchange_gets_pending()
    {
        PaymentResult? inner = null;
        _payments.Backend.OnExecute = async (adapter, call) =>
        {
            inner = await _payments.Default.SaleAsync((SaleRequest)call.Request, CancellationToken.None);
            call.TryBeginSend();
            return adapter.Approve(call.Request);
        };

        var outer = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal((PaymentOutcome.Pending, PaymentReason.AlreadyInProgress), (inner!.Outcome, inner.Reason));
        Assert.True(outer.IsApproved);
    }

    [Fact]
    public async Task Two_exchanges_that_ask_for_each_other_do_not_wait_for_each_other()
    {
        var both = new Barrier(2);
        _payments.Backend.OnExecute = async (adapter, call) =>
        {
            await Task.Run(both.SignalAndWait, CancellationToken.None);
            var other = call.Request.IdempotencyKey.Value == "a" ? "b" : "a";
            var inner = await _payments.Default.SaleAsync(Sale(other), CancellationToken.None);
            call.TryBeginSend();
            return adapter.Approve(call.Request) with { Message = inner.Reason.ToString() };
        };

        var results = await Task.WhenAll(
            Task.Run(() => _payments.Default.SaleAsync(Sale("a"), Token), Token),
            Task.Run(() => _payments.Default.SaleAsync(Sale("b"), Token), Token)
        );

        Assert.All(results, result => Assert.Contains(result.Message, new[] { "AlreadyInProgress", "None" }));
    }

    [Fact]
    public async Task An_attempt_that_another_process_has_open_is_pending()
    {
        await DieBeforeSendAsync();

        _payments.Restart();
        var result = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal((PaymentOutcome.Pending, PaymentReason.AlreadyInProgress), (result.Outcome, result.Reason));
        Assert.Empty(_payments.Backend.Executed);
        Assert.Empty(_payments.Backend.Found);
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    /// <summary>Ends the adapter before its write, which the gate proves.</summary>
    internal static Task<PaymentResult> GiveUp(RunningAttempt call)
    {
        call.TryGiveUp();
        return Task.FromResult(PaymentResults.NotSent(call.Request));
    }

    internal static Task<PaymentResult> Send(RunningAttempt call, PaymentResult result)
    {
        call.TryBeginSend();
        return Task.FromResult(result);
    }

    internal static PaymentResult Result(PaymentRequest request, PaymentOutcome outcome) =>
        outcome switch
        {
            PaymentOutcome.Approved => PaymentResults.Approved(request),
            PaymentOutcome.PartiallyApproved => PaymentResults.Declined(request) with
            {
                Outcome = PaymentOutcome.PartiallyApproved,
                ApprovedAmount = Money.Usd(1m),
            },
            PaymentOutcome.Reversed => PaymentResults.Approved(request) with { Outcome = PaymentOutcome.Reversed },
            PaymentOutcome.Declined => PaymentResults.Declined(request),
            PaymentOutcome.Pending => PaymentResults.Pending(request),
            PaymentOutcome.Rejected => PaymentResults.Rejected(request),
            PaymentOutcome.NotSent => PaymentResults.NotSent(request),
            _ => PaymentResults.Unknown(request),
        };

    private static SaleRequest Sale(string key) =>
        PaymentRequests.Sale(key: key) with
        {
            OrderReference = new OrderReference($"order-{key}"),
        };

    private void AnswerWith(PaymentOutcome outcome) =>
        _payments.Backend.OnExecute = (_, call) =>
            outcome == PaymentOutcome.NotSent ? GiveUp(call) : Send(call, Result(call.Request, outcome));

    private async Task DieBeforeSendAsync()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _payments.Backend.OnExecute = async (_, _) =>
        {
            reached.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None);
            throw new InvalidOperationException("It is dead.");
        };
        _ = _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        await reached.Task;
    }
}
