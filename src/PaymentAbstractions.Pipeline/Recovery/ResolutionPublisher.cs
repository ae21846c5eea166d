using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using PaymentAbstractions.Journal;

namespace PaymentAbstractions;

/// <summary>Passes resolutions to the application until it has handled them.</summary>
internal sealed class ResolutionPublisher(
    JournalAccess journal,
    Observations observations,
    IServiceScopeFactory scopes,
    GatewayDirectory gateways,
    RetryCount retries,
    TimeProvider time,
    PaymentsLog log
)
{
    private const int MaxAtOnce = 1000;

    private readonly ConcurrentDictionary<JournalKey, Failure> _failures = new();
    private int _isPublishing;

    /// <returns>
    /// The number of handled resolutions; 0 while another call publishes, possibly the one whose handler makes this call.
    /// </returns>
    public async Task<int> PublishAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isPublishing, 1) != 0)
        {
            return 0;
        }

        try
        {
            return await PublishAllAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _isPublishing, 0);
        }
    }

    private async Task<int> PublishAllAsync(CancellationToken cancellationToken)
    {
        var waiting = new List<JournalEntry>();
        await foreach (
            var entry in journal.GetUnpublishedAsync(cancellationToken: cancellationToken).ConfigureAwait(false)
        )
        {
            // A resolution that is held back must not delay the others.
            if (entry.Outcome is not null && !IsHeldBack(entry))
            {
                waiting.Add(entry);
            }

            if (waiting.Count == MaxAtOnce)
            {
                break;
            }
        }

        var published = 0;
        foreach (var entry in waiting)
        {
            published += await TryPublishAsync(entry, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        return published;
    }

    private bool IsHeldBack(JournalEntry entry) =>
        _failures.TryGetValue(entry.Key, out var failure) && failure.NextAt > time.GetUtcNow();

    private async Task<bool> TryPublishAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                var handlers = scope.ServiceProvider.GetServices<IPaymentResolutionHandler>().ToList();
                if (handlers.Count == 0)
                {
                    return false;
                }

                var answer = await observations.AnswerOfAsync(entry, cancellationToken).ConfigureAwait(false);
                var table = gateways.Owner(entry.Intent.Gateway)?.ResponseCodes ?? ResponseCodeTable.Default;
                var resolution = PaymentResolution.Of(
                    entry,
                    await retries.ReadAsync(answer, () => entry.Intent, table, cancellationToken).ConfigureAwait(false)
                );
                foreach (var handler in handlers)
                {
                    var one = await CallAsync(handler, resolution, cancellationToken).ConfigureAwait(false);
                    failure ??= one;
                }
            }
        }
#pragma warning disable CA1031 // If a handler cannot be created or disposed, the resolution is not lost.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            failure ??= exception;
        }

        if (failure is not null)
        {
            HoldBack(entry, failure);
            return false;
        }

        var write = await journal
            .MarkPublishedAsync(entry.Key, entry.Revision, cancellationToken)
            .ConfigureAwait(false);
        _failures.TryRemove(entry.Key, out _);
        return write.IsRecorded;
    }

    /// <returns>The exception of the handler, so that the next handlers are called anyway.</returns>
    private async Task<Exception?> CallAsync(
        IPaymentResolutionHandler handler,
        PaymentResolution resolution,
        CancellationToken cancellationToken
    )
    {
        var timeout = gateways.Recovery.HandlerTimeout;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await handler
                .HandleAsync(resolution, limit.Token)
                .WaitAsync(timeout, time, cancellationToken)
                .ConfigureAwait(false);
            return null;
        }
        catch (TimeoutException exception)
        {
            // A handler that does not end must not block the others. Its token asks it to stop.
            await limit.CancelAsync().ConfigureAwait(false);
            Log.HandlerTimedOut(log, handler.GetType().ToString(), resolution.IdempotencyKey, timeout);
            return exception;
        }
#pragma warning disable CA1031 // Logged; the resolution stays unpublished.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return exception;
        }
    }

    private void HoldBack(JournalEntry entry, Exception exception)
    {
        var count = (_failures.TryGetValue(entry.Key, out var before) ? before.Count : 0) + 1;
        var nextAt = BackOff.Next(time.GetUtcNow(), count, gateways.Recovery);
        _failures[entry.Key] = new Failure(count, nextAt);
        Log.HandlerFailed(log, RedactedException.Of(exception), entry.Intent.IdempotencyKey, nextAt);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Failure(int Count, DateTimeOffset NextAt);
}
