using PaymentAbstractions.Sandbox.Rebilly;

namespace PaymentAbstractions.Sandbox;

/// <summary>The Rebilly API on 127.0.0.1: stateful, deterministic, with faults on demand.</summary>
/// <remarks>
/// It is written from the provider's documents and enforces their limits; where they leave a choice,
/// <see cref="RebillySandboxProfile"/> has a switch. Meant for tests and demonstrations, never for real card data. All
/// members are safe for use by several threads.
/// </remarks>
public sealed class RebillySandbox : IAsyncDisposable
{
    private readonly RebillyWorld _world;
    private readonly SandboxHost _host;

    private RebillySandbox(RebillySandboxOptions options)
    {
        _world = new(options);
        _host = new(new RebillyApi(_world), Faults, Traffic);
    }

    /// <summary>The address of the host, <c>http://127.0.0.1:PORT/</c>; the API is below <c>organizations/{id}/</c>.</summary>
    public Uri BaseAddress => _world.BaseAddress;

    /// <summary>The time inside the sandbox.</summary>
    public SandboxClock Clock => _world.Clock;

    /// <summary>What really happened to money.</summary>
    public SandboxLedger Ledger => _world.Ledger;

    /// <summary>What goes wrong with coming requests.</summary>
    public SandboxFaults Faults { get; } = new();

    /// <summary>What came over the wire.</summary>
    public SandboxTraffic Traffic { get; } = new();

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">The set-up; null for the defaults. It must not be changed afterwards.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>The sandbox, listening. Dispose it to free the port.</returns>
    /// <exception cref="ArgumentException">Two accounts have the same organization id.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<RebillySandbox> StartAsync(
        RebillySandboxOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var chosen = options ?? new();
        var sandbox = new RebillySandbox(chosen);
        await sandbox._host.StartAsync(chosen.Port, cancellationToken).ConfigureAwait(false);
        sandbox._world.BaseAddress = new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", sandbox._host.Port).Uri;
        return sandbox;
    }

    /// <summary>Closes the port, so that connections are refused. The state is kept.</summary>
    /// <returns>A task that ends when the port is closed and open connections are cut.</returns>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    public Task PauseListeningAsync() => _host.PauseAsync();

    /// <summary>Opens the same port again.</summary>
    /// <returns>A task that ends when the sandbox listens.</returns>
    /// <exception cref="ObjectDisposedException">The sandbox is disposed.</exception>
    public Task ResumeListeningAsync() => _host.ResumeAsync();

    /// <summary>Waits until no request is being processed, for example after a client gave up on a delayed one.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when the sandbox is idle.</returns>
    public Task WhenIdleAsync(CancellationToken cancellationToken = default) => _host.WhenIdleAsync(cancellationToken);

    /// <summary>Settles every approved transaction that is not settled, as the daily batch would: refunds only from then on.</summary>
    public void SettleAll() => WithAll(organization => organization.Book.SettleNow());

    /// <summary>
    /// Makes known what the gateway did with transactions whose exchange broke: a timeout takes the gateway's result, a
    /// connection error and a transaction never sent are canceled.
    /// </summary>
    public void ResolveTimeouts() =>
        WithAll(organization =>
        {
            var broken = organization.Book.All.Where(transaction =>
                transaction.IsUnknown && TransactionStatus.IsBroken(transaction.Status)
            );
            foreach (var transaction in broken.ToList())
            {
                var result =
                    transaction.Status == TransactionStatus.Timeout
                        ? transaction.Decision.Result
                        : TransactionResult.Canceled;
                organization.Book.Finish(transaction, result);
            }
        });

    /// <summary>Ends a wait as the customer's or the gateway's approval would. The gateway's decision then applies.</summary>
    /// <param name="transactionId">A transaction that waits for approval, for the gateway, offsite or in a queue.</param>
    /// <exception cref="InvalidOperationException">There is no such transaction, or it does not wait.</exception>
    public void ApproveWaiting(string transactionId) =>
        EndWait(transactionId, transaction => transaction.Decision.Result);

    /// <summary>Ends a wait as the customer's cancellation would: no money moves.</summary>
    /// <param name="transactionId">A transaction that waits for approval, for the gateway, offsite or in a queue.</param>
    /// <exception cref="InvalidOperationException">There is no such transaction, or it does not wait.</exception>
    public void CancelWaiting(string transactionId) => EndWait(transactionId, static _ => TransactionResult.Canceled);

    /// <summary>Closes the port and all connections.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private void EndWait(string transactionId, Func<TransactionRecord, string> result)
    {
        ArgumentNullException.ThrowIfNull(transactionId);
        var found = false;
        WithAll(organization =>
        {
            var transaction = organization.Book.Find(transactionId);
            if (transaction is { IsUnknown: true } && TransactionStatus.IsWaiting(transaction.Status))
            {
                organization.Book.Finish(transaction, result(transaction));
                found = true;
            }
        });
        if (!found)
        {
            throw new InvalidOperationException($"No transaction '{transactionId}' waits in this sandbox.");
        }
    }

    private void WithAll(Action<Organization> action)
    {
        lock (_world.Gate)
        {
            foreach (var organization in _world.Organizations.Values)
            {
                organization.Book.CatchUp(_world.Options.SettleAfter);
                action(organization);
            }
        }
    }
}
