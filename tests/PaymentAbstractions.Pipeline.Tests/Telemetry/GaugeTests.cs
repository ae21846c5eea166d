using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class GaugeTests : IDisposable
{
    // No payment of any other test is this old.
    private static readonly TimeSpan Age = TimeSpan.FromDays(12_345);

    private readonly CollectedTelemetry _telemetry = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_payments_in_doubt_and_the_age_of_the_oldest_are_read_from_the_journal()
    {
        await using var payments = await InDoubtAsync();

        _telemetry.Collect();
        await Gauges(payments).Reading;
        payments.Clock.Advance(TimeSpan.FromSeconds(1));
        _telemetry.Collect();

        Assert.Contains(
            _telemetry.Of("payments.oldest_doubt.age", ofAnyGateway: true),
            one =>
                one.Value == (Age + TimeSpan.FromSeconds(1)).TotalSeconds
                && one["payment.doubt.state"] == "Unknown"
                && one["payment.environment"] == "Live"
        );
        Assert.Contains(
            _telemetry.Of("payments.doubts", ofAnyGateway: true),
            one => one is { Value: 1 } && one["payment.doubt.state"] == "Unknown"
        );
        Assert.Contains(_telemetry.Of("payments.journal.open", ofAnyGateway: true), one => one is { Value: 1 });
    }

    [Fact]
    public async Task The_journal_is_read_at_most_once_in_the_interval()
    {
        await using var payments = await InDoubtAsync();
        var gauges = Gauges(payments);

        _telemetry.Collect();
        var first = gauges.Reading;
        await first;
        payments.Clock.Advance(PaymentGauges.Interval - TimeSpan.FromTicks(1));
        _telemetry.Collect();
        var within = gauges.Reading;
        payments.Clock.Advance(TimeSpan.FromTicks(1));
        _telemetry.Collect();
        var after = gauges.Reading;
        await after;

        Assert.Same(first, within);
        Assert.NotSame(first, after);
    }

    [Fact]
    public async Task A_collection_does_not_wait_for_a_journal_that_hangs()
    {
        await using var payments = await InDoubtAsync();
        var hangs = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        payments.Journal.Before = _ => hangs.Task;

        _telemetry.Collect();
        _telemetry.Collect();
        var reading = Gauges(payments).Reading;

        Assert.False(reading.IsCompleted);
        hangs.SetResult();
        await reading;
    }

    [Fact]
    public async Task A_journal_that_cannot_be_read_leaves_a_gap_after_a_minute()
    {
        await using var payments = await InDoubtAsync();
        await ReadAsync(payments);
        payments.Journal.Before = _ => throw new IOException();

        payments.Clock.Advance(PaymentGauges.MaxAge);
        await ReadAsync(payments);
        var soon = AgeOf(payments);
        payments.Clock.Advance(TimeSpan.FromTicks(1));
        var late = AgeOf(payments);
        payments.Clock.Advance(PaymentGauges.Interval);
        payments.Journal.Before = _ => Task.CompletedTask;
        await ReadAsync(payments);
        var again = AgeOf(payments);

        Assert.Equal([true, false, true], [soon, late, again]);
    }

    [Fact]
    public async Task A_reading_that_takes_too_long_is_a_failure()
    {
        await using var payments = await InDoubtAsync();
        await ReadAsync(payments);
        var hangs = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        payments.Journal.Before = _ => hangs.Task;
        payments.Clock.Advance(PaymentGauges.MaxAge);
        _telemetry.Collect();
        payments.Clock.Advance(PaymentGauges.MaxReading);
        var within = AgeOf(payments);
        payments.Clock.Advance(TimeSpan.FromTicks(1));
        var over = AgeOf(payments);
        hangs.SetResult();
        await Gauges(payments).Reading;

        Assert.Equal([true, false], [within, over]);
    }

    [Fact]
    public async Task A_reading_is_reported_to_a_listener_that_collects_rarely()
    {
        await using var payments = await InDoubtAsync();
        await ReadAsync(payments);

        payments.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.True(AgeOf(payments));
        await Gauges(payments).Reading;
    }

    [Fact]
    public async Task A_collection_does_not_open_the_journal()
    {
        await using var payments = new TestPayments(
            $$"""{ "Gateways": { "{{_telemetry.Gateway}}": { "Provider": "Test", "Account": "a" } } }"""
        );
        _ = payments.Gateways;

        _telemetry.Collect();

        Assert.False(payments.Services.GetRequiredService<JournalAccess>().IsOpen);
        Assert.NotEmpty(_telemetry.Of("payments.circuit.state"));
    }

    public void Dispose() => _telemetry.Dispose();

    private static PaymentGauges Gauges(JournaledPayments payments) =>
        payments.Current.Services.GetRequiredService<PaymentGauges>();

    private async Task ReadAsync(JournaledPayments payments)
    {
        _telemetry.Collect();
        await Gauges(payments).Reading;
    }

    // Whether the age of this test's payment is reported now; each test has its own clock.
    private bool AgeOf(JournaledPayments payments)
    {
        var before = _telemetry.Measurements.Count;
        _telemetry.Collect();
        var age = (payments.Clock.GetUtcNow() - payments.Journal.Entries[0].Intent.StartedAt).TotalSeconds;
        return _telemetry
            .Measurements.Skip(before)
            .Any(one => one.Instrument == "payments.oldest_doubt.age" && one.Value == age);
    }

    private async Task<JournaledPayments> InDoubtAsync()
    {
        var payments = new JournaledPayments(
            $$"""{ "Gateways": { "{{_telemetry.Gateway}}": { "Provider": "Test", "Environment": "Live", "Account": "a" } } }"""
        );
        payments.Backend.OnExecute = (_, call) => RepeatTests.Send(call, PaymentResults.Unknown(call.Request));
        await payments.Default.SaleAsync(PaymentRequests.Sale(), Token);
        payments.Clock.Advance(Age);
        return payments;
    }
}
