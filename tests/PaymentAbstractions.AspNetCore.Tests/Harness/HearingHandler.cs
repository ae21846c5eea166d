using System.Collections.Concurrent;

namespace PaymentAbstractions.AspNetCore.Tests;

/// <summary>The application's own handler, which receives resolutions.</summary>
internal sealed class HearingHandler : IPaymentResolutionHandler
{
    public ConcurrentQueue<PaymentResolution> Heard { get; } = new();

    public Task HandleAsync(PaymentResolution resolution, CancellationToken cancellationToken = default)
    {
        Heard.Enqueue(resolution);
        return Task.CompletedTask;
    }
}
