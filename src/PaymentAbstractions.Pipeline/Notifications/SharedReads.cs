using System.Diagnostics.CodeAnalysis;

namespace PaymentAbstractions;

#pragma warning disable VSTHRD003 // All of the tasks were started here, and none waits for a caller.

/// <summary>
/// Allows one reading of a transaction at a time, and few readings of one gateway. Callers that arrive during a reading share the next one,
/// because the current one may have begun before the latest change.
/// </summary>
/// <remarks>Thread-safe. A reading that has begun is finished, even when no caller waits for it any more.</remarks>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "The semaphore creates no wait handle, and a late caller may still release it."
)]
internal sealed class SharedReads(TimeProvider time)
{
    private const int MaxAtOnce = 16;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    private readonly SemaphoreSlim _free = new(MaxAtOnce);

    public Task<TransactionReading> ReadAsync(
        string transaction,
        Func<CancellationToken, Task<TransactionReading>> read,
        CancellationToken cancellationToken
    )
    {
        Task<TransactionReading> reading;
        lock (_lock)
        {
            if (!_lines.TryGetValue(transaction, out var line))
            {
                _lines[transaction] = line = new Line();
            }

            var before = line.Running ?? Task.CompletedTask;
            reading = line.Waiting ??= Task.Run(
                () => RunAsync(before, transaction, line, read),
                CancellationToken.None
            );
        }

        return reading.WaitAsync(cancellationToken);
    }

    private async Task<TransactionReading> RunAsync(
        Task before,
        string transaction,
        Line line,
        Func<CancellationToken, Task<TransactionReading>> read
    )
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var limit = new CancellationTokenSource(Longest, time);
        var isFree = false;
        try
        {
            await _free.WaitAsync(limit.Token).ConfigureAwait(false);
            isFree = true;
            lock (_lock)
            {
                // From here on, the reading may have begun too early for new callers.
                (line.Running, line.Waiting) = (line.Waiting, null);
            }

            return await read(limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return TransactionReading.Deferred("The read took too long.");
        }
        finally
        {
            if (isFree)
            {
                _free.Release();
            }

            lock (_lock)
            {
                line.Running = null;
                if (!isFree)
                {
                    line.Waiting = null;
                }

                if (line.Waiting is null)
                {
                    _lines.Remove(transaction);
                }
            }
        }
    }

    private sealed class Line
    {
        public Task<TransactionReading>? Running { get; set; }

        /// <summary>The reading that has not begun yet.</summary>
        public Task<TransactionReading>? Waiting { get; set; }
    }
}
