using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Listeners and loggers of the application that throw. A payment has the same outcome as without them.</summary>
public sealed class FailingObserverTests : IDisposable
{
    private static int _count;

    private readonly string _gateway = $"watched_{Interlocked.Increment(ref _count)}";
    private readonly ActivityListener _spans;
    private readonly MeterListener _meters = new();
    private int _calls;
    private int _failing;

    public FailingObserverTests()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "PaymentAbstractions",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = Watch,
            ActivityStopped = Watch,
        };
        ActivitySource.AddActivityListener(_spans);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "PaymentAbstractions")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((_, _, tags, _) => Watch(tags));
        _meters.SetMeasurementEventCallback<double>((_, _, tags, _) => Watch(tags));
        _meters.Start();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<PaymentOutcome> Outcomes =>
        [PaymentOutcome.Approved, PaymentOutcome.Declined, PaymentOutcome.Unknown];

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task A_payment_ends_as_it_would_without_them(PaymentOutcome outcome)
    {
        await SellAsync(outcome, failing: 0);
        var calls = _calls;
        Assert.InRange(calls, 4, 100);

        var wrong = new List<string>();
        for (var failing = 1; failing <= calls; failing++)
        {
            if (await SellAsync(outcome, failing) is { } problem)
            {
                wrong.Add(problem);
            }
        }

        Assert.Empty(wrong);
    }

    public void Dispose()
    {
        _spans.Dispose();
        _meters.Dispose();
    }

    private async Task<string?> SellAsync(PaymentOutcome outcome, int failing)
    {
        await using var payments = new JournaledPayments(
            $$"""
            { "Gateways": { "{{_gateway}}": { "Provider": "Test", "Environment": "Live", "Account": "a" } } }
            """,
            services => services.AddLogging(logging => logging.AddProvider(new WatchedLogs(this)))
        );
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, RepeatTests.Result(call.Request, outcome));
        (_calls, _failing) = (0, failing);
        try
        {
            var result = await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
            return result.Outcome == outcome && payments.Backend.Sent == 1 && payments.Entry.Outcome?.Outcome == outcome
                ? null
                : $"{failing}: {result.Outcome}, sent {payments.Backend.Sent}, recorded {payments.Entry.State}";
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return $"{failing}: {exception}, sent {payments.Backend.Sent}, recorded {payments.Entry.State}";
        }
    }

    private void Watch(Activity span)
    {
        if (Equals(span.GetTagItem("payment.gateway"), _gateway))
        {
            Count();
        }
    }

    private void Watch(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == "payment.gateway" && Equals(tag.Value, _gateway))
            {
                Count();
            }
        }
    }

    private void Count()
    {
        if (Interlocked.Increment(ref _calls) == _failing)
        {
            throw new InvalidOperationException("An observer failed.");
        }
    }

    private sealed class WatchedLogs(FailingObserverTests test) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => test.Count();

        public void Dispose() { }
    }
}
