using PaymentAbstractions.Sandbox.Rebilly;

namespace PaymentAbstractions.Sandbox;

/// <summary>Emulates the Rebilly API on 127.0.0.1: stateful and deterministic, with faults on demand.</summary>
/// <remarks>
/// It is written from the provider's documentation and enforces the documented limits; where the documentation is ambiguous,
/// <see cref="RebillySandboxProfile"/> has a switch. Use it for tests and demonstrations, never with real card data. All members are
/// thread-safe.
/// </remarks>
public sealed class RebillySandbox : ProviderSandbox
{
    private static readonly SandboxEchoes Echoes = new()
    {
        Amount = "amount",
        Currency = "currency",
        Type = "type",
        Types = [TransactionType.Setup, TransactionType.Sale],
        Id = "id",
        Parent = "parentTransactionId",
        Status = "result",
        Key = "requestId",
        Texts = ["message", "detail"],
    };

    private readonly RebillyWorld _world;
    private readonly RebillyApi _api;

    /// <summary>Initializes a sandbox that does not listen yet; <see cref="StartAsync"/> also starts it.</summary>
    /// <param name="options">The options. They must not be changed afterwards.</param>
    /// <exception cref="ArgumentException">Two accounts have the same organization id, or a webhook is invalid.</exception>
    public RebillySandbox(RebillySandboxOptions options)
        : base(options, Echoes)
    {
        _world = new(options, this);
        _api = new(_world);
        Webhooks = new(_world.Webhooks, Send);
    }

    /// <summary>The webhooks: their receivers, the deliveries, and the faults of the next deliveries.</summary>
    public RebillySandboxWebhooks Webhooks { get; }

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">The options; null for the defaults. They must not be changed afterwards.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The listening sandbox. Dispose it to free the port. The API is below <c>organizations/{id}/</c>.</returns>
    /// <exception cref="ArgumentException">Two accounts have the same organization id, or a webhook is invalid.</exception>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<RebillySandbox> StartAsync(
        RebillySandboxOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var sandbox = new RebillySandbox(options ?? new());
        await sandbox.ListenAsync(cancellationToken).ConfigureAwait(false);
        return sandbox;
    }

    /// <inheritdoc />
    public override bool MovesMoney(SandboxRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Method == "POST"
            && request.SplitPath() is [.., "transactions" or "payouts"] or [.., "transactions", _, "refund"];
    }

    /// <inheritdoc />
    public override void SettleAll() => WithAll(organization => organization.Book.SettleNow());

    /// <summary>
    /// Reveals the gateway's result of transactions whose exchange broke: a timeout takes the gateway's result; a transaction with a
    /// connection error, or one that was never sent, is canceled.
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

    /// <summary>Ends a wait as if the customer or the gateway approved. The gateway's decision then applies.</summary>
    /// <param name="transactionId">A transaction that waits for approval, for the gateway, offsite or in a queue.</param>
    /// <exception cref="InvalidOperationException">The transaction does not exist, or does not wait.</exception>
    public void ApproveWaiting(string transactionId) =>
        EndWait(transactionId, transaction => transaction.Decision.Result);

    /// <summary>Ends a wait as if the customer canceled: no money moves.</summary>
    /// <param name="transactionId">A transaction that waits for approval, for the gateway, offsite or in a queue.</param>
    /// <exception cref="InvalidOperationException">The transaction does not exist, or does not wait.</exception>
    public void CancelWaiting(string transactionId) => EndWait(transactionId, static _ => TransactionResult.Canceled);

    /// <inheritdoc />
    protected internal override SandboxResponse Answer(SandboxRequest request) => _api.Answer(request);

    /// <inheritdoc />
    protected internal override SandboxResponse Problem(int status, string detail) =>
        _world.Problems.Of(status, detail);

    /// <inheritdoc />
    protected internal override SandboxResponse TooManyRequests(TimeSpan wait) => _api.TooManyRequests(wait);

    internal override string? StatusOf(SandboxMovement movement)
    {
        lock (Gate)
        {
            var book = _world.Organizations[movement.Account].Book;
            book.CatchUp(_world.Options.SettleAfter);
            return book.Find(movement.TransactionId)?.Status;
        }
    }

    private protected override ValueTask StopAsync() => _world.Webhooks.DisposeAsync();

    private void Send(string transactionId, string eventType)
    {
        var found = false;
        WithAll(organization =>
        {
            if (organization.Book.Find(transactionId) is { } transaction)
            {
                organization.Events.Raise(transaction, eventType);
                found = true;
            }
        });
        if (!found)
        {
            throw new InvalidOperationException($"This sandbox does not have the transaction '{transactionId}'.");
        }
    }

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
            throw new InvalidOperationException(
                $"The transaction '{transactionId}' is not waiting for an answer in this sandbox, or does not exist."
            );
        }
    }

    private void WithAll(Action<Organization> action)
    {
        lock (Gate)
        {
            foreach (var organization in _world.Organizations.Values)
            {
                organization.Book.CatchUp(_world.Options.SettleAfter);
                action(organization);
            }
        }
    }
}
