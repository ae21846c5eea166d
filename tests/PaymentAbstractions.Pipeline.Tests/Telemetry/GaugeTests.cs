using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

public sealed class GaugeTests : IDisposable
{
    // No payment of another test is this old.
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
