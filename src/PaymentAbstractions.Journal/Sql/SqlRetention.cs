namespace PaymentAbstractions.Journal;

/// <summary>
/// Deletes the details of entries that have been closed for a long time. The data that repeats and sums need is kept permanently; an
/// original keeps its details as long as one of its captures, voids and refunds does. It reduces a few rows at a time, so that payments
/// continue.
/// </summary>
internal sealed class SqlRetention : IAsyncDisposable
{
    private const int MaxAtOnce = 100;
    private static readonly TimeSpan First = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource _stopping = new();
    private readonly SqlLoop _loop;
    private readonly TimeSpan _keepDetailsFor;
    private readonly TimeProvider _time;
    private readonly Task _running;

    public SqlRetention(SqlLoop loop, TimeSpan keepDetailsFor, TimeProvider time)
    {
        (_loop, _keepDetailsFor, _time) = (loop, keepDetailsFor, time);
        _running = Task.Run(RunAsync);
    }

    /// <returns>The number of entries that were reduced.</returns>
    public async Task<int> ReduceAsync(CancellationToken cancellationToken)
    {
        var (all, before) = (0, _time.GetUtcNow() - _keepDetailsFor);
        SqlPlace? next = null;
        do
        {
            var after = next;
            (var reduced, next) = await _loop
                .CallAsync(
                    new SqlCall<(int Reduced, SqlPlace? Next)>(
                        store => store.Reduce(before, after, MaxAtOnce),
                        [],
                        static _ => (0, null)
                    ),
                    cancellationToken
                )
                .ConfigureAwait(false);
            all += reduced;
        } while (next is not null);

        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
#pragma warning disable VSTHRD003 // This object started it, and it never waits for a caller.
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
#pragma warning restore VSTHRD003
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        for (var wait = First; !_stopping.IsCancellationRequested; wait = Interval)
        {
            await Task.Delay(wait, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!_stopping.IsCancellationRequested)
            {
                await ((Task)ReduceAsync(_stopping.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
