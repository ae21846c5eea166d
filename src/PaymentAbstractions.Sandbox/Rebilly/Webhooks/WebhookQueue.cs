namespace PaymentAbstractions.Sandbox.Rebilly;

/// <summary>
/// Distributes events: which receivers get them, which webhooks are lost, repeated or held, and which were delivered. Thread-safe.
/// </summary>
internal sealed class WebhookQueue : IAsyncDisposable
{
    private const int MaxDeliveries = 10_000;

    private readonly Lock _gate = new();
    private readonly List<WebhookTarget> _targets = [];
    private readonly Queue<RebillySandboxDelivery> _deliveries = [];
    private readonly WebhookSender _sender;
    private List<WebhookMessage>? _held;
    private int _toLose;
    private int _toRepeat;

    public WebhookQueue(IEnumerable<RebillySandboxWebhook> webhooks)
    {
        _sender = new(Record);
        foreach (var webhook in webhooks)
        {
            Add(webhook);
        }
    }

    public IReadOnlyList<RebillySandboxDelivery> Deliveries
    {
        get
        {
            lock (_gate)
            {
                return [.. _deliveries];
            }
        }
    }

    public void Add(RebillySandboxWebhook webhook)
    {
        if (webhook.Problem is { } problem)
        {
            throw new ArgumentException($"{problem} (webhook {webhook}).", nameof(webhook));
        }

        lock (_gate)
        {
            _targets.Add(_sender.TargetOf(webhook));
        }
    }

    public void Lose(int count)
    {
        lock (_gate)
        {
            _toLose = count;
        }
    }

    public void Repeat(int count)
    {
        lock (_gate)
        {
            _toRepeat = count;
        }
    }

    public void Hold()
    {
        lock (_gate)
        {
            _held ??= [];
        }
    }

    public void Release(bool reversed)
    {
        lock (_gate)
        {
            var held = _held ?? [];
            _held = null;
            if (reversed)
            {
                held.Reverse();
            }

            if (held.Count > 0)
            {
                _sender.Start(held);
            }
        }
    }

    public Task WhenDeliveredAsync(CancellationToken cancellationToken) => _sender.WhenIdleAsync(cancellationToken);

    /// <summary>Queues an event for all its receivers. The body is created only if there are any.</summary>
    public void Raise(string organizationId, string eventType, string transactionId, int revision, Func<string> payload)
    {
        lock (_gate)
        {
            string? made = null;
            foreach (var target in _targets.Where(one => one.Wants(organizationId, eventType)))
            {
                Queue(
                    new()
                    {
                        Target = target,
                        TransactionId = transactionId,
                        EventType = eventType,
                        Revision = revision,
                        Body = target.BodyOf(eventType, transactionId, revision) ?? (made ??= payload()),
                    }
                );
            }
        }
    }

    /// <summary>Queues a request without a body to the notification URL of a transaction.</summary>
    public void Notify(Uri address, string eventType, string transactionId, int revision)
    {
        lock (_gate)
        {
            Queue(
                new()
                {
                    Target = _sender.TargetOf(new() { Address = address }),
                    TransactionId = transactionId,
                    EventType = eventType,
                    Revision = revision,
                }
            );
        }
    }

    public ValueTask DisposeAsync() => _sender.DisposeAsync();

    private void Queue(WebhookMessage message)
    {
        if (_toLose > 0)
        {
            _toLose--;
            Record(message.Delivery(attempt: 0, status: null));
            return;
        }

        if (_toRepeat > 0)
        {
            _toRepeat--;
            message = message with { Times = 2 };
        }

        if (_held is not null)
        {
            _held.Add(message);
        }
        else
        {
            _sender.Start([message]);
        }
    }

    private void Record(RebillySandboxDelivery delivery)
    {
        lock (_gate)
        {
            _deliveries.Enqueue(delivery);
            if (_deliveries.Count > MaxDeliveries)
            {
                _deliveries.Dequeue();
            }
        }
    }
}
