using PaymentAbstractions.Http.Tests.Server;

namespace PaymentAbstractions.Http.Tests.Transport;

public sealed class ExchangeTimerTests
{
    [Fact]
    public async Task A_timer_that_fires_at_once_does_no_harm()
    {
        await using var server = FaultServer.Answering(Responses.Json("{}"));
        using var client = new HttpClient();
        var transport = new PaymentTransport(
            client,
            new PaymentTransportOptions { BaseAddress = server.Address },
            new HastyTime()
        );

        var answer = await transport.SendAsync(TransportFixture.Read(), TestContext.Current.CancellationToken);

        Assert.Equal(TransportEvidence.Answered, answer.Evidence);
    }

    /// <summary>A clock whose first timer is due immediately.</summary>
    private sealed class HastyTime : TimeProvider
    {
        private int _fired;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new HastyTimer(this, callback, state, dueTime);

        private sealed class HastyTimer : ITimer
        {
            private readonly HastyTime _time;
            private readonly TimerCallback _callback;
            private readonly object? _state;

            public HastyTimer(HastyTime time, TimerCallback callback, object? state, TimeSpan dueTime)
            {
                (_time, _callback, _state) = (time, callback, state);
                Change(dueTime, Timeout.InfiniteTimeSpan);
            }

            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                if (dueTime != Timeout.InfiniteTimeSpan && Interlocked.Exchange(ref _time._fired, 1) == 0)
                {
                    _callback(_state);
                }

                return true;
            }

            public void Dispose() { }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
