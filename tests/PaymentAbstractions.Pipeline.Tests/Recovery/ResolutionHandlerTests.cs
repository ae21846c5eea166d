using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class ResolutionHandlerTests : IAsyncDisposable
{
    private readonly Handler _one = new();
    private readonly Handler _two = new();
    private readonly JournaledPayments _payments;

    public ResolutionHandlerTests()
    {
        _payments = new JournaledPayments(services: services =>
        {
            services.AddSingleton<IPaymentResolutionHandler>(_one);
            services.AddScoped<IPaymentResolutionHandler>(_ => _two);
        });
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_handler_receives_a_resolution_once()
    {
        await RecoverAsync();
        await _payments.Recovery.RecoverAsync(Token);

        var heard = Assert.Single(_one.Heard);
        Assert.Equal(heard, Assert.Single(_two.Heard));
        Assert.Equal(PaymentRequests.Sale().IdempotencyKey, heard.IdempotencyKey);
        Assert.Equal((PaymentOutcome.Unknown, PaymentOutcome.Approved), (heard.Before, heard.Result.Outcome));
        Assert.Equal(JournalResolutionSource.Lookup, heard.Source);
        Assert.Equal(PaymentRequests.Sale().OrderReference, heard.OrderReference);
        Assert.False(_payments.Entry.IsUnpublished);
    }

    [Fact]
    public async Task After_a_crash_before_the_note_the_handlers_receive_it_again()
    {
        _payments.Journal.Refused.Add(nameof(IPaymentJournal.MarkPublishedAsync));
        await RecoverAsync();

        _payments.Journal.Refused.Clear();
        _payments.Restart();
        await _payments.Recovery.RecoverAsync(Token);

        Assert.Equal(2, _one.Heard.Count);
        Assert.False(_payments.Entry.IsUnpublished);
    }

    [Fact]
    public async Task A_handler_that_throws_is_called_again_with_growing_waits_and_hides_nothing_from_the_others()
    {
        _one.Fails = true;
        await RecoverAsync();
        await _payments.Recovery.RecoverAsync(Token);
        var heldBack = _one.Heard.Count;
        _payments.Clock.Advance(TimeSpan.FromMinutes(1));
        await _payments.Recovery.RecoverAsync(Token);
        _payments.Clock.Advance(TimeSpan.FromMinutes(1));
        await _payments.Recovery.RecoverAsync(Token);
        var grown = _one.Heard.Count;
        _one.Fails = false;
        _payments.Clock.Advance(TimeSpan.FromMinutes(1));
        await _payments.Recovery.RecoverAsync(Token);

        Assert.Equal((1, 2, 3), (heldBack, grown, _one.Heard.Count));
        Assert.Equal(3, _two.Heard.Count);
        Assert.False(_payments.Entry.IsUnpublished);
        Assert.Contains(
            _payments.Current.Logs.Of(LogLevel.Error),
            text => text.Contains("resolution handler", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_handler_may_come_back_with_the_same_key_and_may_ask_for_recovery()
    {
        PaymentResult? inner = null;
        _one.OnHeard = async resolution =>
        {
            inner = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
            await _payments.Recovery.RecoverAsync(Token);
        };

        await RecoverAsync();

        Assert.True(inner!.IsApproved);
    }

    [Fact]
    public async Task The_result_of_an_exchange_without_a_waiting_caller_is_published()
    {
        using var caller = new CancellationTokenSource();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _payments.Backend.OnExecute = async (adapter, call) =>
        {
            call.TryBeginSend();
            reached.SetResult();
            await goOn.Task;
            return adapter.Approve(call.Request);
        };
        var sale = _payments.Default.SaleAsync(PaymentRequests.Sale(), caller.Token);
        await reached.Task;
        await caller.CancelAsync();
        await sale;
        goOn.SetResult();
        while (_payments.Entry.IsInDoubt)
        {
            await Task.Yield();
        }

        await _payments.Recovery.RecoverAsync(Token);

        var heard = Assert.Single(_one.Heard);
        Assert.True(heard.Result.IsApproved);
        Assert.Null(heard.Before);
        Assert.Equal(JournalResolutionSource.LateAnswer, heard.Source);
    }

    [Fact]
    public async Task An_answer_that_the_caller_had_is_not_published()
    {
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        var report = await _payments.Recovery.RecoverAsync(Token);

        Assert.Equal(0, report.Published);
        Assert.Empty(_one.Heard);
    }

    [Fact]
    public async Task Without_a_handler_resolutions_wait_for_one()
    {
        await using var payments = new JournaledPayments();
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        payments.Backend.OnFind = (adapter, request) => FindResult.Found(adapter.Shown(request));
        payments.Clock.Advance(JournaledPayments.LongAfter);

        await payments.Recovery.RecoverAsync(Token);

        Assert.True(payments.Entry.IsUnpublished);
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private async Task RecoverAsync()
    {
        _payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        _payments.Backend.OnFind = (adapter, request) => FindResult.Found(adapter.Shown(request));
        _payments.Clock.Advance(JournaledPayments.LongAfter);
        await _payments.Recovery.RecoverAsync(Token);
    }

    private sealed class Handler : IPaymentResolutionHandler
    {
        public ConcurrentQueue<PaymentResolution> Heard { get; } = new();

        public bool Fails { get; set; }

        public Func<PaymentResolution, Task> OnHeard { get; set; } = _ => Task.CompletedTask;

        public Task HandleAsync(PaymentResolution resolution, CancellationToken cancellationToken = default)
        {
            Heard.Enqueue(resolution);
            return Fails ? throw new InvalidOperationException("No database.") : OnHeard(resolution);
        }
    }
}
