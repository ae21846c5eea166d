using System.Diagnostics;
using PaymentAbstractions.Testing;

namespace PaymentAbstractions.Pipeline.Tests;

[Collection(RunsAlone.Name)]
public sealed class AllocationTests
{
    private const string Gateway = "cards";

    [Fact]
    public async Task Without_a_listener_spans_and_instruments_allocate_nothing()
    {
        await using var payments = new JournaledPayments();
        var request = PaymentRequests.Sale();
        var approved = await payments.Default.SaleAsync(request, TestContext.Current.CancellationToken);
        var declined = PaymentResults.Declined(request);
        var gateway = payments.Current.Services.GetService(typeof(GatewayDirectory)) as GatewayDirectory;
        var configured = gateway!.All.First();
        var entry = payments.Entry;
        var context = new PaymentContext(configured, request, default);
        var resolution = PaymentResolution.Of(entry, approved);
        var find = FindRequest.For(approved.Transaction!);
        var found = FindResult.NotSeen("It is not listed.");

        void Run()
        {
            using var payment = PaymentSpan.Payment(configured, request);
            using var attempt = PaymentSpan.Attempt(context);
            using var again = PaymentSpan.Attempt(context, entry);
            using var lookup = PaymentSpan.Lookup(entry);
            using var asked = PaymentSpan.Lookup(configured, find);
            using var resolved = PaymentSpan.Resolution(entry);
            PaymentSpan.Enter(attempt);
            PaymentSpan.LinkTo(entry);
            PaymentSpan.End(payment, approved);
            PaymentSpan.End(lookup, found);
            PaymentSpan.Drop(again);
            PaymentMeter.Ended(Gateway, approved);
            PaymentMeter.Ended(Gateway, declined);
            PaymentMeter.Took(TimeSpan.FromSeconds(1), approved);
            PaymentMeter.Resolved(Gateway, resolution);
            PaymentMeter.Retried(Gateway, approved);
            PaymentMeter.RoundEnded(isComplete: true);
            PaymentMeter.LookedUp(Gateway, FindStatus.Found, isResolved: true);
            PaymentMeter.CircuitChanged(Gateway, GatewayCircuitState.Open);
            PaymentMeter.JournalTook(TimeSpan.FromSeconds(1), "Begin");
            PaymentMeter.Checked(Gateway, isChanged: false, isDeferred: false);
            PaymentMeter.LevelChanged(
                Gateway,
                PaymentOperation.Sale,
                CommercialDataLevel.LevelIII,
                CommercialDataLevel.LevelII
            );
            PaymentMeter.Notified(Gateway, NotificationStatus.Recorded, isHint: false);
            PaymentMeter.NotificationRefused(Gateway, 401, isHint: false);
        }

        Run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Run();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Null((Activity?)PaymentSpan.Payment(configured, request));
        Assert.False(PaymentMeter.WantsDurations);
    }

    [Fact]
    public async Task With_a_listener_the_same_path_allocates()
    {
        await using var payments = new JournaledPayments();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == PaymentTelemetry.Name,
            Sample = static (ref _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        var directory = (GatewayDirectory)payments.Current.Services.GetService(typeof(GatewayDirectory))!;
        _ = payments.Current.Gateways;
        var before = GC.GetAllocatedBytesForCurrentThread();

        PaymentSpan.Payment(directory.All.First(), PaymentRequests.Sale()).Dispose();

        Assert.True(GC.GetAllocatedBytesForCurrentThread() > before);
    }
}
