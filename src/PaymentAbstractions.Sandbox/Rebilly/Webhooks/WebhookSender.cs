namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>Sends webhooks in the background. It starts, and opens connections, only with the first webhook. Thread-safe.</summary>
/// <param name="record">Receives the result of each attempt.</param>
internal sealed class WebhookSender(Action<RebillySandboxDelivery> record) : IAsyncDisposable
{
    private const int MaxUnderWay = 8;

    private readonly Lock _gate = new();
    private readonly List<HttpClient> _clients = [];
    private readonly InFlight _underWay = new();
    private readonly SemaphoreSlim _slots = new(MaxUnderWay, MaxUnderWay);
    private readonly CancellationTokenSource _stopping = new();
    private HttpClient? _shared;
    private bool _disposed;

    /// <summary>Receivers share a client, unless they answer challenges with their own credentials.</summary>
    public WebhookTarget TargetOf(RebillySandboxWebhook webhook)
    {
        lock (_gate)
        {
            if (webhook.Authentication != RebillySandboxWebhookAuthentication.Digest)
            {
                return new(webhook, _shared ??= Keep(WebhookTarget.NewClient(webhook)));
            }

            return new(webhook, Keep(WebhookTarget.NewClient(webhook)));
        }
    }

    /// <summary>Sends webhooks one after another, concurrently with current deliveries.</summary>
    public void Start(IReadOnlyList<WebhookMessage> messages)
    {
        lock (_gate)
        {
            if (!_disposed)
            {
                _underWay.Enter();
                var stopping = _stopping.Token;
                _ = Task.Run(() => RunAsync(messages, stopping), CancellationToken.None);
            }
        }
    }

    public Task WhenIdleAsync(CancellationToken cancellationToken) => _underWay.WhenIdleAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await _underWay.WhenIdleAsync(CancellationToken.None).ConfigureAwait(false);
        _clients.ForEach(static client => client.Dispose());
        _slots.Dispose();
        _stopping.Dispose();
    }

    private HttpClient Keep(HttpClient client)
    {
        _clients.Add(client);
        return client;
    }

    private async Task RunAsync(IReadOnlyList<WebhookMessage> messages, CancellationToken stopping)
    {
        try
        {
            foreach (var message in messages)
            {
                var attempt = 0;
                for (var time = 0; time < message.Times; time++)
                {
                    attempt = await DeliverAsync(message, attempt, stopping).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The sandbox is disposed.
        }
        finally
        {
            _underWay.Leave();
        }
    }

    /// <summary>Tries until the receiver accepts the webhook or no attempts are left; returns the number of the last attempt.</summary>
    private async Task<int> DeliverAsync(WebhookMessage message, int attempt, CancellationToken stopping)
    {
        var webhook = message.Target.Webhook;
        var last = attempt + webhook.Attempts;
        while (!await TryAsync(message, ++attempt, stopping).ConfigureAwait(false) && attempt < last)
        {
            await Task.Delay(webhook.RetryAfter, TimeProvider.System, stopping).ConfigureAwait(false);
        }

        return attempt;
    }

    private async Task<bool> TryAsync(WebhookMessage message, int attempt, CancellationToken stopping)
    {
        await _slots.WaitAsync(stopping).ConfigureAwait(false);
        try
        {
            var status = await message.Target.SendAsync(message, stopping).ConfigureAwait(false);
            record(message.Delivery(attempt, status));
            return status is >= 200 and < 300;
        }
        finally
        {
            _slots.Release();
        }
    }
}
