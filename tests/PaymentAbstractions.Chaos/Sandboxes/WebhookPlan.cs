using PaymentAbstractions.Sandbox;

namespace PaymentAbstractions.Chaos;

/// <summary>Random trouble with webhooks: they are lost, repeated, held back, or sent in reverse order.</summary>
internal sealed class WebhookPlan : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private readonly RebillySandboxWebhooks _webhooks;
    private readonly Random _random;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;
    private bool _isOn = true;

    public WebhookPlan(RebillySandboxWebhooks webhooks, int seed)
    {
        _webhooks = webhooks;
        _random = new Random(seed);
        _running = RunAsync();
    }

    public void Switch(bool isOn)
    {
        lock (_lock)
        {
            _isOn = isOn;
            _webhooks.Lose(0);
            _webhooks.Repeat(0);
            _webhooks.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running;
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                lock (_lock)
                {
                    if (_isOn)
                    {
                        Trouble();
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The plan is disposed of.
        }
    }

    private void Trouble()
    {
        switch (_random.Next(10))
        {
            case 0 or 1:
                _webhooks.Lose(_random.Next(1, 4));
                break;
            case 2 or 3 or 4:
                _webhooks.Repeat(_random.Next(1, 4));
                break;
            case 5:
                _webhooks.Hold();
                break;
            default:
                _webhooks.Release(reversed: _random.Next(2) == 0);
                break;
        }
    }
}
