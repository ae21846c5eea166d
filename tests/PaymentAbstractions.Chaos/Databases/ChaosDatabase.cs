using PaymentAbstractions.PostgreSqlServer;

namespace PaymentAbstractions.Chaos;

/// <summary>A PostgreSQL server that is killed and started again, and whose connections are cut, while workers use it.</summary>
internal sealed class ChaosDatabase : IAsyncDisposable
{
    private readonly PostgreSqlServer.PostgreSqlServer _server;

    // While a worker starts, the server must be up: an application that cannot reach its journal does not start, which is correct.
    private readonly SemaphoreSlim _isStarting = new(1, 1);
    private CuttingProxy? _proxy;

    private ChaosDatabase(PostgreSqlServer.PostgreSqlServer server) => _server = server;

    /// <summary>The connection string that the workers use; it leads through the proxy.</summary>
    public string ConnectionString => _proxy!.ConnectionString;

    /// <summary>The connection string that the audit uses; it leads directly to the server.</summary>
    public string Direct { get; private set; } = "";

    /// <exception cref="InvalidOperationException">The server's binaries are not installed.</exception>
    public static async Task<ChaosDatabase> StartAsync() =>
        // The settings are specific to this run, so that the server is never a shared one.
        await PostgreSqlServer.PostgreSqlServer.StartAsync("-c log_min_messages=fatal") is { } server
            ? new ChaosDatabase(server)
            : throw new InvalidOperationException(PostgreSqlServer.PostgreSqlServer.Missing);

    /// <summary>Gives the next run a new database.</summary>
    public async Task RenewAsync()
    {
        if (_proxy is not null)
        {
            await _proxy.DisposeAsync();
        }

        Direct = await _server.NewDatabaseAsync();
        _proxy = new CuttingProxy(Direct);
    }

    /// <summary>Keeps the server up while a worker starts, until the returned object is disposed of.</summary>
    public async Task<IDisposable> HoldUpAsync()
    {
        await _isStarting.WaitAsync();
        _proxy!.Forget();
        return new Hold(_isStarting);
    }

    /// <summary>Disturbs the server until <paramref name="end"/> is canceled, and reports each disturbance.</summary>
    /// <param name="seed">Determines the times and kinds of the disturbances.</param>
    /// <param name="pace">Waits until approximately the next number of orders is complete.</param>
    /// <param name="count">Receives the name of each disturbance.</param>
    /// <param name="end">Ends the disturbances.</param>
    public async Task DisturbAsync(
        int seed,
        Func<Random, CancellationToken, Task> pace,
        Action<string> count,
        CancellationToken end
    )
    {
        var random = new Random(unchecked(seed * 7));
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300, 1000)), end);
                await pace(random, end);
                await _isStarting.WaitAsync(end);
                try
                {
                    count(await DisturbAsync(random));
                }
                finally
                {
                    _isStarting.Release();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The last worker has ended.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_proxy is not null)
        {
            await _proxy.DisposeAsync();
        }

        await _server.DisposeAsync();
        _isStarting.Dispose();
    }

    private async Task<string> DisturbAsync(Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                _server.Stop("immediate");
                await Task.Delay(random.Next(50, 500));
                await _server.StartAgainAsync();
                return "server";
            case 1:
                _proxy!.CutBeforeCommit();
                return "before commit";
            case 2:
                _proxy!.CutAfterCommit();
                return "after commit";
            default:
                await _server.ExecuteAsync(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'PaymentAbstractions'"
                );
                return "connections";
        }
    }

    private sealed class Hold(SemaphoreSlim held) : IDisposable
    {
        public void Dispose() => held.Release();
    }
}
