using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Many processes that fail at the same time must not retry at the same time.</summary>
public sealed class JitterTests
{
    private const int Many = 20;
    private static readonly TimeSpan Asked = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task The_waits_of_payments_differ_and_stay_below_the_bound()
    {
        var waits = await WaitsAsync(retryAfter: null);

        Assert.Equal(Many, waits.Count);
        Assert.True(waits.Distinct().Count() > 1);
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, Delay * 1.5));
    }

    [Fact]
    public async Task A_provider_that_asks_for_a_wait_gets_exactly_that()
    {
        var waits = await WaitsAsync(Asked);

        Assert.Equal(Enumerable.Repeat(Asked, Many), waits);
    }

    [Fact]
    public async Task The_waits_of_look_ups_differ()
    {
        var clock = new ImpatientClock();
        await using var payments = Start(clock);
        payments.Backend.OnFind = (_, _) => FindResult.LookupFailed("Arbitrary.");
        for (var i = 0; i < Many; i++)
        {
            await payments.Gateways.Default.FindAsync(
                FindRequest.For(PaymentAttempt.Of(PaymentRequests.Sale(), default)),
                TestContext.Current.CancellationToken
            );
        }

        Assert.Equal(Many, clock.Waits.Count);
        Assert.True(clock.Waits.Distinct().Count() > 1);
    }

    private static async Task<IReadOnlyCollection<TimeSpan>> WaitsAsync(TimeSpan? retryAfter)
    {
        var clock = new ImpatientClock();
        await using var payments = Start(clock);
        payments.Backend.OnExecute = (_, call) =>
            RepeatTests.Send(
                call,
                PaymentResults.Rejected(call.Request) with
                {
                    Reason = PaymentReason.RateLimited,
                    RetryAt = clock.GetUtcNow() + retryAfter,
                }
            );
        for (var i = 0; i < Many; i++)
        {
            await payments.Gateways.Default.SaleAsync(
                PaymentRequests.Sale(key: $"{i}", order: $"{i}"),
                TestContext.Current.CancellationToken
            );
        }

        return clock.Waits;
    }

    private static CodePayments Start(ImpatientClock clock)
    {
        var payments = new CodePayments();
        payments.Services.AddSingleton<TimeProvider>(clock);
        payments.Services.Configure<ResilienceOptions>(options =>
            (options.MaxRetries, options.MaxLookupRetries, options.RetryDelay, options.FailureRatio) = (1, 1, Delay, 0)
        );
        return payments.Add("cards");
    }

    /// <summary>A clock that stands still, and on which short waits end immediately.</summary>
    private sealed class ImpatientClock : TimeProvider
    {
        public ConcurrentQueue<TimeSpan> Waits { get; } = [];

        public override DateTimeOffset GetUtcNow() => new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override long GetTimestamp() => 1;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime < TimeSpan.Zero || dueTime > Asked)
            {
                return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }

            Waits.Enqueue(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
