using PaymentAbstractions.Adapters;
using PaymentAbstractions.Journal;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class SendByTests : IAsyncDisposable
{
    private readonly JournaledPayments _payments = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_that_wakes_up_late_does_not_send()
    {
        _payments.Backend.OnExecute = (_, call) =>
        {
            _payments.Clock.Advance(TimeSpan.FromSeconds(61));
            return Task.FromResult(
                call.TryBeginSend() ? PaymentResults.Unknown(call.Request) : PaymentResults.NotSent(call.Request)
            );
        };

        var result = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.SendByPassed), (result.Outcome, result.Reason));
        Assert.Equal(0, _payments.Backend.Sent);
        Assert.True(_payments.Entry.MayReopen);
    }

    [Fact]
    public async Task A_host_that_was_suspended_does_not_send_although_the_clock_of_its_journal_stood_still_with_it()
    {
        _payments.Journal.Clock = new ManualTimeProvider(_payments.Clock.GetUtcNow());
        _payments.Backend.OnExecute = (adapter, call) =>
        {
            _payments.Clock.Advance(TimeSpan.FromMinutes(20));
            return Task.FromResult(
                call.TryBeginSend() ? adapter.Approve(call.Request) : PaymentResults.NotSent(call.Request)
            );
        };

        var result = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.SendByPassed), (result.Outcome, result.Reason));
        Assert.Equal(0, _payments.Backend.Sent);
    }

    // A journal that is not open has the host's clock, but may have another one as soon as it is.
    [Fact]
    public async Task A_suspended_host_does_not_send_although_its_journal_opened_only_after_the_time_began()
    {
        var clock = new ManualTimeProvider();
        var journal = new MemoryJournal(clock) { Clock = new ManualTimeProvider(clock.GetUtcNow()) };
        var opened = 0;
        await using var payments = new TestPayments(
            JournaledPayments.Two,
            builder =>
                builder.UseJournal(
                    (_, _) =>
                        ++opened == 1
                            ? Task.FromException<IPaymentJournal>(new IOException("The database does not answer."))
                            : Task.FromResult<IPaymentJournal>(journal)
                ),
            clock: clock
        );
        payments.Backend.OnExecute = (adapter, call) =>
        {
            clock.Advance(TimeSpan.FromMinutes(20));
            return Task.FromResult(
                call.TryBeginSend() ? adapter.Approve(call.Request) : PaymentResults.NotSent(call.Request)
            );
        };

        var result = await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal((PaymentOutcome.NotSent, PaymentReason.SendByPassed), (result.Outcome, result.Reason));
        Assert.Equal((2, 0), (opened, payments.Backend.Sent));
    }

    [Fact]
    public async Task A_host_whose_clock_is_hours_off_its_journals_clock_sends_too()
    {
        _payments.Journal.Clock = new ManualTimeProvider(_payments.Clock.GetUtcNow().AddHours(-5));
        _payments.Backend.OnExecute = (adapter, call) =>
            Task.FromResult(call.TryBeginSend() ? adapter.Approve(call.Request) : PaymentResults.NotSent(call.Request));

        Assert.True((await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token)).IsApproved);
    }

    [Fact]
    public async Task Time_that_the_journal_takes_counts()
    {
        _payments.Journal.Before = _ =>
        {
            _payments.Clock.Advance(TimeSpan.FromSeconds(61));
            return Task.CompletedTask;
        };
        _payments.Backend.OnExecute = (adapter, call) =>
            Task.FromResult(call.TryBeginSend() ? adapter.Approve(call.Request) : PaymentResults.NotSent(call.Request));

        var result = await _payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        Assert.Equal(PaymentReason.SendByPassed, result.Reason);
    }

    [Fact]
    public async Task The_intent_and_the_call_carry_the_configured_time()
    {
        await using var payments = new JournaledPayments(
            """
            { "Journal": { "SendWithin": "00:00:20" }, "Gateways": { "cards": { "Provider": "Test", "Account": "a" } } }
            """
        );

        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);

        var call = Assert.Single(payments.Backend.Executed).Call;
        Assert.Equal(payments.Clock.GetUtcNow() + TimeSpan.FromSeconds(20), call.SendBy);
        Assert.Equal(call.SendBy, payments.Entry.Intent.SendBy);
    }

    [Theory]
    [InlineData(0, 61)]
    [InlineData(61, 0)]
    public void Either_clock_may_say_that_it_is_too_late(int wallSeconds, int monotonicSeconds)
    {
        var clock = new TwoClocks();
        using var call = new RunningAttempt(PaymentRequests.Sale(), clock, TimeSpan.FromSeconds(60));
        clock.Wall += TimeSpan.FromSeconds(wallSeconds);
        clock.Monotonic += TimeSpan.FromSeconds(monotonicSeconds);

        Assert.False(call.TryBeginSend());
        Assert.True(call.SendByPassed);
        Assert.False(call.SendHasBegun);
    }

    [Fact]
    public void Within_the_time_it_is_sent()
    {
        var clock = new TwoClocks();
        using var call = new RunningAttempt(PaymentRequests.Sale(), clock, TimeSpan.FromSeconds(60));
        clock.Wall += TimeSpan.FromSeconds(60);
        clock.Monotonic += TimeSpan.FromSeconds(60);

        Assert.True(call.TryBeginSend());
        Assert.False(call.SendByPassed);
    }

    public ValueTask DisposeAsync() => _payments.DisposeAsync();

    private sealed class TwoClocks : TimeProvider
    {
        public DateTimeOffset Wall { get; set; } = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public TimeSpan Monotonic { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long GetTimestamp() => Monotonic.Ticks;
    }
}
