using System.Collections.Concurrent;
using PaymentAbstractions;

namespace Checkout.Shop;

/// <summary>What the shop hears of a payment after it was answered, however that was found out. A real shop updates the order here.</summary>
internal sealed class OrderUpdates : IPaymentResolutionHandler
{
    private readonly ConcurrentDictionary<IdempotencyKey, TaskCompletionSource<PaymentResolution>> _news = new();

    public Task HandleAsync(PaymentResolution resolution, CancellationToken cancellationToken = default)
    {
        NewsOf(resolution.IdempotencyKey).TrySetResult(resolution);
        return Task.CompletedTask;
    }

    /// <summary>Waits for news of a payment, and takes note of them.</summary>
    public async Task<PaymentResolution> HearAsync(IdempotencyKey key, TimeSpan limit)
    {
        var heard = await NewsOf(key).Task.WaitAsync(limit);
        _news.TryRemove(key, out _);
        return heard;
    }

    private TaskCompletionSource<PaymentResolution> NewsOf(IdempotencyKey key) =>
        _news.GetOrAdd(key, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
