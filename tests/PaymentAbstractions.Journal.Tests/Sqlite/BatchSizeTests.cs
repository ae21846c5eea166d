using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace PaymentAbstractions.Journal.Tests;

public sealed class BatchSizeTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    [Fact]
    public async Task A_transaction_reports_how_many_calls_shared_it()
    {
        var sizes = new ConcurrentQueue<long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument is { Meter.Name: PaymentTelemetry.Name, Name: "payments.journal.batch_size" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, size, _, _) => sizes.Enqueue(size));
        listener.Start();
        await using var journal = await _folder.OpenAsync();

        await journal.PayAsync(Some.Sale("key"));

        // Batches of other tests in the process are counted too.
        Assert.True(sizes.Count >= 2);
        Assert.All(sizes, size => Assert.True(size >= 1));
    }

    public void Dispose() => _folder.Dispose();
}
