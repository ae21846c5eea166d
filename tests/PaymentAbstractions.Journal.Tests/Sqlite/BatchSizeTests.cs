using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace PaymentAbstractions.Journal.Tests;

public sealed class BatchSizeTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_transaction_reports_how_many_calls_shared_it()
    {
        var sizes = new ConcurrentQueue<long>();
        using var listener = Listen(sizes.Enqueue);
        await using var journal = await _folder.OpenAsync();

        await journal.PayAsync(Some.Sale("key"));

        // Batches of other tests in the process are counted too.
        Assert.True(sizes.Count >= 2);
        Assert.All(sizes, size => Assert.True(size >= 1));
    }

    [Fact]
    public async Task A_listener_that_throws_does_not_make_a_committed_write_fail()
    {
        using var listener = Listen(static _ => throw new InvalidOperationException("A listener failed."));
        await using var journal = await _folder.OpenAsync();

        await journal.PayAsync(Some.Sale("key"));

        Assert.NotNull((await journal.FindAsync(Some.Sale("key").JournalKey, Token))?.Outcome);
    }

    public void Dispose() => _folder.Dispose();

    private static MeterListener Listen(Action<long> heard)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument is { Meter.Name: PaymentTelemetry.Name, Name: "payments.journal.batch_size" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, size, _, _) => heard(size));
        listener.Start();
        return listener;
    }
}
