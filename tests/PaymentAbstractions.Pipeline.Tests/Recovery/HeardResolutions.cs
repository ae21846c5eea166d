using System.Collections.Concurrent;

namespace PaymentAbstractions.Pipeline.Tests;

/// <summary>A handler that records the resolutions it receives.</summary>
internal sealed class HeardResolutions : IPaymentResolutionHandler
{
    private readonly ConcurrentQueue<PaymentResolution> _heard = new();

    public IReadOnlyList<PaymentResolution> All => [.. _heard];

    public Task HandleAsync(PaymentResolution resolution, CancellationToken cancellationToken = default)
    {
        _heard.Enqueue(resolution);
        return Task.CompletedTask;
    }
}
