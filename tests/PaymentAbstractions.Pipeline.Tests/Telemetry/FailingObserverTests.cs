using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>Listeners and logging providers of the application that throw. A payment has the same outcome as without them.</summary>
public sealed class FailingObserverTests : IDisposable
{
    // Listeners are process-wide; only calls of this test's payments count.
    private readonly AsyncLocal<bool> _isWatched = new();
    private readonly ActivityListener _spans;
    private readonly MeterListener _meters = new();
    private readonly CapturedLogs _logs = new();
    private int _calls;
    private int _failing;
    private bool _failsAlways;

    public FailingObserverTests()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == PaymentTelemetry.Name,
            Sample = (ref _) =>
            {
                Count();
                return ActivitySamplingResult.AllDataAndRecorded;
            },
            ActivityStarted = _ => Count(),
            ActivityStopped = _ => Count(),
        };
        ActivitySource.AddActivityListener(_spans);
        Activity.CurrentChanged += OnCurrentChanged;
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == PaymentTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((_, _, _, _) => Count());
        _meters.SetMeasurementEventCallback<double>((_, _, _, _) => Count());
        _meters.Start();
        _logs.OnCall = Count;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<PaymentOutcome> Outcomes =>
        [PaymentOutcome.Approved, PaymentOutcome.Declined, PaymentOutcome.Unknown];

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task A_payment_ends_as_it_would_without_them(PaymentOutcome outcome)
    {
        var expected = await SellAsync(outcome);
        var calls = _calls;
        Assert.Equal($"{outcome}, sent 1, recorded {outcome}", expected[0]);
        // Two spans that are sampled, started and stopped, and at least one metric and two messages.
        Assert.InRange(calls, 9, 100);

        for (_failing = 1; _failing <= calls; _failing++)
        {
            Assert.Equal(expected, await SellAsync(outcome));
        }

        _failsAlways = true;
        Assert.Equal(expected, await SellAsync(outcome));
    }

    public void Dispose()
    {
        Activity.CurrentChanged -= OnCurrentChanged;
        _spans.Dispose();
        _meters.Dispose();
        _logs.Dispose();
    }

    /// <returns>What came of the payment, and the messages that a provider received that does not fail.</returns>
    private async Task<string[]> SellAsync(PaymentOutcome outcome)
    {
        await using var payments = new JournaledPayments( // Asked before the provider that does not fail.
            services: services =>
            services.Insert(0, ServiceDescriptor.Singleton<ILoggerProvider>(_logs))
        );
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, RepeatTests.Result(call.Request, outcome));
        var gateway = payments.Default;
        _calls = 0;
        _isWatched.Value = true;
        var result = await gateway.SaleAsync(PaymentRequests.Sale(), Token);
        _isWatched.Value = false;
        return
        [
            $"{result.Outcome}, sent {payments.Backend.Sent}, recorded {payments.Entry.Outcome?.Outcome}",
            .. Enum.GetValues<LogLevel>().SelectMany(payments.Current.Logs.Of),
        ];
    }

    private void OnCurrentChanged(object? sender, ActivityChangedEventArgs change) => Count();

    private void Count()
    {
        if (_isWatched.Value && (Interlocked.Increment(ref _calls) == _failing || _failsAlways))
        {
            throw new InvalidOperationException("An observer failed.");
        }
    }
}
