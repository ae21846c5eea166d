using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Http.Tests.Server;

namespace PaymentAbstractions.Http.Tests.Transport;

/// <summary>A server whose only connection is occupied by a request that waits for its answer.</summary>
internal sealed class BusyConnection : IAsyncDisposable
{
    private readonly TaskCompletionSource _occupied = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BusyConnection() =>
        Server = new FaultServer(async connection =>
        {
            while (await connection.ReadRequestAsync() is not null)
            {
                _occupied.TrySetResult();
                await _release.Task.WaitAsync(connection.Stop);
                await connection.WriteAsync(Responses.Json("{}"));
            }
        });

    public FaultServer Server { get; }

    public Task Occupied => _occupied.Task;

    public TransportFixture CreateFixture(TimeProvider? time = null, Action<IServiceCollection>? configure = null) =>
        new(
            Server.Address,
            services =>
            {
                services.AddSingleton(time ?? TimeProvider.System);
                configure?.Invoke(services);
                services
                    .AddHttpClient(PaymentTransport.HttpClientName)
                    .ConfigurePrimaryHttpMessageHandler(static () =>
                        new SocketsHttpHandler { MaxConnectionsPerServer = 1 }
                    );
            }
        );

    /// <summary>Sends the request that occupies the connection.</summary>
    /// <returns>A task that completes when the request has arrived, with the task of the request itself.</returns>
    public async Task<Task<TransportAnswer>> OccupyAsync(TransportFixture fixture)
    {
        var first = fixture.Transport.SendAsync(TransportFixture.Sale(), CancellationToken.None);
        await _occupied.Task;
        return first;
    }

    public void Release() => _release.TrySetResult();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
